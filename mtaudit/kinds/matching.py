"""What the kinds that look for wording have in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, ClassVar

from mtaudit.kinds.base import Kind, SegmentKind
from mtaudit.model import Segment, TextSpan
from mtaudit.text.patterns import FLAGS, any_of, over_breaks
from mtaudit.text.words import flatten, spaced
from mtaudit.text.wrapped import unwrapped

_MANY = 64
"""Phrases that take as long to look for as to compile."""

_SPACE = r"\x20"
"""A space and nothing else: a pattern that has it sees where lines end."""

_MOST = 2_000_000
"""Code points; forms of a longer text would not fit into memory."""


@dataclass(frozen=True, eq=False, repr=False)
class Wording(Kind):
    """Look for wording, with exceptions."""

    reads_lines: ClassVar[bool] = False
    """Whether a line break of the text means something, and is no space."""

    unless: tuple[str, ...] = ()
    """Patterns; a hit that overlaps a match of one of them is dropped."""

    ignore_case: bool = True
    """Whether upper and lower case are one, in all the options alike."""

    roles: tuple[str, ...] = ()
    """Roles of the segments to look at; none means all."""

    in_messages: bool = True
    """Whether to look at texts that have a key, such as the messages of a program."""

    needs: Mapping[str, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict, metadata={"derived": True}
    )
    """
    Of which strings a text with a match of a pattern holds one, and of which too.

    They are found out when a pack is compiled, and not written on a card: a
    pattern that need not be tried need not be compiled.
    """

    anchored: tuple[str, ...] = field(default=(), metadata={"derived": True})
    """Patterns that match only where a line begins; found out likewise."""

    def concerns(self, segment: Segment) -> bool:
        """Whether `segment` is one to look at."""
        if not self.in_messages and segment.unit_id is not None:
            return False
        return not self.roles or segment.role in self.roles

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """Return a pattern of the card, compiled when it is first asked for."""
        if pattern not in self._compiled:
            flags = FLAGS | (re.IGNORECASE if self.ignore_case else re.NOFLAG)
            spelled = pattern if self.reads_lines else over_breaks(pattern)
            self._compiled[pattern] = re.compile(spelled, flags)
        return self._compiled[pattern]

    def read(self, text: str) -> str:
        """Return a text as patterns see it; offsets stay."""
        return text if self.reads_lines else unwrapped(text)

    def all_of(
        self, phrases: Iterable[str], patterns: Iterable[str]
    ) -> tuple[re.Pattern[str], ...]:
        """Return one pattern for all phrases, if there are any, and the others."""
        listed = tuple(phrases)
        words = (any_of(listed, ignore_case=self.ignore_case),) if listed else ()
        return (*words, *map(self.compiled, patterns))

    def key(self, wording: str) -> str:
        """Return a wording of the text as that of the card is looked up."""
        return flatten(wording) if self.ignore_case else spaced(wording)

    def due(self, patterns: Iterable[str], text: str) -> Iterator[str]:
        """Yield those of `patterns` that may match in `text`."""
        even = ""
        for pattern in patterns:
            strings = self.needs.get(pattern)
            if strings and not self._is_tried_at_once(pattern, text):
                even = even or (flatten(text) if self.ignore_case else spaced(text))
                if not _holds_each(even, strings):
                    continue
            yield pattern

    def _is_tried_at_once(self, pattern: str, text: str) -> bool:
        """Whether a pattern is told sooner than what it needs, or there is no room."""
        is_quick = pattern in self._compiled and pattern in self.anchored
        return (is_quick and "\n" not in text) or len(text) > _MOST

    def derived(self) -> dict[str, Any]:
        """Return what patterns need, so that few of them have to be compiled."""
        from mtaudit.text.literals import all_required
        from mtaudit.text.regex_tree import is_anchored

        patterns = (*getattr(self, "patterns", ()), *self.unless)
        needs = {
            pattern: all_required(pattern, FLAGS, ignore_case=self.ignore_case)
            for pattern in patterns
        }
        found = {
            "needs": {pattern: each for pattern, each in needs.items() if each},
            "anchored": tuple(each for each in patterns if is_anchored(each, FLAGS)),
        }
        return {name: value for name, value in found.items() if value}

    def matches(self, pattern: str, text: str) -> Iterable[re.Match[str]]:
        """Return the matches of a pattern of the card in a text."""
        compiled = self.compiled(pattern)
        read = text if _SPACE in pattern else self.read(text)
        if pattern not in self.anchored or "\n" in read:
            return compiled.finditer(read)
        match = compiled.match(read)
        return (match,) if match else ()

    def allowed(
        self, matches: Iterable[re.Match[str]], text: str
    ) -> Iterator[tuple[re.Match[str], TextSpan]]:
        """Yield each match that no exception covers, and the span to mark."""
        excepted: Stretches | None = None
        for match in matches:
            excepted = excepted or self.excepted(text)
            span = marked_span(match)
            if not excepted.touch(span):
                yield match, span

    def excepted(self, text: str) -> Stretches:
        """Return the places in which nothing is found."""
        return Stretches(self._excepted(text))

    @cached_property
    def without_exceptions(self) -> Kind:
        """The same without `unless`, which may be in the words of one language."""
        return replace(self, unless=()) if self.unless else self

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _excepted(self, text: str) -> Iterator[TextSpan]:
        for pattern in self.due(self.unless, text):
            for match in self.matches(pattern, text):
                yield TextSpan(*match.span())


class Stretches:
    """Places in a text, of which one may be asked whether any overlaps another."""

    def __init__(self, spans: Iterable[TextSpan]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = [*accumulate((span.end for span in ordered), max)]
        """How far each of them, or one before it, goes."""

    def touch(self, span: TextSpan) -> bool:
        """Whether one of them shares a character with `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def _holds_each(text: str, needs: Iterable[Iterable[str]]) -> bool:
    """Whether a text holds one string of each set; loops, for `any` is slow here."""
    for strings in needs:
        for string in strings:
            if string in text:
                break
        else:
            return False
    return True


def may_hold(phrases: tuple[str, ...], text: str) -> bool:
    """Whether one of few phrases may stand in a text; of many, that is not asked."""
    if len(phrases) > _MANY:
        return True
    flat = flatten(text)
    return any(phrase in flat for phrase in _flat(phrases))


@lru_cache(maxsize=256)
def _flat(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flatten(phrase).strip() for phrase in phrases)


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
