"""How a language writes quantities: words behind figures, months, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from mtaudit.kept import FACTS, state_of
from mtaudit.text.words import fold

_Meaning = TypeVar("_Meaning")

_KEPT = 128
"""Languages: a program may be in a hundred."""

_WORDS = 1024
"""Patterns of words: of a language few are ever asked."""

BEGINNING = 4
"""By so many code points words are told apart before a pattern is asked."""


class Facts(NamedTuple):
    """How a language writes quantities."""

    decimal: str
    """The mark before decimals; empty for a language that is not known."""

    group: str
    """The mark between thousands, a space for any white space; or empty."""

    months: str
    """A pattern of names of months; the number of the group is that of the month."""

    scales: tuple[tuple[str, int], ...]
    """Patterns of what multiplies a figure before it, each with its power of ten."""

    units: tuple[tuple[str, str], ...]
    """Patterns of units behind a figure, each with CLDR's name for it."""

    beginnings: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """How names of months begin; and, folded, each of `scales`, and each of `units`."""


class Conventions:
    """What one language does with numbers; what is not asked for is not compiled."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.decimal = facts.decimal
        """The mark before decimals; empty for a language that is not known."""

        self.group = facts.group
        """The mark between thousands, a space for any white space; or empty."""

    def scale_at(self, text: str, place: int) -> tuple[int, int] | None:
        """Return where what multiplies a figure ends, and its power of ten."""
        return self._scales.at(text, place)

    def unit_at(self, text: str, place: int) -> str | None:
        """Return CLDR's name for the unit right behind a figure."""
        found = self._units.at(text, place)
        return found[1] if found else None

    def months_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the names of months; the last group's number is that of the month."""
        if any(map(text.__contains__, self._facts.beginnings[0])):
            yield from self._months.finditer(text)

    @cached_property
    def _months(self) -> re.Pattern[str]:
        return re.compile(self._facts.months)

    @cached_property
    def _scales(self) -> _Words[int]:
        return _Words(self._facts.scales, self._facts.beginnings[1])

    @cached_property
    def _units(self) -> _Words[str]:
        return _Words(self._facts.units, self._facts.beginnings[2])


@lru_cache(maxsize=_KEPT)
def conventions_of(tag: str) -> Conventions:
    """
    Return the conventions of a BCP 47 tag; of an unknown one, English words.

    To ask CLDR takes some milliseconds, and a folder of catalogues has fifty
    languages: what it says is kept.
    """
    return Conventions(Facts(*FACTS.recalled(tag, _state(), partial(_asked, tag))))


def _asked(tag: str) -> tuple[object, ...]:
    """Return what CLDR says, as a plain tuple."""
    from mtaudit.text.quantities.cldr import facts_of

    return tuple(facts_of(tag))


@cache
def _state() -> str:
    """Return a text that differs once CLDR's data are others, or we read them so."""
    read_by = ("cldr.py", "conventions.py", "measures.py", "../words.py")
    return state_of("babel", *(Path(__file__).parent / name for name in read_by))


class _Words(Generic[_Meaning]):
    """Words that may stand right behind a figure, and what each means."""

    def __init__(
        self, patterns: Iterable[tuple[str, _Meaning]], beginnings: tuple[str, ...]
    ) -> None:
        self._beginnings = beginnings
        both = zip(beginnings, patterns, strict=True)
        self._words = sorted(both, key=lambda each: -len(each[1][0]))
        """The longest patterns first."""

    def at(self, text: str, place: int) -> tuple[int, _Meaning] | None:
        """
        Return where the word behind a figure ends, and what it means.

        Few are such words: only patterns that begin as the text does are compiled.
        """
        head = fold(text[place : place + 1 + BEGINNING])
        has_gap = head[:1].isspace() or head.startswith("-")
        if not head.startswith(self._beginnings, int(has_gap)):
            return None
        for beginning, (pattern, meaning) in self._words:
            if head.startswith(beginning, int(has_gap)):
                found = _behind_figure(pattern).match(text, place)
                if found is not None:
                    return found.end(), meaning
        return None


@lru_cache(maxsize=_WORDS)
def _behind_figure(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?(?:{pattern})", re.IGNORECASE)
