"""Units beside their originals: what many rules ask of them, worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from mtaudit.model import Document, Segment
from mtaudit.text.parted import BORDER, borders_of, joined, numbers_holding

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


class Units:
    """The units of a document; one look at all of them tells which to look at."""

    def __init__(self, document: Document) -> None:
        raw = document.raw
        self.all = [
            Unit(
                segment,
                without_joints(segment.source_raw or segment.source),
                without_joints(segment.spelled(raw)),
            )
            for segment in document.segments
            if segment.source and segment.text.strip()
        ]

    def may_hold(
        self, holds: Callable[[str], bool], *, in_source: bool = False
    ) -> bool:
        """Whether what a text `holds` is in a unit; `in_source`, in an original."""
        return any(map(holds, self._wholes(in_source=in_source)))

    def holding(
        self, signs: Collection[str], *, in_source: bool = False
    ) -> Iterator[Unit]:
        """
        Yield the units that hold one of `signs`; `in_source`, whose originals do.

        No signs are in every unit.
        """
        wholes = self._wholes(in_source=in_source)
        if not signs or any(map(self._is_crossed, wholes)):
            yield from self.all
            return
        found: set[int] = set()
        for whole in wholes:
            held = [sign for sign in signs if sign in whole]
            borders = borders_of(whole) if held else []
            for sign in held:
                found.update(numbers_holding(whole, sign, borders))
        for number in sorted(found):
            yield self.all[number]

    def _wholes(self, *, in_source: bool) -> Sequence[str]:
        return [self._sources] if in_source else [self._sources, self._texts]

    def _is_crossed(self, whole: str) -> bool:
        """Whether borders do not part a text as they should: a unit holds one."""
        return whole.count(BORDER) >= len(self.all)

    @cached_property
    def _sources(self) -> str:
        return joined(each.source for each in self.all)

    @cached_property
    def _texts(self) -> str:
        return joined(each.text for each in self.all)


units_of = of_last_document(Units)


def without_joints(spelled: str) -> str:
    """Return a string as one line would spell it."""
    return JOINT.sub("", spelled) if "\n" in spelled else spelled
