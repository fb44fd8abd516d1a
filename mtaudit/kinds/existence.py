"""existence: a phrase or a pattern that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.base import Gate
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Matching, may_hold, named_groups
from mtaudit.model import Hit, Segment
from mtaudit.text.patterns import any_of


@dataclass(frozen=True, eq=False, repr=False)
class Existence(Matching):
    """
    Find each of `phrases` as whole words, and each match of `patterns`.

    A pattern with a group called ``at`` marks that group alone, so that a card
    can ask for what stands around the fault.
    """

    phrases: tuple[str, ...] = ()
    """Whole words; a space matches any white space, a line break included."""

    patterns: tuple[str, ...] = ()
    """Regular expressions; ``^`` and ``$`` match at line breaks."""

    def gate(self) -> Gate:
        """Open where a phrase or what a pattern requires occurs."""
        return gate_for(self.phrases, self.patterns, ignore_case=self.ignore_case)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each match, pattern by pattern."""
        if not self.concerns(segment):
            return
        for matches in self._matches(segment.text):
            for match, span in self.allowed(matches, segment.text):
                yield Hit(span, slots=named_groups(match))

    def _matches(self, text: str) -> Iterator[Iterable[re.Match[str]]]:
        if self.phrases and may_hold(self.phrases, text):
            yield self._phrases.finditer(text)
        for pattern in self.due(self.patterns, text):
            yield self.matches(pattern, text)

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        return any_of(self.phrases, ignore_case=self.ignore_case)
