"""Lines that were broken for width, read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mtaudit.text.scripts import WITHOUT_WORD_ENDS, script_of
from mtaudit.text.width import char_width

_NARROWEST = 40
"""Columns below which a line ends where it does for some other reason."""

_ITEM = re.compile(r"[-–—*+•] ")
_END = re.compile(r"[.!?…:][\"'”’»)]*\Z")


def unwrapped(text: str) -> str:
    """
    Return `text` with a space for each line break that is there for its width alone.

    Offsets stay what they are. Such a line has no room for the word after it, be
    the paragraph as wide as its longest line. Where lines break without a space, as
    beside a character of Chinese, the break stays.
    """
    return _unwrapped(text) if "\n" in text else text


@lru_cache(maxsize=64)
def _unwrapped(text: str) -> str:
    lines = text.split("\n")
    widest = max(map(len, lines))
    if widest < _NARROWEST:
        return text
    return "".join(_joined(lines, widest))


def _joined(lines: list[str], widest: int) -> Iterator[str]:
    yield lines[0]
    for line, following in pairwise(lines):
        yield " " if _is_full(line, following, widest) else "\n"
        yield following


def _is_full(line: str, following: str, widest: int) -> bool:
    """Whether the first word of a line would not have fitted into the one before."""
    word = following.partition(" ")[0]
    if not line or not word or len(line) + 1 + len(word) <= widest:
        return False
    is_item = _ITEM.match(following) and _END.search(line)
    return not (is_item or _is_unspaced(line[-1]) or _is_unspaced(word[0]))


def _is_unspaced(char: str) -> bool:
    """Whether lines may break beside a character without there being a space."""
    return char_width(char) > 1 or script_of(char) in WITHOUT_WORD_ENDS
