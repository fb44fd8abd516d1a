"""Text of others made fit to be seen: nothing acts on the reader's screen or hides."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtaudit.text.width import clusters

_INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Fillers and blanks that Unicode counts among letters, marks and symbols."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_NEWLINE = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u0400-\u0482\u048a-\u052f\u2010-\u2027]*"
)
"""Text of characters that `visible` lets be; most is of no others."""

_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def visible(text: str) -> str:
    r"""
    Return `text` with every character that acts or hides written out.

    Controls become ``\x1b``; bidi marks, joiners that no script asks for,
    fillers and lone surrogates become ``<U+202E>``. Marks, joiners and selectors
    that belong to what is before them stay; a mark without a base gets a dotted
    circle.
    """
    if _PLAIN.fullmatch(text) or not any(map(_may_change, {*text})):
        return text
    return "".join(shown(cluster) for cluster in clusters(text))


@lru_cache(maxsize=4096)
def _may_change(char: str) -> bool:
    """Whether `visible` may write something else for `char`."""
    return unicodedata.category(char) in {"Mn", "Me"} or is_unseen(char)


def shown(cluster: str, *, spaces: bool = False) -> str:
    """
    Return what `visible` makes of one piece from `clusters`.

    With `spaces`, one that is an unusual space is written out too.
    """
    first = cluster[0]
    if is_unseen(first) or (spaces and is_unusual_space(first)):
        return written_out(first) + cluster[1:]
    if unicodedata.category(first) in {"Mn", "Me"}:
        return f"\N{DOTTED CIRCLE}{cluster}"
    return cluster


@lru_cache(maxsize=4096)
def is_unseen(char: str) -> bool:
    """Whether `char` on its own is not seen, or does something to what is."""
    if " " <= char <= "~":
        return False
    return (
        unicodedata.category(char) in _UNSEEN
        or char in _INVISIBLE_LETTERS
        or "\ufe00" <= char <= "\ufe0f"
    )


def is_unusual_space(char: str) -> bool:
    """Whether `char` looks like a space and is another."""
    return char != " " and unicodedata.category(char) == "Zs"


def written_out(char: str) -> str:
    r"""Return a name of `char` in plain ASCII: ``\x1b``, ``<U+202E>``."""
    if char in _SHORT:
        return _SHORT[char]
    if char < "\u0100" and unicodedata.category(char) == "Cc":
        return f"\\x{ord(char):02x}"
    return f"<{code_point(char)}>"


def code_point(char: str) -> str:
    """Return the number of `char` as Unicode writes it: ``U+00A0``."""
    return f"U+{ord(char):04X}"


def line_spans(text: str) -> list[tuple[int, int]]:
    """Return where each line of `text` starts and ends, its newline left out."""
    starts = [0]
    ends = []
    for newline in _NEWLINE.finditer(text):
        ends.append(newline.start())
        starts.append(newline.end())
    return list(zip(starts, [*ends, len(text)], strict=True))
