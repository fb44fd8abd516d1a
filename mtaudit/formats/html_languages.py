"""Passages in other languages inside a paragraph of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.formats.pieces import Part, opaque
from mtaudit.text.language import primary

_Marked = tuple[str | None, list[Part]]


class Foreign(NamedTuple):
    """A stretch of the parts of a paragraph that has a language of its own."""

    first: int
    last: int | None
    """None while the element is open."""

    lang: str | None

    def ended(self, last: int, lang: str | None) -> Foreign:
        """Return the stretch, ended at `last` if it is open and in `lang`."""
        is_it = self.last is None and self.lang == lang
        return self._replace(last=last) if is_it else self


def by_language(
    parts: list[Part], foreign: Iterable[Foreign], lang: str
) -> Iterator[_Marked]:
    """
    Yield the text, which is in `lang`, then the passages that are not, with theirs.

    For each of them the text has one opaque character. Where most of the text is
    in one, all is.
    """
    spans = [*_apart(parts, foreign, primary(lang))]
    size = sum(len(part.text) for part in parts)
    for first, last, other in spans:
        if 2 * sum(len(part.text) for part in parts[first:last]) > size:
            yield other, parts
            return
    yield None, _without(parts, spans) if spans else parts
    for first, last, other in spans:
        yield other, parts[first:last]


def _apart(
    parts: list[Part], foreign: Iterable[Foreign], lang: str
) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches in other languages than `lang`, outermost ones only."""
    done = 0
    for stretch in foreign:
        last = len(parts) if stretch.last is None else stretch.last
        is_apart = stretch.lang and primary(stretch.lang) != lang
        if is_apart and done <= stretch.first < last:
            yield stretch.first, last, stretch.lang or ""
            done = last


def _without(parts: list[Part], spans: list[tuple[int, int, str]]) -> list[Part]:
    """Return `parts` with one opaque part for each stretch."""
    kept: list[Part] = []
    done = 0
    for first, last, _ in spans:
        kept += parts[done:first]
        kept.append(opaque(parts[first].start, parts[last - 1].end))
        done = last
    return kept + parts[done:]
