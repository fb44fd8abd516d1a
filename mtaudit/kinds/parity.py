"""parity: a number, a placeholder or a link that the source does not have, or lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.kinds.base import SegmentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.model import OPAQUE, Applicability, Hit, Segment, TextSpan
from mtaudit.text.items import ITEMS, Item


@dataclass(frozen=True, eq=False, repr=False)
class Parity(SegmentKind):
    """
    Find `items` of a unit that differ from those of its source.

    What the source does not have is marked where it stands. What it has and
    the unit lacks has no place of its own: if nothing was added either, the
    whole unit is marked. Order makes no difference; copies are counted. The
    message may name the sort of {item}, what was {lost} and what was {added}.

    Whole numbers up to 12 are passed over, as they may be written in words, and
    so are days and months of dates and hours of times.
    """

    needs_source = True

    items: tuple[str, ...] = ("numbers",)
    """``numbers``, ``placeholders``, ``links``, ``emails``, ``tags``."""

    def __post_init__(self) -> None:
        for item in self.items:
            require_one_of("items", item, ITEMS)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each item added, else one for the items lost."""
        if not segment.source or not segment.text.strip():
            return
        for sort in self.items:
            yield from _compare(sort, segment, segment.source)


def _compare(sort: str, segment: Segment, source: str) -> Iterator[Hit]:
    """Yield the hits of one sort of items."""
    wanted = [*ITEMS[sort](source)]
    lost, added = _unmatched(wanted, [*ITEMS[sort](segment.text)])
    if not any(OPAQUE in item.keys for item in wanted):
        # The original may come from a file whose opaque text was not marked.
        added = [item for item in added if OPAQUE not in item.keys]
    names = [item.span.of(source) for item in lost]
    for item in added:
        written = item.span.of(segment.text)
        fixes = tuple(names) if len(lost) == len(added) == 1 else ()
        slots = _slots(sort, names, written)
        yield Hit(item.span, fixes, slots, limit=Applicability.MANUAL)
    if lost and not added:
        yield Hit(TextSpan(0, len(segment.text)), slots=_slots(sort, names, ""))


def _slots(sort: str, lost: Sequence[str], added: str) -> tuple[tuple[str, str], ...]:
    """Return what the message may name."""
    shown = ", ".join(name.replace(OPAQUE, "…") for name in lost)
    return ("item", sort.removesuffix("s")), ("lost", shown), ("added", added)


def _unmatched(
    wanted: Sequence[Item], found: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """Return the required items of either side that the other side lacks."""
    left = [*wanted]
    added: list[Item] = []
    for item in found:
        match = next((each for each in left if set(each.keys) & set(item.keys)), None)
        if match is not None:
            left.remove(match)
        elif not item.optional:
            added.append(item)
    return [item for item in left if not item.optional], added
