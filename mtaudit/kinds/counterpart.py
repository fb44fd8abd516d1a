"""counterpart: a unit without what its original shows that it must have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtaudit.kinds.beside import last_word
from mtaudit.kinds.matching import Matching
from mtaudit.model import Hit, Segment
from mtaudit.text.words import count_words

_KEPT = 4096
"""Originals whose answer is kept: catalogues of many languages share them."""


@dataclass(frozen=True, eq=False, repr=False)
class Counterpart(Matching):
    """
    Find units that lack what their original has.

    A unit is at fault where one of `given` matches its original, none of
    `lacking` does, and none of `wanted` matches the unit. Its last word is
    marked.
    """

    needs_source = True

    given: tuple[str, ...] = ()
    """Patterns, of which one must match the original."""

    lacking: tuple[str, ...] = ()
    """Patterns that may not match the original."""

    wanted: tuple[str, ...] = ()
    """Patterns, of which one must match the unit."""

    least: int = 1
    """Units of fewer words are passed over; of Han and kana, two make a word."""

    def __post_init__(self) -> None:
        if not (self.given and self.wanted):
            raise ValueError("“given” and “wanted” must both be given")

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit if the unit lacks what it must have."""
        source = segment.source
        if not (source and self._asks(source) and self.concerns(segment)):
            return
        text = self.read(segment.text)
        if (
            count_words(text) >= self.least
            and not any(each.search(text) for each in self._patterns["wanted"])
            and next(self._excepted(text), None) is None
        ):
            yield Hit(last_word(segment))

    @cached_property
    def _asks(self) -> Callable[[str], bool]:
        """Return what tells whether an original shows what its unit must have."""
        given, lacking = self._patterns["given"], self._patterns["lacking"]

        @lru_cache(maxsize=_KEPT)
        def asks(source: str) -> bool:
            read = self.read(source)
            return any(each.search(read) for each in given) and not any(
                each.search(read) for each in lacking
            )

        return asks

    @cached_property
    def _patterns(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        return {
            name: tuple(map(self.compiled, getattr(self, name)))
            for name in ("given", "lacking", "wanted")
        }
