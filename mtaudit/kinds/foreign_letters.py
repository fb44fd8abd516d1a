"""foreign-letters: letters of another way of writing the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.kinds.base import DocumentKind, Gate, Rows
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Segment, TextSpan

_MANY = 4
"""From so many places on, a segment is marked once, from the first to the last."""

_LEAST = 10
"""A document with fewer telling letters does not say which variant it is in."""


@dataclass(frozen=True, eq=False, repr=False)
class ForeignLetters(Wording, DocumentKind):
    """
    Find letters of one variant of a script in a text that is in another.

    Simplified and traditional Chinese share most characters; the table lists
    those that only one of them has. Where `wrong` is given, letters of that
    variant are out of place; else those of the variant that the document uses
    least. A text in which they make up more than `most` is not a text with
    slips but one in that variant, or in both, and nothing is found. The
    message may name the {variant} and, in {kept}, the document's own.
    """

    letters: Rows = field(default=(), metadata={"table": ("variant", "letters")})
    """Variants with the letters that no other has; a variant may have many rows."""

    wrong: str = ""
    """The variant that is out of place in any text."""

    most: float = 0.2
    """A larger share of telling letters, or of all letters for `wrong`, is no slip."""

    def gate(self) -> Gate:
        """Open where a letter that may be out of place occurs."""
        return Gate(
            chars=frozenset(
                char
                for variant, letters in self._sets.items()
                for char in letters
                if self.wrong in {"", variant}
            )
        )

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each run of letters, or one for a segment with many."""
        segments = [*filter(self.concerns, document.segments)]
        variant, kept = self._minority(segments)
        if not variant:
            return
        slots = (("variant", variant), ("kept", kept))
        for segment in segments:
            matches = self._runs[variant].finditer(segment.text)
            spans = [span for _, span in self.allowed(matches, segment.text)]
            for span in _merged(spans):
                yield segment, Hit(span, slots=slots)

    def _minority(self, segments: Sequence[Segment]) -> tuple[str, str]:
        """Return the variant whose letters are slips, and the document's own."""
        counts = Counter(char for segment in segments for char in segment.text)
        uses = {
            variant: sum(counts[char] for char in letters)
            for variant, letters in self._sets.items()
        }
        if self.wrong:
            every = sum(count for char, count in counts.items() if char.isalpha())
            slips = 0 < uses.get(self.wrong, 0) <= self.most * every
            return (self.wrong if slips else "", "")
        (kept, most), *others = Counter(uses).most_common()
        variant, least = others[-1] if others else ("", 0)
        total = sum(uses.values())
        slips = least > 0 and most >= _LEAST and least <= self.most * total
        return (variant if slips else "", kept)

    @cached_property
    def _sets(self) -> dict[str, str]:
        sets: dict[str, str] = {}
        for variant, letters in self.letters:
            sets[variant] = sets.get(variant, "") + letters
        return sets

    @cached_property
    def _runs(self) -> dict[str, re.Pattern[str]]:
        return {
            variant: re.compile(f"[{re.escape(letters)}]+")
            for variant, letters in self._sets.items()
        }


def _merged(spans: list[TextSpan]) -> list[TextSpan]:
    """Return the spans, or one over them all if they are many."""
    if len(spans) < _MANY:
        return spans
    return [TextSpan(spans[0].start, spans[-1].end)]
