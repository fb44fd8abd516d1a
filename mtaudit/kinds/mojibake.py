"""mojibake: characters whose bytes were read in the wrong encoding."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.matching import Matching
from mtaudit.model import Hit, Segment
from mtaudit.text.scripts import script_of

CP1252, CP1251, KOI8, CYRILLIC = "cp1252", "cp1251", "koi8-r", "cyrillic-as-latin"

_ROUNDS = 3
"""How often one text was read wrongly, at most."""

_LEAST = {CP1251: 3, KOI8: 2}
"""Fewer characters than this could be words of a language."""

_CYRILLIC_AS_LATIN = re.compile(r"(?<![A-Za-z])[\u00c0-\u00ff¨¸]{5,40}(?![A-Za-z])")
_UNSEEN = frozenset("\u00a0\u00ad\ufeff\u200b")
_CLOSING_MARKS = frozenset("»«“”’‘›‹…–—\u00a0")


class _Reading(NamedTuple):
    """How UTF-8 looks in one encoding of single bytes."""

    bytes_of: Mapping[str, int]
    leads: str
    rest: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, eq=False, repr=False)
class Mojibake(Matching):
    """
    Find text in UTF-8 that was read as another encoding, and read it right.

    `misread` says as which: ``cp1252`` (Latin-1 included), ``cp1251`` or
    ``koi8-r``; or ``cyrillic-as-latin``: Windows-1251 read as Windows-1252. No
    list is needed: what cannot be decoded is left alone.
    """

    misread: str = CP1252
    """``cp1252``, ``cp1251``, ``koi8-r`` or ``cyrillic-as-latin``."""

    def __post_init__(self) -> None:
        require_one_of("misread", self.misread, (CP1252, CP1251, KOI8, CYRILLIC))

    def gate(self) -> Gate:
        """Open where a byte of a character could be: of its bytes, the rarer one."""
        if self.misread == CYRILLIC:
            return Gate(chars=frozenset(map(chr, range(0xC0, 0x100))))
        reading = _reading(self.misread)
        # Read as KOI8-R, the bytes after the first are lines of frames; the first
        # ones are Russian letters.
        is_koi8 = self.misread == KOI8
        return Gate(chars=frozenset(reading.rest if is_koi8 else reading.leads))

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each stretch that reads right in UTF-8."""
        text = segment.text
        if text.isascii() or not self.concerns(segment):
            return
        for match, span in self.allowed(self._found.finditer(text), text):
            meant = self._meant(match[0], text[max(span.start - 1, 0) : span.start])
            if meant is not None:
                yield Hit(span, (meant,))

    @cached_property
    def _found(self) -> re.Pattern[str]:
        if self.misread == CYRILLIC:
            return _CYRILLIC_AS_LATIN
        return _reading(self.misread).pattern

    def _meant(self, said: str, before: str) -> str | None:
        """Return what stood there, if it can be told."""
        if self.misread == CYRILLIC:
            return _as_cyrillic(said)
        meant = _decoded(said, self.misread)
        if meant is None or not self._is_likely(meant):
            return None
        if self.misread == CP1252 and len(meant) == 1 and _may_be_word(said, before):
            return None
        for _ in range(_ROUNDS):
            again = _decoded(meant, self.misread)
            if again is None:
                break
            meant = again
        return meant

    def _is_likely(self, meant: str) -> bool:
        """Whether a stretch is no word that happens to decode."""
        if self.misread == CP1252:
            return all(char.isprintable() or char in _UNSEEN for char in meant)
        letters = [char for char in meant if "Ѐ" <= char <= "ґ" and char not in "ѠѲ"]
        is_mark = any("\u2010" <= char <= "\u2122" for char in meant)
        return is_mark or len(letters) >= _LEAST[self.misread]


@lru_cache(maxsize=4)
def _reading(name: str) -> _Reading:
    """Return how UTF-8 looks as the encoding called `name`."""
    table: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        try:
            char = bytes([byte]).decode(name)
        except UnicodeDecodeError:
            char = chr(byte)
        table[char] = byte
        if name == CP1252:
            table[chr(byte)] = byte
    two, three, four, rest = (
        "".join(char for char, byte in table.items() if first <= byte <= last)
        for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    )
    pattern = f"(?:[{two}][{rest}]|[{three}][{rest}]{{2}}|[{four}][{rest}]{{3}})+"
    return _Reading(table, two + three + four, rest, re.compile(pattern))


def _decoded(said: str, name: str) -> str | None:
    """Return `said` read as UTF-8, if every character of it is such a byte."""
    table = _reading(name).bytes_of
    if any(char not in table for char in said):
        return None
    try:
        return bytes(table[char] for char in said).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _may_be_word(said: str, before: str) -> bool:
    """Whether it is a word and a mark, or a sign: “IRMû, «é », a French “3 × 4”."""
    if said == "×\N{NO-BREAK SPACE}":
        return True
    return said[1] in _CLOSING_MARKS and (before.isupper() or said[0].islower())


def _as_cyrillic(said: str) -> str | None:
    """Return Latin letters with accents as the Cyrillic ones with their numbers."""
    try:
        meant = said.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return None
    is_word = meant.islower() or meant.istitle() or meant.isupper()
    return (
        meant if is_word and all(script_of(each) == "Cyrl" for each in meant) else None
    )
