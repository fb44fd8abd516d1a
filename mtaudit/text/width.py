"""How many cells of a terminal a text takes, and which characters share them."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mtaudit.text.scripts import script_of

_JOINER = "\N{ZERO WIDTH JOINER}"
_JOINERS = f"{_JOINER}\N{ZERO WIDTH NON-JOINER}"
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
_BLACK_FLAG = "\N{WAVING BLACK FLAG}"

_WITHOUT_JOINERS = frozenset({"Latn", "Cyrl", "Grek", "Hani", "Hira", "Kana"})
"""Scripts whose spelling never asks for a joiner: there, it is dirt."""

_ATTACHED = frozenset({"Mn", "Me"})
_BARE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """
    Return how many cells one character takes: 0, 1 or 2.

    As POSIX `wcwidth` has it: wide and full-width ones two; marks that sit on
    their base, format characters, controls, and the vowels and finals of Hangul
    that compose with the jamo before them none; all others one.
    """
    if " " <= char <= "~":
        return 1
    category = unicodedata.category(char)
    if category in _ATTACHED or category in _BARE or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clusters(text: str) -> Iterator[str]:
    """
    Yield the pieces of `text` that a terminal draws in one place, in order.

    A base with its marks, an emoji with its modifiers and what it is joined to,
    two letters of a flag. A joiner or a mark with nothing to sit on stands alone.
    """
    if text.isascii():
        yield from text
        return
    start = 0
    for index in range(1, len(text)):
        char = text[index]
        if char.isascii() or not _continues(text[start:index], char):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def cluster_width(cluster: str) -> int:
    """Return how many cells a piece from `clusters` takes."""
    if _EMOJI_STYLE in cluster or _is_flag_letter(cluster[-1]):
        return min(len(cluster), 2)
    return char_width(cluster[0])


def display_width(text: str) -> int:
    """Return how many cells `text` takes; controls and tabs count for nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(cluster_width, clusters(text)))


def _continues(cluster: str, char: str) -> bool:
    """Whether `char` is drawn where `cluster` before it is."""
    if char in _JOINERS:
        return _takes_joiner(cluster[0])
    return _is_mark_on(cluster[0], char) or _is_emoji_after(cluster, char)


def _takes_joiner(base: str) -> bool:
    """Whether a joiner after `base` is spelling: Persian, Indic scripts, emoji."""
    if base.isalpha():
        return script_of(base) not in _WITHOUT_JOINERS
    return unicodedata.category(base) == "So"


def _is_mark_on(base: str, char: str) -> bool:
    """Whether `char` has no width of its own and can sit on `base`."""
    if char_width(char) or unicodedata.category(char) in _BARE:
        return False
    return not base.isspace() and unicodedata.category(base) not in _BARE


def _is_emoji_after(cluster: str, char: str) -> bool:
    """Whether `char` changes or completes the emoji before it."""
    last = cluster[-1]
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return unicodedata.category(last) == "So"
    if "\U000e0020" <= char <= "\U000e007f":
        return cluster[0] == _BLACK_FLAG
    if _is_flag_letter(char):
        return len(cluster) == 1 and _is_flag_letter(last)
    return last == _JOINER and unicodedata.category(char) == "So"


def _is_flag_letter(char: str) -> bool:
    """Whether two of `char` make the flag of a country."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"
