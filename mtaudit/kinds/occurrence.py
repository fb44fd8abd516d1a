"""occurrence: too many or too few of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.base import OPEN, DocumentKind, Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.words import count_words

SEGMENT, DOCUMENT, THOUSAND_WORDS = "segment", "document", "thousand-words"

_Place = tuple[Segment, TextSpan]


@dataclass(frozen=True, eq=False, repr=False)
class Occurrence(Wording, DocumentKind):
    """
    Count `phrases` and matches of `patterns`; find that there are too many.

    Where there are more than `max`, the first superfluous one is the hit, one
    for each segment or for the document as `per` says. Where there are fewer
    than `min`, the whole first segment is, or the segment that lacks them. The
    message may name {count}, {limit} and, of a rate, {rate}.
    """

    phrases: tuple[str, ...] = ()
    """Whole words; a space matches any white space, a line break included."""

    patterns: tuple[str, ...] = ()
    """Regular expressions; overlapping matches of two of them count twice."""

    min: float | None = None
    """Fewer than this are too few."""

    max: float | None = None
    """More than this are too many."""

    per: str = DOCUMENT
    """``segment``, ``document`` or ``thousand-words`` of a document."""

    least: int = 0
    """Fewer than this are never too many, however short the document is."""

    def __post_init__(self) -> None:
        require_one_of("per", self.per, (SEGMENT, DOCUMENT, THOUSAND_WORDS))
        if self.min is None and self.max is None:
            raise ValueError("“min” or “max” must be given")

    def gate(self) -> Gate:
        """Open where there is something to count; for `min`, everywhere."""
        if self.min is not None:
            return OPEN
        return gate_for(self.phrases, self.patterns)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each segment, or one for the document."""
        segments = [each for each in document.segments if self.concerns(each)]
        if self.per != SEGMENT:
            yield from self._judge(segments)
            return
        for segment in segments:
            yield from self._judge((segment,))

    def _judge(self, segments: Sequence[Segment]) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit if what is said in all of `segments` is out of bounds."""
        places = [place for each in segments for place in self._places(each)]
        thousands = self._thousands(segments)
        if not thousands or not segments:
            return
        rate = len(places) / thousands
        if self.max is not None and rate > self.max and len(places) >= self.least:
            segment, span = places[int(self.max * thousands)]
            yield segment, Hit(span, slots=_slots(len(places), self.max, rate))
        elif self.min is not None and rate < self.min:
            span = TextSpan(0, len(segments[0].text))
            yield segments[0], Hit(span, slots=_slots(len(places), self.min, rate))

    def _thousands(self, segments: Sequence[Segment]) -> float:
        """Return what a count is divided by to be compared with the bounds."""
        if self.per != THOUSAND_WORDS:
            return 1
        return sum(count_words(segment.text) for segment in segments) / 1000

    def _places(self, segment: Segment) -> list[_Place]:
        """Return the matches of one segment in their order."""
        text = self.read(segment.text)
        spans = [
            span
            for pattern in self._patterns
            for _, span in self.allowed(pattern.finditer(text), text)
        ]
        return [(segment, span) for span in sorted(spans)]

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return self.all_of(self.phrases, self.patterns)


def _slots(count: int, limit: float, rate: float) -> tuple[tuple[str, str], ...]:
    """Return what the message may name."""
    return ("count", str(count)), ("limit", f"{limit:g}"), ("rate", f"{rate:.1f}")
