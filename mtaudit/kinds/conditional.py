"""conditional: wording without the other wording that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Segment

SEGMENT, NEIGHBOURS, DOCUMENT = "segment", "neighbours", "document"


@dataclass(frozen=True, eq=False, repr=False)
class Conditional(Wording, DocumentKind):
    """
    Find a match of `when` that has no match of `then` around it.

    `within` says how far around: the ``segment``, the segment and its
    ``neighbours``, or the ``document``. The first match of each segment that
    lacks its counterpart is the hit, and of a document the very first. A group
    called ``at`` in `when` is what is marked. Roles restrict where `when` is
    looked for; `then` may stand anywhere.
    """

    when: tuple[str, ...] = ()
    """Regular expressions: the wording that needs another."""

    then: tuple[str, ...] = ()
    """Regular expressions, of which one must match."""

    within: str = SEGMENT
    """``segment``, ``neighbours`` or ``document``."""

    def __post_init__(self) -> None:
        require_one_of("within", self.within, (SEGMENT, NEIGHBOURS, DOCUMENT))

    def gate(self) -> Gate:
        """Open where something may match `when`."""
        return gate_for(patterns=self.when)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each segment in need, or one for the document."""
        segments = document.segments
        for index, segment in enumerate(segments):
            hit = self._need(segment)
            if hit is None or self._is_met(segments, index):
                continue
            yield segment, hit
            if self.within == DOCUMENT:
                return

    def _need(self, segment: Segment) -> Hit | None:
        """Return the first match of `when` that no exception covers."""
        if not self.concerns(segment):
            return None
        text = self.read(segment.text)
        spans = [
            span
            for pattern in self._when
            for _, span in self.allowed(pattern.finditer(text), text)
        ]
        return Hit(min(spans)) if spans else None

    def _is_met(self, segments: Sequence[Segment], index: int) -> bool:
        """Whether `then` matches near enough to the segment at `index`."""
        near = {
            SEGMENT: slice(index, index + 1),
            NEIGHBOURS: slice(max(0, index - 1), index + 2),
            DOCUMENT: slice(None),
        }
        return any(
            pattern.search(self.read(segment.text))
            for segment in segments[near[self.within]]
            for pattern in self._then
        )

    @cached_property
    def _when(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(self.compiled, self.when))

    @cached_property
    def _then(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(self.compiled, self.then))
