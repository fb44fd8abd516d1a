"""Words: folded for comparison, counted, and where they end."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")

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


def flatten(text: str) -> str:
    """
    Return `text` as gates read it.

    It is folded, each stretch of white space is one space, one stands at either
    end, and both apostrophes are one.
    """
    spaced = f" {' '.join(text.split())} "
    return fold(spaced).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def tokens(folded: str) -> frozenset[str]:
    """Return the distinct words of a text that went through `fold` or `flatten`."""
    return frozenset(_WORD.findall(folded))


def count_words(text: str) -> int:
    """Return how many words a reader meets; of Han and kana, two make a word."""
    if max(text, default="") < "\u3040":
        return len(text.split())
    wide = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
    plain, count = wide.subn(" ", text)
    return len(plain.split()) + count // 2
