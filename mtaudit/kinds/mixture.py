"""mixture: two ways of doing one thing in the same document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.kinds.base import OPEN, DocumentKind, Gate
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Segment, TextSpan

_Use = tuple[Segment, TextSpan, str]


@dataclass(frozen=True, eq=False, repr=False)
class Mixture(Wording, DocumentKind):
    """
    Of sides that exclude each other, find what speaks for the weaker ones.

    The side with most matches in the document is kept, of equals the first in
    the text. The message may name the {side} of a match, the {kept} side and
    how often it occurs, {count}.
    """

    patterns: Mapping[str, str] = field(default_factory=dict)
    """Regular expression to the side that a match of it speaks for."""

    least: int = 2
    """Fewer matches than this of the kept side prove nothing."""

    once: bool = False
    """Whether the first match that does not go with the rest stands for all."""

    def gate(self) -> Gate:
        """Open where one side may be found; of the commonest there is no need."""
        sides = dict.fromkeys(self.patterns.values())
        gates = [gate_for(patterns=self._patterns_besides(side)) for side in sides]
        shut = [gate for gate in gates if not gate.is_open]
        return min(shut, key=lambda gate: len(gate.parts), default=OPEN)

    def _patterns_besides(self, side: str) -> list[str]:
        """Return the patterns of the other sides: with a hit, one of them matches."""
        return [each for each, other in self.patterns.items() if other != side]

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each match that speaks for a weaker side."""
        uses = [*self._uses(document)]
        counts = Counter(side for _, _, side in uses)
        kept, count = max(counts.items(), key=lambda each: each[1], default=("", 0))
        if count < self.least:
            return
        for segment, span, side in uses:
            if side != kept:
                slots = (("side", side), ("kept", kept), ("count", str(count)))
                yield segment, Hit(span, slots=slots)
                if self.once:
                    return

    def _uses(self, document: Document) -> Iterator[_Use]:
        """Yield what speaks for any side, in the order of the text."""
        for segment in filter(self.concerns, document.segments):
            text = self.read(segment.text)
            found = [
                (span, side)
                for pattern, side in self._patterns
                for _, span in self.allowed(pattern.finditer(text), text)
            ]
            for span, side in sorted(found):
                yield segment, span, side

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple(
            (self.compiled(pattern), side) for pattern, side in self.patterns.items()
        )
