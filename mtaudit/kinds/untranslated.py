"""untranslated: text that stands in the translation as it stands in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from math import inf
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.units import of_last_document
from mtaudit.model import Document, Hit, Languages, Segment, TextSpan
from mtaudit.text.function_words import listed
from mtaudit.text.language import main_script, primary
from mtaudit.text.parted import ascii_words, flattened
from mtaudit.text.prose_words import ProseWord, common_runs, prose_words, weight
from mtaudit.text.scripts import WITHOUT_WORD_ENDS, beyond_ascii, script_of
from mtaudit.text.stripped import stripped
from mtaudit.text.words import flatten

COPY, NEAR, PART = "copy", "near", "part"

_OPENING, _CLOSING = "\"'“„«»‘‹「『`", "\"'”“»«’›」』`"
_MARKS = frozenset("[*_>")
_MARKS_AFTER = re.compile(r"[.:?!…]?(?:[\]*_]|<(?!br\b))")
_NEAR = 40
_DIRECTIVE = re.compile(r"\s*(?:\[![A-Z]+ |\Z)")
_LETTERS = re.compile(r"[^\W\d_]+")
_KEPT = 4096
"""Originals whose words are kept: catalogues of many languages share them."""

_SAMPLE = 100
"""How many sentences tell of the originals' language, where nothing says it."""

_SHARE = 0.12
"""
What share of function words a text in the language has at least.

Running English has a fifth and more; other languages, by its list, below a twentieth.
"""

_LONG = 7
"""So many words are a text, though no function word is among them."""


@dataclass(frozen=True, eq=False, repr=False)
class Untranslated(DocumentKind):
    """
    Find what a translation has in the words of its original.

    ``copy``: the unit is its original. ``near``: it is that but for some
    letters. ``part``: a run of words of the original stands in it. Names, code,
    addresses, handles and numbers do not count as words, nor does what is
    quoted. Nothing is found where the original is in the target language
    already.
    """

    needs_source = True

    report: str = COPY
    """``copy``, ``near`` or ``part``."""

    least: int = 3
    """How many words that a translation would have changed make a finding."""

    alike: float = 80.0
    """From what share of common letters, in per cent, a unit is ``near``."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, (COPY, NEAR, PART))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each unit, or each run, that was left as it was."""
        sides = _sides_of(document)
        if self.report == COPY:
            segments = sides.copies
        else:
            segments = [each for each, shared in sides.others if shared >= self.least]
        for segment in segments:
            if not _DIRECTIVE.match(segment.text):
                for span in self._spans(segment, document.raw, sides.direction):
                    if not _is_borrowed(span.of(segment.text), segment.source or ""):
                        yield segment, Hit(span)

    def _spans(
        self, segment: Segment, raw: str, direction: _Direction
    ) -> Iterator[TextSpan]:
        """Yield what was left in one unit of the file `raw`."""
        words = [*prose_words(segment.text, direction.shared)]
        if weight(words) < self.least:
            return
        originals = [*prose_words(segment.source or "", direction.shared)]
        if direction.is_target(originals):
            return
        if self.report == COPY:
            if direction.is_source(words) or weight(words) >= _LONG:
                yield from stripped(segment.text)
            return
        is_near = self._is_near(words, originals, direction)
        if is_near and self.report == NEAR:
            yield from stripped(segment.text)
        elif not is_near and self.report == PART:
            runs = self._runs(words, originals, direction)
            yield from (span for span in runs if not _is_title(segment, span, raw))

    def _is_near(
        self,
        words: Sequence[ProseWord],
        originals: Sequence[ProseWord],
        direction: _Direction,
    ) -> bool:
        """Whether two units share most letters, and words of the source language."""
        keys = {word.key for word in originals}
        shared = [word for word in words if word.key in keys]
        return (
            weight(shared) >= self.least
            and direction.is_source(shared)
            and _likeness(words, originals) >= self.alike
        )

    def _runs(
        self,
        words: Sequence[ProseWord],
        originals: Sequence[ProseWord],
        direction: _Direction,
    ) -> Iterator[TextSpan]:
        """Yield the runs of words that are in both and tell that they were left."""
        small = {word.key for word in originals if word.weight}
        for run in common_runs(words, originals):
            span = TextSpan(run[0].start, run[-1].end)
            length = weight(each for each in run if each.key in small)
            is_text = length >= (self.least if direction.is_source(run) else _LONG)
            if is_text:
                yield span


class _Sides(NamedTuple):
    """The units of a document whose original is in another language."""

    direction: _Direction
    copies: Sequence[Segment]
    """Those that are their originals."""

    others: Sequence[tuple[Segment, float]]
    """Others that may be so in part, and how many words may be left, or more."""


@of_last_document
def _sides_of(document: Document) -> _Sides:
    """Return the units that are copies, and the others."""
    direction = _Direction(document.languages)
    if direction.is_one_language or _is_variant(document, direction):
        return _Sides(direction, (), ())
    copies: list[Segment] = []
    others: list[tuple[Segment, float]] = []
    units = [each for each in document.segments if each.source]
    texts = flattened([each.text for each in units])
    for segment, text, words in zip(units, texts, ascii_words(texts), strict=True):
        flat, runs, is_ascii, is_wide = _original(segment.source or "")
        if text == flat:
            copies.append(segment)
        elif is_wide:
            others.append((segment, inf))
        else:
            own = words if is_ascii else _LETTERS.findall(text)
            if not runs.isdisjoint(own):
                shared = [*filter(runs.__contains__, own)]
                if len(shared) >= _LONG or direction.may_be_source(shared):
                    others.append((segment, len(shared)))
    return _Sides(direction, copies, others)


class _Original(NamedTuple):
    """What is compared of an original."""

    flat: str
    runs: frozenset[str]
    """The letters that stand together: words, and what apostrophes part of them."""

    is_ascii: bool
    is_wide: bool
    """Whether a character may be a word."""


@lru_cache(maxsize=_KEPT)
def _original(source: str) -> _Original:
    flat = flatten(source)
    runs = frozenset(_LETTERS.findall(flat))
    others = beyond_ascii("".join(runs))
    is_wide = any(script_of(char) in WITHOUT_WORD_ENDS for char in others)
    return _Original(flat, runs, not others, is_wide)


def _is_variant(document: Document, direction: _Direction) -> bool:
    """Whether the originals are in the target language: a catalogue of en-GB."""
    if document.languages.source is not None:
        return False
    texts = ([*prose_words(each.source)] for each in document.segments if each.source)
    sentences = (words for words in texts if len(words) >= _LONG)
    return direction.are_target(
        [word for words in islice(sentences, _SAMPLE) for word in words]
    )


class _Direction:
    """What the languages of a translation tell of its words."""

    def __init__(self, languages: Languages) -> None:
        source, target = (
            each and primary(each) for each in (languages.source, languages.target)
        )
        self.is_one_language = source == target and source is not None
        self._source, self._target = listed(source or ""), listed(target or "")
        self.shared = self._source & self._target
        self._beginnings = _beginnings(self._source - self.shared)

    def may_be_source(self, runs: Sequence[str]) -> bool:
        """Whether `is_source` may be so of words that have these letters together."""
        return not (self._beginnings and self._beginnings.isdisjoint(runs))

    def is_source(self, words: Sequence[ProseWord]) -> bool:
        """Whether a function word of the source is among the words, if we know any."""
        own = self._source - self.shared
        return not own or any(word.key in own for word in words)

    def is_target(self, words: Sequence[ProseWord]) -> bool:
        """Whether function words say that a text is in the target language."""
        keys = [word.key for word in words]
        target = sum(key in self._target for key in keys)
        return target > sum(key in self._source for key in keys)

    def are_target(self, words: Sequence[ProseWord]) -> bool:
        """Whether so many are function words of the target that all are in it."""
        known = sum(word.key in self._target for word in words)
        return bool(words) and known / len(words) >= _SHARE


@cache
def _beginnings(words: frozenset[str]) -> frozenset[str]:
    """Return the letters that each of some words begins with."""
    return frozenset(run[0] for run in map(_LETTERS.search, words) if run)


def _likeness(words: Sequence[ProseWord], originals: Sequence[ProseWord]) -> float:
    """Return the share of letters that two texts have in common, in per cent."""
    keys = [[each.key for each in side if each.weight] for side in (words, originals)]
    from rapidfuzz import fuzz

    return fuzz.ratio(*map(" ".join, keys))


def _is_borrowed(run: str, source: str) -> bool:
    """Whether the original has a run in another script than its own."""
    return main_script(source) != main_script(run)


def _is_title(segment: Segment, span: TextSpan, raw: str) -> bool:
    """Whether a run is a name: a link's, a button's, quoted, or with a gloss."""
    place = segment.to_raw(span)
    before, after = raw[place.start - 1 : place.start], raw[place.end :][:_NEAR]
    is_link = before == "[" and "](" in after
    is_marked = before in _MARKS and _MARKS_AFTER.match(after) is not None
    is_glossed = segment.text[span.end :].lstrip("”»\"' ").startswith(("(", "（", "["))
    return is_link or is_marked or is_glossed or _is_quoted(segment.text, span)


def _is_quoted(text: str, span: TextSpan) -> bool:
    """Whether a run stands in quotation marks: a title, words about words."""
    before = max((text.rfind(sign, 0, span.start) for sign in _OPENING), default=-1)
    after = [text.find(sign, span.end) for sign in _CLOSING]
    return before >= 0 and any(place >= 0 for place in after)
