"""Units beside their originals: what many rules ask of them, worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from mtaudit.model import Document, Segment
from mtaudit.text.parted import borders_of, joined, numbers_holding

JOINT = re.compile(r'(?<!\\)"[ \t]*\r?\n[ \t]*"')
"""Between two lines of one string of a catalogue."""

_T = TypeVar("_T")


def of_last_document(make: Callable[[Document], _T]) -> Callable[[Document], _T]:
    """Return `make`, which remembers what it made of the last document."""
    last: list[tuple[Document, _T]] = []

    def remembered(document: Document) -> _T:
        if not last or last[0][0] is not document:
            last[:] = [(document, make(document))]
        return last[0][1]

    return remembered


class Unit(NamedTuple):
    """A segment that has its original beside it, as the files spell the two."""

    segment: Segment
    source: str
    """Of a string that runs over several lines, without the joints between them."""

    text: str


class _Side:
    """The originals of all units, or the translations, which are searched as one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.whole = joined(texts)

    @cached_property
    def _borders(self) -> Sequence[int]:
        return borders_of(self.whole)

    @property
    def is_crossed(self) -> bool:
        """Whether borders do not part the texts as they should: one holds one."""
        return len(self._borders) > len(self.texts)

    def holding(self, signs: Iterable[str]) -> Iterator[int]:
        """Yield the numbers of the texts that hold one of some signs."""
        for sign in signs:
            if sign in self.whole:
                yield from numbers_holding(self.whole, sign, self._borders)


class Units:
    """The units of a document; one look at all of them tells which to look at."""

    def __init__(self, document: Document) -> None:
        raw = document.raw
        units = [
            each for each in document.segments if each.source and each.text.strip()
        ]
        originals = [each.source_raw or each.source or "" for each in units]
        translations = [each.spelled(raw) for each in units]
        self._segments = units
        self._originals = _Side(_in_one_line(originals))
        self._translations = _Side(_in_one_line(translations))

    def may_hold(
        self, holds: Callable[[str], bool], *, in_source: bool = False
    ) -> bool:
        """Whether what a text `holds` is in a unit; `in_source`, in an original."""
        return any(holds(each.whole) for each in self._sides(in_source=in_source))

    def holding(
        self, signs: Collection[str], *, in_source: bool = False
    ) -> Iterator[Unit]:
        """
        Yield the units that hold one of `signs`; `in_source`, whose originals do.

        No signs are in every unit.
        """
        originals, translations = self._originals.texts, self._translations.texts
        sides = self._sides(in_source=in_source)
        if not signs or any(side.is_crossed for side in sides):
            yield from map(Unit, self._segments, originals, translations)
            return
        found = {number for side in sides for number in side.holding(signs)}
        for number in sorted(found):
            yield Unit(self._segments[number], originals[number], translations[number])

    def _sides(self, *, in_source: bool) -> Sequence[_Side]:
        sides = self._originals, self._translations
        return sides[:1] if in_source else sides


units_of = of_last_document(Units)


def _in_one_line(texts: Iterable[str]) -> list[str]:
    return [without_joints(text) if "\n" in text else text for text in texts]


def without_joints(spelled: str) -> str:
    """Return a string as one line would spell it."""
    return JOINT.sub("", spelled)
