"""substitution: wording that has a better one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.kinds.base import Gate
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Matching, named_groups
from mtaudit.model import Hit, Segment, TextSpan
from mtaudit.text.case import transfer_case
from mtaudit.text.patterns import any_of


@dataclass(frozen=True, eq=False, repr=False)
class Substitution(Matching):
    """
    Find phrases and patterns that have a better wording, and offer it.

    An empty replacement deletes; where the sentence began there, the next
    letter becomes a capital. Where case does not count, a replacement takes over
    that of what it replaces.
    """

    swap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Phrase, as whole words, to its replacements, best first."""

    patterns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    r"""
    Regular expression to its replacements, in which ``\1`` and ``\g<name>``
    stand for groups. A group called ``at`` is what is marked and replaced.
    """

    away_from_markup: bool = False
    """Whether a match of a pattern that touches emphasis, code or a link passes."""

    def gate(self) -> Gate:
        """Open where a phrase or what a pattern requires occurs."""
        return gate_for(self.swap, self.patterns, ignore_case=self.ignore_case)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each match, phrases first."""
        if not self.concerns(segment):
            return
        text = segment.text
        if self.swap:
            for match, span in self.allowed(self._phrases.finditer(text), text):
                wordings = self._wordings[self.key(match[0])]
                yield _hit(text, span, self._cased(match[0], wordings))
        for pattern in self.due(self.patterns, text):
            templates = self.patterns[pattern]
            for match, span in self.allowed(self.matches(pattern, text), text):
                if self.away_from_markup and _touches_markup(segment, span):
                    continue
                expanded = self._cased(span.of(text), map(match.expand, templates))
                yield _hit(text, span, expanded)._replace(slots=named_groups(match))

    def _cased(self, model: str, wordings: Iterable[str]) -> tuple[str, ...]:
        """Return `wordings` as they should stand in the place of `model`."""
        if not self.ignore_case:
            return tuple(wordings)
        return tuple(transfer_case(model, wording) for wording in wordings)

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        return any_of(self.swap, ignore_case=self.ignore_case)

    @cached_property
    def _wordings(self) -> dict[str, tuple[str, ...]]:
        return {self.key(phrase): wordings for phrase, wordings in self.swap.items()}


def _touches_markup(segment: Segment, span: TextSpan) -> bool:
    """Whether the file has something more than a span and the letters beside it."""
    end = min(span.end + 1, len(segment.text))
    return not segment.is_verbatim(TextSpan(max(0, span.start - 1), end))


def _hit(text: str, span: TextSpan, wordings: tuple[str, ...]) -> Hit:
    """Return a hit whose deletion, if it is one, leaves a capital behind."""
    after = text[span.end : span.end + 1]
    if wordings[:1] == ("",) and text[span.start].isupper() and after.islower():
        capital = TextSpan(span.end, span.end + 1), after.upper()
        return Hit(span, wordings, companions=(capital,))
    return Hit(span, wordings)
