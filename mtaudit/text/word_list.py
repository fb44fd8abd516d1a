r"""
The words of texts in their order, as ``\w+`` finds them, in half the time.

A regular expression makes each word by itself; where most letters are ASCII,
signs are made spaces in one go and the text is split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from mtaudit.text.parted import BORDER, handfuls, joined
from mtaudit.text.scripts import beyond_ascii
from mtaudit.text.words import flatten

WITHIN = "'’‑-"
"""Apostrophes and hyphens, which words have inside."""

_MOSTLY = 0.9
"""From this share of ASCII on it pays to split."""


@lru_cache(maxsize=2)
def word_lists(whole: str, within: str = WITHIN) -> list[list[str]]:
    """
    Return the words of each of the texts that are joined in `whole`.

    A character of `within` belongs to a word if it stands alone between two
    letters. The last answers are remembered, and not to be changed.
    """
    others = beyond_ascii(whole)
    if len(others) > (1 - _MOSTLY) * len(whole):
        return [_word(within).findall(text) for text in whole.split(BORDER)]
    whole = _loose(within).sub(" ", whole)
    for char in set(others):
        if not (char.isalnum() or char in within):
            whole = whole.replace(char, " ")
    encoded = whole.encode("utf-8", "surrogatepass").translate(_signs_as_spaces(within))
    whole = encoded.decode("utf-8", "surrogatepass")
    return [text.split() for text in whole.split(BORDER)]


def words_of(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each text, folded; they are not to be changed."""
    for _, some in handfuls([text.replace(BORDER, "\1") for text in texts]):
        yield from word_lists(flatten(joined(some)))


@cache
def _word(within: str) -> re.Pattern[str]:
    return re.compile(rf"\w+(?:[{re.escape(within)}]\w+)*")


@cache
def _loose(within: str) -> re.Pattern[str]:
    """Return the pattern of what could be within a word and is not."""
    return re.compile(rf"[{re.escape(within)}](?:(?!\w)|(?<!\w.))")


@cache
def _signs_as_spaces(within: str) -> bytes:
    """Return the table that makes spaces of what is ASCII and in no word."""
    kept = f"_{BORDER}{within}"
    signs = [chr(byte) for byte in range(0x80) if not chr(byte).isalnum()]
    spaced = bytes(ord(sign) for sign in signs if sign not in kept)
    return bytes.maketrans(spaced, b" " * len(spaced))
