"""script: letters of a foreign script inside a word, or instead of all the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.matching import Matching, Stretches
from mtaudit.model import Hit, Segment, TextSpan
from mtaudit.text.scripts import (
    SCRIPTS,
    WITHOUT_WORD_ENDS,
    count_ascii_letters,
    has_letter_of,
    script_of,
    scripts_beyond_ascii,
    scripts_of,
)
from mtaudit.text.stripped import stripped
from mtaudit.text.twins import respelled
from mtaudit.text.words import fold

# Marks that stand on letters belong to the word; an underscore parts words, and
# so does an escape such as \n that a program is to read.
_WORD = re.compile(r"(?<!\\)[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")

_NEIGHBOURLY = WITHOUT_WORD_ENDS | {"Hang"}
"""Scripts that stand next to Latin without a space: 使用API, API를."""

_MIXING = SCRIPTS - _NEIGHBOURLY

ANY, HOMOGLYPH, OTHER = "any", "homoglyph", "other"


@dataclass(frozen=True, eq=False, repr=False)
class Script(Matching):
    """
    Find words that mix scripts; with `whole_segment`, whole foreign segments.

    A word that mixes scripts is repaired where every foreign letter has a twin
    in the script of the rest: "сompany" with a Cyrillic с. A hyphen parts
    words. A word with a single Greek letter that has no Latin twin is a unit
    or a symbol, such as μm or Δt, and passes; so does one that μ begins: μTP.
    """

    scripts: tuple[str, ...] = ()
    """ISO 15924 codes: the foreign scripts; none means any but Latin."""

    report: str = ANY
    """``homoglyph`` for words that twins repair, ``other`` for the rest, or ``any``."""

    allow: tuple[str, ...] = ()
    """Words that may mix scripts, whatever their case."""

    whole_segment: bool = False
    """Whether to find segments wholly in `scripts`, and not words."""

    least: int = 2
    """Segments with fewer letters than this are passed over."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, (ANY, HOMOGLYPH, OTHER))
        for script in self.scripts:
            require_one_of("scripts", script, sorted(SCRIPTS))

    def gate(self) -> Gate:
        """Open where a letter of a foreign script occurs."""
        return Gate(scripts=self._foreign)

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each mixed word, or one for the segment."""
        text = segment.text
        if not (has_letter_of(text, self._foreign) and self.concerns(segment)):
            return
        hits = self._whole if self.whole_segment else self._mixed
        excepted: Stretches | None = None
        for hit in hits(text):
            excepted = excepted or self.excepted(text)
            if not excepted.touch(hit.span):
                yield hit

    def _whole(self, text: str) -> Iterator[Hit]:
        """Yield the text, without the white space around it, if it is foreign."""
        letters = [script_of(char) for char in text if char.isalpha()]
        if len(letters) >= self.least and set(letters) <= self._foreign:
            yield from map(Hit, stripped(text))

    def _mixed(self, text: str) -> Iterator[Hit]:
        """Yield the words that mix scripts and may not."""
        scripts = scripts_beyond_ascii(text) & _MIXING
        if count_ascii_letters(text):
            scripts |= {"Latn"}
        if len(scripts) == 1:
            return
        for match in _WORD.finditer(text):
            if not _mixes(match[0]) or fold(match[0]) in self._allowed:
                continue
            for start, end in _mixtures(match[0]):
                word = match[0][start:end]
                if not self._is_foreign(word):
                    continue
                fix = _repaired(word, text)
                if self._is_reported(word, fix):
                    first = match.start() + start
                    slots = () if fix is None else (("fix", fix),)
                    fixes = () if fix is None else (fix,)
                    yield Hit(TextSpan(first, first + len(word)), fixes, slots)

    def _is_foreign(self, word: str) -> bool:
        return not self.scripts or not scripts_of(word).isdisjoint(self.scripts)

    def _is_reported(self, word: str, fix: str | None) -> bool:
        """Whether a mixture is of the sort that is asked for."""
        if _is_symbol(word) and (fix is None or word[0] == "μ"):
            return False
        return self.report == ANY or (self.report == HOMOGLYPH) == (fix is not None)

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return frozenset(self.scripts or (_MIXING - {"Latn"}))

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(map(fold, self.allow))


def _mixes(word: str) -> bool:
    """Whether letters of two scripts occur in a word."""
    return not word.isascii() and len(scripts_of(word) & _MIXING) > 1


def _mixtures(word: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word that mix scripts that do not go together."""
    start = 0
    for index, char in enumerate(f"{word}一"):
        if script_of(char) not in _NEIGHBOURLY:
            continue
        if len(scripts_of(word[start:index]) & _MIXING) > 1:
            yield start, index
        start = index + 1


def _is_symbol(word: str) -> bool:
    """Whether the only foreign letter is a Greek one: a unit, a variable."""
    scripts = Counter(map(script_of, word))
    return scripts["Grek"] == 1 and not scripts["Cyrl"]


@lru_cache(maxsize=1)
def _script_counts(text: str) -> Counter[str | None]:
    """Return how many characters of each script a text has."""
    return Counter(map(script_of, text))


def _repaired(word: str, text: str) -> str | None:
    """
    Return `word` in one script, if the letters of the others have twins there.

    Most letters decide between two possible scripts, then the text around.
    """
    within = Counter(script for script in map(script_of, word) if script)
    around = _script_counts(text)
    by_weight = sorted(within, key=lambda each: (-within[each], -around[each], each))
    spelled = (respelled(word, script) for script in by_weight)
    return next((each for each in spelled if each is not None), None)
