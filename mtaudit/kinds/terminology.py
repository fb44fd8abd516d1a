"""terminology: a term of the source whose translation is missing or forbidden."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mtaudit.kinds.base import Rows, SegmentKind
from mtaudit.model import Hit, Segment, TextSpan
from mtaudit.text.case import transfer_case
from mtaudit.text.patterns import phrase_pattern
from mtaudit.text.scripts import has_word_ends

_SHORTEST_STEM = 5
"""Shorter words are kept whole, and endings are added to them."""

_SHORTEST = 3
"""Shorter words take no endings."""


class _Term(NamedTuple):
    """A term, ready to be looked for."""

    source: str
    targets: tuple[str, ...]
    in_source: re.Pattern[str]
    in_target: re.Pattern[str] | None
    """None where only wordings are forbidden."""

    forbidden: re.Pattern[str] | None


@dataclass(frozen=True, eq=False, repr=False)
class Terminology(SegmentKind):
    """
    Find units whose source has a term and which lack its translation.

    A forbidden translation is marked and the right one offered; without one the
    whole unit is marked. Words may be inflected: they match where their stems
    do, unless `exact` is set. The message may name the {term} and what is
    {expected}.
    """

    needs_source = True

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Term of the source to its translations, the preferred one first."""

    termbase: Rows = field(default=(), metadata={"table": ("source", "target")})
    """The same as a table, one translation a row."""

    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Term of the source to translations that are wrong for it."""

    exact: bool = False
    """Whether words match only as they are given."""

    ignore_case: bool = True
    """Whether upper and lower case are one."""

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each term that is wrong or missing."""
        if not segment.source or not segment.text.strip():
            return
        for term in self._terms:
            if term.in_source.search(segment.source):
                yield from _judge(term, segment.text)

    @cached_property
    def _terms(self) -> tuple[_Term, ...]:
        targets: dict[str, tuple[str, ...]] = dict(self.terms)
        for source, target in self.termbase:
            targets[source] = (*targets.get(source, ()), target)
        sources = dict.fromkeys((*targets, *self.forbidden))
        return tuple(self._term(each, targets.get(each, ())) for each in sources)

    def _term(self, source: str, targets: tuple[str, ...]) -> _Term:
        in_source = self._any_of((source,)) or re.compile("(?!)")
        forbidden = self._any_of(self.forbidden.get(source, ()))
        return _Term(source, targets, in_source, self._any_of(targets), forbidden)

    def _any_of(self, wordings: tuple[str, ...]) -> re.Pattern[str] | None:
        """Compile a pattern that finds each of `wordings`, inflected or exact."""
        if not wordings:
            return None
        pattern = phrase_pattern if self.exact else _inflected
        flags = re.IGNORECASE if self.ignore_case else re.NOFLAG
        return re.compile("|".join(map(pattern, wordings)), flags)


def _judge(term: _Term, text: str) -> Iterator[Hit]:
    """Yield the forbidden wordings, or the text if the right one is missing."""
    slots = (("term", term.source), ("expected", ", ".join(term.targets)))
    wrong = [*term.forbidden.finditer(text)] if term.forbidden else []
    for match in wrong:
        fixes = tuple(transfer_case(match[0], target) for target in term.targets)
        yield Hit(TextSpan(*match.span()), fixes, slots)
    if not wrong and term.in_target and not term.in_target.search(text):
        yield Hit(TextSpan(0, len(text)), slots=slots)


def _inflected(phrase: str) -> str:
    """Return a pattern that finds a phrase with whatever endings its words have."""
    return r"\s+".join(map(_stem_pattern, phrase.split()))


def _stem_pattern(word: str) -> str:
    """Return a pattern for the forms of one word."""
    if not (has_word_ends(word[0]) and has_word_ends(word[-1])):
        return re.escape(word)
    cut = max(1, len(word) // _SHORTEST_STEM) if len(word) >= _SHORTEST_STEM else 0
    endings = cut + 3 if cut else 2
    stem = re.escape(word[: len(word) - cut])
    ending = rf"\w{{0,{endings}}}" if len(word) >= _SHORTEST else ""
    return rf"(?<!\w){stem}{ending}(?!\w)"
