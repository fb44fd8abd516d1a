"""order: placeholders that have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import in_lines
from mtaudit.model import OPAQUE, Applicability, Document, Hit, Segment, TextSpan
from mtaudit.text.carried import SORTS, carried
from mtaudit.text.items import Item

_UNNAMED = re.compile(r"%[-+#0]*\d*(?:\.(?:\d+|\*))?[hlLqjzt]*[@a-zA-Z]")
"""What stands for an argument by its place among the others."""


@dataclass(frozen=True, eq=False, repr=False)
class Order(DocumentKind):
    """
    Find `items` of a unit that stand in another order than in its source.

    Each must occur once on either side. The first that is out of its place is
    marked; the fix lets the two change places. The message may name what the
    original has there, {lost}.
    """

    needs_source = True

    items: str = "placeholders"
    """What is compared: a word that ``parity`` knows."""

    by_position: bool = False
    """Only placeholders of printf that are filled in by their order, or only others."""

    def __post_init__(self) -> None:
        require_one_of("items", self.items, SORTS)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each unit in which the order is another."""
        for segment in document.segments:
            if segment.source:
                hit = self._hit(document, segment)
                if hit is not None:
                    yield in_lines(document.raw, hit)

    def _items(self, text: str, format_name: str) -> list[Item]:
        """Return the items whose order is compared."""
        return [
            item
            for item in carried(self.items, text, format_name)
            if bool(_UNNAMED.fullmatch(item.keys[0])) == self.by_position
        ]

    def _hit(self, document: Document, segment: Segment) -> Hit | None:
        """Return a hit in offsets of the file."""
        raw, form = document.raw, document.format
        source = segment.source_raw or segment.source or ""
        wanted = [item.keys[0] for item in self._items(source, form)]
        if len(wanted) < 2 or OPAQUE in wanted:  # noqa: PLR2004 -- of two, one can be first
            return None
        start = segment.extent or segment.pieces[0].raw
        found = self._items(segment.spelled(raw), form)
        keys = [item.keys[0] for item in found]
        if keys == wanted or sorted(keys) != sorted(wanted):
            return None
        if len(set(keys)) < len(keys) and not self.by_position:
            return None
        first = next(n for n, key in enumerate(keys) if key != wanted[n])
        other = keys.index(wanted[first], first)
        one, two = (
            TextSpan(start.start + each.start, start.start + each.end)
            for each in (found[first].span, found[other].span)
        )
        return Hit(
            one,
            (two.of(raw),),
            slots=(("lost", two.of(raw)),),
            companions=((two, one.of(raw)),),
            limit=Applicability.UNSAFE,
        )
