"""length: a unit that is much shorter, or longer, than the others of its file are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.beside import last_word
from mtaudit.model import Document, Hit, Segment
from mtaudit.text.landmarks import length_of


@dataclass(frozen=True, eq=False, repr=False)
class Length(DocumentKind):
    """
    Find units whose length does not go with that of their original.

    The ratio of the two is compared with the median ratio of the document. An
    ideograph counts as two letters. The message may name the {share} of the
    usual length, in per cent.
    """

    needs_source = True

    factor: float = 2.5
    """So many times the median, or that part of it, is too much."""

    least: int = 20
    """Units whose original has fewer letters are passed over."""

    units: int = 5
    """A document of fewer units has no median that tells anything."""

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit at the end of each such unit."""
        ratios = [
            (segment, length_of(segment.text) / length_of(segment.source))
            for segment in document.segments
            if segment.source and len(segment.source) >= self.least
        ]
        if len(ratios) < self.units:
            return
        usual = median(ratio for _, ratio in ratios)
        for segment, ratio in ratios:
            if usual and not 1 / self.factor <= ratio / usual <= self.factor:
                slots = (("share", f"{100 * ratio / usual:.0f}"),)
                yield segment, Hit(last_word(segment), slots=slots)
