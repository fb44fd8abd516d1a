"""Terms of a glossary, ready to be looked for in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from mtaudit.kinds.base import Rows
from mtaudit.text.language import matches
from mtaudit.text.patterns import phrase_pattern
from mtaudit.text.scripts import has_word_ends

_SHORTEST_STEM = 5
"""Shorter words are kept whole, and endings are added to them."""

_SHORTEST = 3
"""Shorter words take no endings."""

_COMPOUNDING = ("de", "nl", "sv", "da", "nb", "nn", "no", "fi", "hu", "et", "is")
"""Languages in which a term may be the end of a longer word."""

ANY_SOURCE, ANY_TARGET = "source", "target"
"""In place of a tag, for terms of any source or target language."""

FORBIDDEN = "forbidden"
"""The status of a term that may not be used for its concept."""

_APART = r"(?<!\w)"
_Table = Mapping[str, tuple[str, ...]]


class Term(NamedTuple):
    """A term, ready to be looked for."""

    source: str
    targets: tuple[str, ...]
    in_source: re.Pattern[str]
    in_target: re.Pattern[str] | None
    """None where only wordings are forbidden."""

    forbidden: re.Pattern[str] | None = None
    is_kept: bool = False
    """Whether it must stay as it is."""


class Wordings(NamedTuple):
    """How terms are looked for."""

    exact: bool
    ignore_case: bool

    def any_of(self, terms: tuple[str, ...], lang: str = "") -> re.Pattern[str] | None:
        """Compile a pattern that finds each of `terms`, inflected or exact."""
        if not terms:
            return None
        pattern = phrase_pattern if self.exact else _inflected
        found = "|".join(f"(?:{self._cased(each, pattern(each))})" for each in terms)
        if lang.startswith(_COMPOUNDING):
            found = found.replace(_APART, "")
        return re.compile(found)

    def _cased(self, term: str, pattern: str) -> str:
        """Return the pattern of a term in any case, but for one in capitals."""
        if not self.ignore_case or (term.isupper() and len(term) > 1):
            return pattern
        return f"(?i:{pattern})"


class Entries:
    """The terms of a glossary, for each direction the ones that concern it."""

    def __init__(
        self,
        tables: tuple[_Table, _Table],
        *,
        keep: Iterable[str],
        rows: Rows,
        wordings: Wordings,
    ) -> None:
        self._terms, self._forbidden = tables
        """Terms of any source language to right and to forbidden translations."""

        self._keep = tuple(keep)
        self._rows = rows
        self._wordings = wordings
        self._by_direction: dict[tuple[str, str], tuple[Term, ...]] = {}

    def found_in(self, original: str, source: str, target: str) -> Iterator[Term]:
        """Yield the terms of an original; of those that overlap the longest."""
        taken: list[tuple[int, int]] = []
        for term in self._for(source, target):
            places = [match.span() for match in term.in_source.finditer(original)]
            free = [
                (start, end)
                for start, end in places
                if not any(start < last and first < end for first, last in taken)
            ]
            if free:
                taken += free
                yield term

    def _for(self, source: str, target: str) -> tuple[Term, ...]:
        key = source, target
        if key not in self._by_direction:
            terms = [*self._any_language, *self._of_concepts(source, target)]
            terms.sort(key=lambda term: -len(term.source))
            self._by_direction[key] = tuple(terms)
        return self._by_direction[key]

    @cached_property
    def _any_language(self) -> tuple[Term, ...]:
        """The terms that hold whatever the languages are."""
        sources = dict.fromkeys((*self._terms, *self._forbidden))
        listed = [
            self._term(each, self._terms.get(each, ()), self._forbidden.get(each, ()))
            for each in sources
        ]
        return (*listed, *map(_kept, self._keep))

    def _of_concepts(self, source: str, target: str) -> Iterator[Term]:
        """Yield the terms that have a translation from the one into the other."""
        concepts: dict[str, list[tuple[str, ...]]] = {}
        for concept, *rest in self._rows:
            concepts.setdefault(concept, []).append(tuple(rest))
        for terms in concepts.values():
            here = [each for each in terms if _is_in(each[0], target, ANY_TARGET)]
            right = tuple(term for _, term, status in here if status != FORBIDDEN)
            wrong = tuple(term for _, term, status in here if status == FORBIDDEN)
            for lang, term, _ in terms:
                if here and _is_in(lang, source, ANY_SOURCE):
                    yield self._term(term, right, wrong, lang=target)

    def _term(self, source: str, *targets: tuple[str, ...], lang: str = "") -> Term:
        right, wrong = targets
        any_of = self._wordings.any_of
        in_source = any_of((source,)) or re.compile("(?!)")
        return Term(source, right, in_source, any_of(right, lang), any_of(wrong, lang))


def _kept(term: str) -> Term:
    """Return a term that must stay; letters of its own script would make it another."""
    pattern = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(term)}(?![A-Za-z0-9_])")
    return Term(term, (term,), pattern, pattern, is_kept=True)


def _is_in(lang: str, wanted: str, any_language: str) -> bool:
    """Whether a term in `lang` is one for texts in `wanted`, a variety of it or not."""
    return lang == any_language or matches(wanted, lang) or matches(lang, wanted)


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
    return rf"{_APART}{stem}{ending}(?!\w)"
