"""quantities: an amount, a date or a unit that is not the original's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.directions import Direction, directions
from mtaudit.kinds.units import of_last_document
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.parted import with_digits
from mtaudit.text.prose_words import prose_words, weight
from mtaudit.text.quantities import (
    Difference,
    Sort,
    Text,
    conventions_of,
    differences,
    names_month,
)

_FIGURES = re.compile(r"\d+")
_FIRST = re.compile(r"\s*(?:\w+|\S)")
_BY_FIGURES = frozenset({Sort.DIGITS, Sort.LOST, Sort.ADDED, Sort.OTHER})
"""What cannot be wrong where both sides have the same figures."""

_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{2,3})+")
_MARKED = re.compile(r"[0-9][.,][0-9]{3}(?![0-9])")

_LEFT = 3
"""So many words that a translation would have changed make a sentence."""

_TELLING = {
    Sort.LOST: "“{source}” of the original is missing",
    Sort.ADDED: "the original has no “{found}”",
}


@dataclass(frozen=True, eq=False, repr=False)
class Quantities(DocumentKind):
    """
    Find quantities of a unit that are not those of its source.

    Figures, words for numbers, Roman and Han numerals, times, dates and
    converted units are compared by what they mean in the languages of both
    sides, whatever their order. What was lost has no place: the first word of
    the unit is marked. The message may name what the {source} has, what is
    {found}, and {what} is amiss.
    """

    needs_source = True

    report: tuple[str, ...] = (Sort.DIGITS, Sort.MONTH)
    """``digits``, ``magnitude``, ``month``, ``marks``, ``unit``, ``lost``, ``added``,
    ``other``."""

    least: int = 13
    """Smaller whole numbers may be left out, or written in any way."""

    def __post_init__(self) -> None:
        for each in self.report:
            require_one_of("report", each, Sort)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each difference of the sorts that are asked for."""
        wanted = frozenset(self.report)
        for figured in _figured(document):
            segment, direction, _ = figured
            sorts = wanted.difference(_impossible(figured, wanted))
            before = Text(direction.original, direction.source)
            after = Text(segment.text, direction.target)
            if sorts:
                for each in differences(before, after, least=self.least):
                    if each.sort in sorts:
                        yield segment, _hit(each, segment, direction)


class _Figured(NamedTuple):
    """A unit of which a side has figures."""

    segment: Segment
    direction: Direction
    are_equal: bool
    """Whether the figures of both sides are the same."""


@of_last_document
def _figured(document: Document) -> list[_Figured]:
    """Return the units with figures: of most catalogues one in ten."""
    units = [each for each in document.segments if each.source]
    originals = with_digits([each.source or "" for each in units])
    numbers = {*originals, *with_digits([each.text for each in units])}
    found = []
    for unit in directions(document, [units[each] for each in sorted(numbers)]):
        segment, direction = unit
        before = _FIGURES.findall(direction.original)
        after = _FIGURES.findall(segment.text)
        found.append(_Figured(segment, direction, sorted(before) == sorted(after)))
    return found


def _impossible(figured: _Figured, wanted: Collection[str]) -> Iterator[str]:
    """Yield sorts in which a unit cannot differ from its original, by a quick look."""
    (original, source, target), text = figured.direction, figured.segment.text
    if figured.are_equal:
        yield from _BY_FIGURES
    if Sort.MARKS in wanted and (not _MARKED.search(text) or _is_left(figured)):
        yield Sort.MARKS
    if Sort.MONTH in wanted and not (
        names_month(original, source) and names_month(text, target)
    ):
        yield Sort.MONTH


def _is_left(figured: _Figured) -> bool:
    """Whether a sentence was left as it was: its numbers read as its words do."""
    text = figured.segment.text
    return text == figured.direction.original and weight(prose_words(text)) >= _LEFT


def _hit(difference: Difference, segment: Segment, direction: Direction) -> Hit:
    """Return the hit of a difference, with the words that a message may need."""
    before, after = difference.source, difference.target
    slots = {
        "source": before.text if before else "",
        "found": after.text if after else "",
    }
    telling = _TELLING.get(difference.sort, "“{found}” stands for “{source}”")
    told = (*slots.items(), ("what", telling.format_map(slots)))
    if after is None:
        first = _FIRST.match(segment.text)
        return Hit(TextSpan(0, first.end() if first else len(segment.text)), slots=told)
    fixes: tuple[str, ...] = ()
    if difference.sort is Sort.MARKS:
        fixes = (_regrouped(after.text, direction.target),)
    return Hit(TextSpan(after.start, after.end), fixes, told)


def _regrouped(written: str, lang: str) -> str:
    """Return a number with its thousands grouped as `lang` groups them."""
    group = conventions_of(lang).group.replace(" ", "\N{NO-BREAK SPACE}")
    return _GROUPS.sub(
        lambda match: f"{int(re.sub('[.,]', '', match[0])):,}".replace(",", group),
        written,
    )
