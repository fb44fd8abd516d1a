"""What of the originals is in the translation, and what is not, unit by unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from mtaudit.kinds.sides import (
    apart,
    has_forms,
    new_items,
    of_unpaired,
    unmatched,
    without_own_sites,
)
from mtaudit.kinds.units import JOINT, Unit, of_last_document, units_of
from mtaudit.model import OPAQUE, Document, Pairing, Segment, TextSpan
from mtaudit.text.carried import (
    CODE,
    LINKS,
    PLACEHOLDERS,
    TAGS,
    carried,
    carry_alike,
    may_carry,
    signs_of,
    without_other_marks,
)
from mtaudit.text.inline_code import code_item
from mtaudit.text.items import Item
from mtaudit.text.landmarks import extents

_KEPT = 4096
"""Originals whose items are kept: catalogues of many languages share them."""

_RECENT = 512
"""Translations whose items are kept."""


class Difference(NamedTuple):
    """What one unit has that its original lacks, and the reverse."""

    segment: Segment
    lost: tuple[str, ...]
    """As the original's file spells it."""

    added: tuple[tuple[int, int], ...]
    """Places in the translation's file."""


def differences(
    document: Document, sort: str, *, additions: bool = True
) -> Iterator[Difference]:
    """
    Yield what differs between units and their originals, of one sort of items.

    Without `additions`, units whose originals have no item need not be looked at.
    """
    if document.pairing is not None:
        yield from _of_files(document, document.pairing, sort)
        return
    units = units_of(document)
    if not units.may_hold(partial(may_carry, sort), in_source=not additions):
        return
    for unit in units.holding(signs_of(sort), in_source=not additions):
        difference = _of_unit(document, unit, sort, additions=additions)
        if difference.lost or difference.added:
            yield difference


@lru_cache(maxsize=_KEPT)
def items_of_original(sort: str, source: str, format_name: str) -> tuple[Item, ...]:
    """Return the items of an original, which many catalogues may share."""
    return tuple(carried(sort, source, format_name))


@lru_cache(maxsize=_RECENT)
def items_of_translation(sort: str, text: str, format_name: str) -> tuple[Item, ...]:
    """Return the items of a translation, which several rules may ask for."""
    return tuple(carried(sort, text, format_name))


def _of_unit(
    document: Document, unit: Unit, sort: str, *, additions: bool
) -> Difference:
    """Return what differs in a unit that has its original beside it."""
    segment, source, text = unit
    if carry_alike(sort, (source, text), document.format):
        return Difference(segment, (), ())
    wanted: Sequence[Item] = items_of_original(sort, source, document.format)
    if not (wanted or additions):
        return Difference(segment, (), ())
    found = items_of_translation(sort, text, document.format)
    if [item.keys for item in wanted] == [item.keys for item in found]:
        return Difference(segment, (), ())
    lost, added = apart(unit, sort, (wanted, found))
    if sort == TAGS and document.format == "html":
        lost, added = of_unpaired(lost, found), of_unpaired(added, found)
    if not any(OPAQUE in item.keys for item in wanted):
        # The original may come from a file whose opaque text was not marked.
        added = [item for item in added if OPAQUE not in item.keys]
    return Difference(
        segment,
        tuple(item.span.of(source) for item in lost if not item.optional),
        tuple(_places(document, segment, added)),
    )


def _places(
    document: Document, segment: Segment, added: Iterable[Item]
) -> Iterator[tuple[int, int]]:
    """Yield where the file has items of a unit whose lines were joined."""
    start = segment.extent.start if segment.extent else segment.pieces[0].raw.start
    spelled = segment.spelled(document.raw)
    places: list[int] = []
    done = 0
    for joint in JOINT.finditer(spelled):
        places += range(done, joint.start())
        done = joint.end()
    places += range(done, len(spelled))
    for item in added:
        if not item.optional:
            first, last = places[item.span.start], places[item.span.end - 1]
            yield start + first, start + last + 1


def _of_files(document: Document, pairing: Pairing, sort: str) -> Iterator[Difference]:
    """
    Yield what differs between two files.

    What a unit lost and another has is no difference. What was lost with a
    whole block is left to the rules about blocks.
    """
    original = pairing.original
    ours, theirs = _items(original, sort), _items(document, sort)
    if sort == TAGS and document.format == "markdown":
        ours, theirs = (
            without_other_marks(ours, theirs),
            without_other_marks(theirs, ours),
        )
    if not (ours or theirs) or not document.segments or not original.segments:
        return
    units = _Units(document, pairing)
    lost, added = _unmatched_by_unit(
        [(units.of_source(item), item) for item in ours],
        [(units.of_target(item), item) for item in theirs],
    )
    for unit in sorted({*lost, *added}):
        segment = units.segment(unit)
        if segment is not None:
            sides = lost.get(unit, []), added.get(unit, [])
            less, more = units.apart(unit, sort, sides)
            if sort == TAGS and document.format == "html":
                less, more = of_unpaired(less, theirs), of_unpaired(more, theirs)
            yield Difference(
                segment,
                tuple(item.span.of(original.raw) for item in less),
                tuple((item.span.start, item.span.end) for item in more),
            )


def _items(document: Document, sort: str) -> list[Item]:
    """Return the items of one sort in a file."""
    if document.format != "markdown" or sort != CODE:
        return carried(sort, document.raw, document.format)
    return [*_inline_code(document)]


def _inline_code(document: Document) -> Iterator[Item]:
    """Yield the inline code that the parser saw."""
    for segment in document.segments:
        for match in re.finditer(OPAQUE, segment.text):
            place = segment.to_raw(TextSpan(*match.span()))
            item = code_item(document.raw, TextSpan(place.start, place.end))
            if item is not None:
                yield item


def _starts(document: Document) -> list[int]:
    """Return where the segments of a file begin, markup included."""
    return [extent.start for extent in extents(document)]


_starts_of_original = of_last_document(_starts)
_starts_of_translation = of_last_document(_starts)


class _Units:
    """Which unit a place in either file belongs to; units are numbered."""

    def __init__(self, document: Document, pairing: Pairing) -> None:
        self._document, self._original = document, pairing.original
        self._pairs = pairing.pairs
        self._is_sure = pairing.is_sure
        """Whether it is known what belongs together; if not, a file is one unit."""

        pairs = [*enumerate(pairing.pairs)]
        self._sources = {i: number for number, pair in pairs for i in pair.sources}
        self._targets = {j: number for number, pair in pairs for j in pair.targets}
        self._source_starts = _starts_of_original(pairing.original)
        self._target_starts = _starts_of_translation(document)

    def of_source(self, item: Item) -> int:
        """Return the unit of an item of the original."""
        return self._unit(self._sources, self._source_starts, item)

    def of_target(self, item: Item) -> int:
        """Return the unit of an item of the translation."""
        return self._unit(self._targets, self._target_starts, item)

    def _unit(self, units: dict[int, int], starts: list[int], item: Item) -> int:
        """Return the unit that a place is in, or that ends before it."""
        if not self._is_sure:
            return 0
        return units.get(max(bisect_right(starts, item.span.start) - 1, 0), 0)

    def segment(self, unit: int) -> Segment | None:
        """Return where to say what a unit lacks; None if a side has no such unit."""
        if not self._is_sure:
            return self._document.segments[0]
        sources, targets, _ = self._pairs[unit]
        segment = self._document.segments[targets[-1]] if targets else None
        is_new = segment is not None and segment.unit_id is not None and not sources
        return None if is_new else segment

    def apart(
        self, unit: int, sort: str, sides: tuple[list[Item], list[Item]]
    ) -> tuple[list[Item], list[Item]]:
        """Return what a unit lost and added, less what languages do on their own."""
        lost, added = sides
        ours, theirs = self._original.raw, self._document.raw
        if sort == LINKS:
            return without_own_sites((lost, ours), (added, theirs))
        if sort == PLACEHOLDERS and (forms := self._forms(unit)):
            return new_items(lost, ours, forms[1]), new_items(added, theirs, forms[0])
        return lost, added

    def _forms(self, unit: int) -> tuple[str, str] | None:
        """Return the two sides of a unit if one has forms that the other lacks."""
        segment = self.segment(unit)
        if segment is None:
            return None
        if has_forms(segment):
            return segment.source_raw or "", segment.spelled(self._document.raw)
        key = segment.unit_id
        if not key:
            return None
        if not self._is_sure:
            return self._original.raw, self._document.raw
        ours, theirs = _under(key, self._original), _under(key, self._document)
        has_variants = len(ours) > 1 or len(theirs) > 1
        return ("\n".join(ours), "\n".join(theirs)) if has_variants else None


def _under(key: str, document: Document) -> list[str]:
    """Return how a file spells the texts under a key: a message has variants."""
    return [
        each.spelled(document.raw) for each in document.segments if each.unit_id == key
    ]


_Placed = Sequence[tuple[int, Item]]
"""Items, each with the number of its unit."""


def _unmatched_by_unit(
    ours: _Placed, theirs: _Placed
) -> tuple[dict[int, list[Item]], dict[int, list[Item]]]:
    """Return the items of either side that the other lacks, by unit."""
    lost: list[tuple[int, Item]] = []
    added: list[tuple[int, Item]] = []
    theirs_by_unit = _by_unit(theirs)
    ours_by_unit = _by_unit(ours)
    for unit in ours_by_unit.keys() | theirs_by_unit.keys():
        rest = unmatched(ours_by_unit.get(unit, []), theirs_by_unit.get(unit, []))
        lost += [(unit, item) for item in rest[0]]
        added += [(unit, item) for item in rest[1]]
    places = {id(item): unit for unit, item in (*lost, *added)}
    left, new = unmatched([item for _, item in lost], [item for _, item in added])
    return _required(left, places), _required(new, places)


def _required(items: Iterable[Item], places: dict[int, int]) -> dict[int, list[Item]]:
    """Return by unit the items that a translation may not leave out."""
    return _by_unit((places[id(item)], item) for item in items if not item.optional)


def _by_unit(items: Iterable[tuple[int, Item]]) -> dict[int, list[Item]]:
    found: defaultdict[int, list[Item]] = defaultdict(list)
    for unit, item in items:
        found[unit].append(item)
    return dict(found)
