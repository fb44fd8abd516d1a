"""Words: folded for comparison, counted, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mtaudit.model import OPAQUE

_KEPT = 1024
"""Texts whose forms are kept: each rule asks for the same segments again."""

_LONG = 500
"""Code points from which on it pays to look twice."""

_RARE_SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What `str.split` takes for white space, but for the space and the line feed."""

_PLAIN = " " + "".join(filter(str.isalnum, map(chr, range(128))))
_PLAIN_BYTES = _PLAIN.encode()
_ASCII = bytes(range(128))
_PARTED = bytes(
    byte if byte >= 128 or chr(byte).isalnum() or byte == ord("_") else ord(" ")  # noqa: PLR2004 -- ASCII
    for byte in range(256)
)
"""What parts words in ASCII, as a space."""

# What `re.IGNORECASE` takes for an i and `str.casefold` does not. Not `str.lower`:
# it keeps apart ς and σ, µ and μ, which `re.IGNORECASE` does not.
_STRAY_CASE = str.maketrans({"İ": "i", "ı": "i"})


def fold(text: str) -> str:
    """
    Return `text` in the case in which gates compare.

    Two strings that `re.IGNORECASE` takes for equal fold to the same string.
    Offsets into the result are not offsets into `text`.
    """
    if text.isascii():
        return text.lower()
    if "İ" in text or "ı" in text:
        text = text.translate(_STRAY_CASE)
    return text.casefold()


@lru_cache(maxsize=_KEPT)
def spaced(text: str) -> str:
    """
    Return `text` with one space for white space, and one at either end.

    The two apostrophes are one as well.
    """
    even = _evened(text) if len(text) > _LONG else None
    joined = even or " ".join(text.split())
    return f" {joined} ".replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _evened(text: str) -> str | None:
    """Return what splitting and joining gives, in a third of the time, or None."""
    if any(map(text.__contains__, _RARE_SPACES)):
        return None
    even = text.replace("\n\n", "\n").replace("\n", " ").strip(" ")
    return None if "  " in even else even


@lru_cache(maxsize=_KEPT)
def flatten(text: str) -> str:
    """Return `text` as gates read it: `spaced` and folded."""
    return fold(spaced(text))


@lru_cache(maxsize=_KEPT)
def tokens(folded: str) -> frozenset[str]:
    """Return the distinct words of a text that went through `fold` or `flatten`."""
    encoded = folded.encode("utf-8", "surrogatepass")
    beyond = encoded.translate(None, _ASCII)
    if beyond:
        for char in set(beyond.decode("utf-8", "surrogatepass")):
            if not char.isalnum():
                folded = folded.replace(char, " ")
        encoded = folded.encode("utf-8", "surrogatepass")
    parted = encoded.translate(_PARTED).decode("utf-8", "surrogatepass")
    return frozenset(parted.split())


def folded_words(text: str) -> frozenset[str]:
    """Return the distinct words of a text, folded, from those as they stand in it."""
    return tokens(fold(" ".join(tokens(spaced(text)))))


def has_whole(flat: str, string: str) -> bool:
    """Whether a text that went through `flatten` has `string` in words of its own."""
    place = flat.find(string)
    while place >= 0:
        end = place + len(string)
        if not (is_of_word(flat[place - 1]) or is_of_word(flat[end])):
            return True
        place = flat.find(string, end)
    return False


def is_of_word(char: str) -> bool:
    """Whether a pattern takes a character for one of a word."""
    return char.isalnum() or char == "_"


@lru_cache(maxsize=_KEPT)
def characters(text: str) -> frozenset[str]:
    """Return the distinct characters of a text."""
    encoded = text.encode("utf-8", "surrogatepass")
    rest = encoded.translate(None, _PLAIN_BYTES).decode("utf-8", "surrogatepass")
    return frozenset(rest).union(filter(text.__contains__, _PLAIN))


def forget() -> None:
    """Let go of the forms of texts: those of another document are other texts."""
    for kept in (spaced, flatten, tokens, characters):
        kept.cache_clear()


_TOGETHER = 1000
"""Texts of which words are counted at once."""

_BELOW_CJK = bytes(range(0xE3))
"""Bytes of UTF-8 in what comes before U+3000; one above them begins the rest."""


def count_words(text: str) -> int:
    """Return how many words a reader meets; of Han and kana, two make a word."""
    if text.isascii() or not _has_cjk(text):
        return len(text.split())
    wide = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
    plain, count = wide.subn(" ", text)
    return len(plain.split()) + count // 2


def count_words_of(texts: Sequence[str]) -> int:
    """Return how many words a reader of all `texts` meets."""
    starts = range(0, len(texts), _TOGETHER)
    return sum(_count_together(texts[start : start + _TOGETHER]) for start in starts)


def _count_together(texts: Sequence[str]) -> int:
    """Return how many words texts have; at once it takes their room ten times."""
    # What is opaque counts as a word, and would be taken for a Han character here.
    whole = "\n".join(texts).replace(OPAQUE, "x")
    if _has_cjk(whole):
        return sum(map(count_words, texts))
    return len(whole.split())


def _has_cjk(text: str) -> bool:
    """Whether a character from U+3000 on occurs."""
    return bool(text.encode("utf-8", "surrogatepass").translate(None, _BELOW_CJK))
