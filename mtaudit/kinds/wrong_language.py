"""wrong-language: a passage in another language than the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.kinds.base import DocumentKind
from mtaudit.model import OPAQUE, Document, Hit, Role, Segment, TextSpan
from mtaudit.text.function_words import listed
from mtaudit.text.language import (
    by_words,
    identify,
    main_script,
    matches,
    primary,
    script_counts,
    script_of_language,
)
from mtaudit.text.word_list import words_of

_UNFIT = re.compile(r"^\W{0,3}[“«„「『\"‘‹]|\"{3}|[{};]\s|\(\)|=>|\w=\w|\$\w")
"""A quotation, or code that a format took for prose."""

_SENTENCE = re.compile(r"[.!?。！？…][\"”’»)]?\s*\Z")
_WEIGHT = {"Hani": 3, "Hira": 3, "Hang": 2}
"""Characters of Latin that say as much as one of these."""

_IN_TWO_SCRIPTS = frozenset({"az", "mn", "sr", "uz"})

_KIN = (
    frozenset({"da", "nb", "nn", "no", "sv"}),
    frozenset({"hr", "sr", "bs", "sl", "me"}),
    frozenset({"cs", "sk"}),
    frozenset({"id", "ms"}),
    frozenset({"ru", "be", "uk", "bg", "mk", "sr"}),
    frozenset({"es", "gl", "ca", "pt"}),
    frozenset({"ar", "fa", "ur"}),
    frozenset({"hi", "mr", "ne"}),
)
"""Languages that a few lines do not tell apart for certain."""

_PROSE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_LEAST_WORDS = 10
_FEW = 10
"""A text with one letter in so many of the target's script may be in it."""


@dataclass(frozen=True, eq=False, repr=False)
class WrongLanguage(DocumentKind):
    """
    Find blocks of prose in a language that is not the document's.

    Script decides first; within one script, function words, then letter
    statistics over the target, the source and English. A block in which a
    quotation opens, and one with much code, is passed over. Nothing is
    found where the document's language is not known, or where most of the
    document would be at fault; in a language whose words and script we do not
    have, only its source and English.
    """

    least: int = 80
    """Blocks with fewer characters are passed over; Han and kana count thrice."""

    script_only: bool = False
    """Whether to find only what another script gives away."""

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each block, whole."""
        target = document.languages.target
        if target is None:
            return
        source = document.languages.source
        own_words = listed(primary(target))
        at_home = [*_are_at_home(document.segments, own_words)]
        others = [
            (each, self._other(each.text, document))
            for each, is_home in zip(document.segments, at_home, strict=True)
            if not is_home and self._may_be_prose(each) and self._is_prose(each)
        ]
        foreign = [
            (segment, tag)
            for segment, tag in others
            if tag and _may_stand(tag, target, source)
        ]
        if not foreign:
            return
        if len(foreign) * 2 > sum(at_home) + len(others) > 1:
            return
        for segment, tag in foreign:
            text = segment.text.strip()
            start = segment.text.index(text)
            slots = (("language", tag), ("target", target))
            yield segment, Hit(TextSpan(start, start + len(text)), slots=slots)

    def _may_be_prose(self, segment: Segment) -> bool:
        """Whether a block is long enough, and where prose is, to have a language."""
        is_long = len(segment.text) * max(_WEIGHT.values()) >= self.least
        return is_long and segment.role in _PROSE and not segment.lang

    def _is_prose(self, segment: Segment) -> bool:
        """Whether a block is sentences enough to have a language."""
        text = segment.text
        if _UNFIT.search(text):
            return False
        script = _script_in(text) or ""
        is_long = len(text) * _WEIGHT.get(script, 1) >= self.least
        words = text.split()
        lower = sum(word[:1].islower() for word in words)
        is_text = script in _WEIGHT or (
            len(words) >= _LEAST_WORDS and (lower * 2 > len(words) or script == "Arab")
        )
        is_text &= segment.role is Role.PARAGRAPH or bool(_SENTENCE.search(text))
        return is_long and is_text and text.count(OPAQUE) * 6 < len(words) + 6

    def _other(self, text: str, document: Document) -> str | None:
        """Return the language of a text, if it is another than the document's."""
        target, source = document.languages.target or "", document.languages.source
        script = _script_in(text)
        if script is None:
            return None
        expected = _script_of(target)
        if not expected:
            return None
        if not _is_same_script(script, expected):
            return _foreign(text, script, expected)
        return None if self.script_only else _unlike(text, target, source)


@lru_cache(maxsize=2)
def _script_in(text: str) -> str | None:
    """Return the script of a block, which is asked for more than once."""
    return main_script(text)


def _are_at_home(
    segments: Iterable[Segment], own_words: frozenset[str]
) -> Iterator[bool]:
    """Yield whether every fourth word is one of the target: no more is asked then."""
    for words in words_of(each.text for each in segments):
        yield sum(map(own_words.__contains__, words)) * 4 >= max(len(words), 8)


def _may_stand(tag: str, target: str, source: str | None) -> bool:
    """Whether a language is likely; without the target's words and script, two are."""
    is_known = bool(listed(primary(target))) or _script_of(target) not in {"Latn", None}
    return is_known or tag in {"en", source}


def _foreign(text: str, script: str, expected: str) -> str | None:
    """Return the language of a text in another script than the target's."""
    counts = script_counts(text)
    own = counts[expected] + counts["Hani"] * (expected == "Hira")
    if own * _FEW > counts.total():
        return None
    found = by_words(text) if script == "Latn" else identify(text)
    return found.tag if found else None


def _unlike(text: str, target: str, source: str | None) -> str | None:
    """
    Return the language of a text in the target's script, if it is not that.

    Function words and letter statistics must agree: of the languages that are
    likely here, or of all where the target's letters are not known.
    """
    known = by_words(text)
    if known is None or matches(target, known.tag) or matches(known.tag, target):
        return None
    if not _may_stand(known.tag, target, source):
        return None
    base = target.partition("-")[0]
    if any({base, known.tag} <= kin for kin in _KIN):
        return None
    script = _script_in(text) or ""
    closed = {base, known.tag, "en", *([source.partition("-")[0]] if source else [])}
    from mtaudit.text.statistics import likeliest, tells

    candidates = closed if tells(base, script) else ()
    return known.tag if likeliest(text, script, candidates) == known.tag else None


def _script_of(target: str) -> str | None:
    """Return the script that a language is written in; None if in several."""
    return None if primary(target) in _IN_TWO_SCRIPTS else script_of_language(target)


def _is_same_script(script: str, expected: str) -> bool:
    """Whether a text in `script` can be in a language written in `expected`."""
    wide = {"Hani", "Hira"}
    if expected == "Hira":
        return script in wide
    return script == expected
