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
"""
Apostrophes and hyphens, which words have inside.

So "in in-depth talks" has no repetition, and "that that's" has none.
"""

WORD = re.compile(rf"\w+(?:[{re.escape(WITHIN)}]\w+)*")
_LOOSE = re.compile(rf"[{re.escape(WITHIN)}](?:(?!\w)|(?<!\w.))")
"""What could be within a word and is not."""

_MOSTLY = 0.9
"""From this share of ASCII on it pays to split."""


@lru_cache(maxsize=2)
def word_lists(whole: str) -> list[list[str]]:
    """
    Return the words of each of the texts that are joined in `whole`.

    A character of `WITHIN` belongs to a word if it stands alone between two
    letters. The last answers are remembered, and not to be changed.
    """
    others = beyond_ascii(whole)
    if len(others) > (1 - _MOSTLY) * len(whole):
        return [WORD.findall(text) for text in whole.split(BORDER)]
    whole = _LOOSE.sub(" ", whole)
    for char in set(others):
        if not (char.isalnum() or char in WITHIN):
            whole = whole.replace(char, " ")
    encoded = whole.encode("utf-8", "surrogatepass").translate(_signs_as_spaces())
    whole = encoded.decode("utf-8", "surrogatepass")
    return [text.split() for text in whole.split(BORDER)]


def words_of(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of each text, folded; they are not to be changed."""
    for _, some in handfuls([text.replace(BORDER, "\1") for text in texts]):
        yield from word_lists(flatten(joined(some)))


@cache
def _signs_as_spaces() -> bytes:
    """Return the table that makes spaces of what is ASCII and in no word."""
    kept = f"_{BORDER}{WITHIN}"
    signs = [chr(byte) for byte in range(0x80) if not chr(byte).isalnum()]
    spaced = bytes(ord(sign) for sign in signs if sign not in kept)
    return bytes.maketrans(spaced, b" " * len(spaced))
