"""What the kinds that look for wording have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.base import Kind, SegmentKind
from mtaudit.model import Segment, TextSpan
from mtaudit.text.patterns import FLAGS


@dataclass(frozen=True)
class Wording(Kind):
    """Look for wording, with exceptions."""

    unless: tuple[str, ...] = ()
    """Patterns; a hit that overlaps a match of one of them is dropped."""

    ignore_case: bool = True
    """Whether upper and lower case are one, in all the options alike."""

    roles: tuple[str, ...] = ()
    """Roles of the segments to look at; none means all."""

    def concerns(self, segment: Segment) -> bool:
        """Whether the role of `segment` is one to look at."""
        return not self.roles or segment.role in self.roles

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern of the card."""
        return re.compile(pattern, FLAGS | (re.IGNORECASE if self.ignore_case else 0))

    def allowed(
        self, matches: Iterable[re.Match[str]], text: str
    ) -> Iterator[tuple[re.Match[str], TextSpan]]:
        """Yield each match that no exception covers, and the span to mark."""
        excepted: list[TextSpan] | None = None
        for match in matches:
            if excepted is None:
                excepted = [*self._excepted(text)]
            span = marked_span(match)
            if not any(span.overlaps(other) for other in excepted):
                yield match, span

    @cached_property
    def _exceptions(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(self.compiled, self.unless))

    def _excepted(self, text: str) -> Iterator[TextSpan]:
        """Yield the places in which nothing is found."""
        for pattern in self._exceptions:
            for match in pattern.finditer(text):
                yield TextSpan(*match.span())


class Matching(Wording, SegmentKind):
    """Look for wording in one segment at a time."""


def marked_span(match: re.Match[str]) -> TextSpan:
    """Return the span of the group called ``at``, else of the whole match."""
    named = "at" in match.re.groupindex and match["at"] is not None
    return TextSpan(*match.span("at" if named else 0))


def named_groups(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return the groups that the card's message may name."""
    return tuple(
        (name, text) for name, text in match.groupdict().items() if text is not None
    )
