"""Which script a letter belongs to, and which scripts write words apart."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

# ISO 15924 codes by the first words of a letter's Unicode name. Blocks would do
# worse: Greek Extended, the Cyrillic supplements and the compatibility forms of
# Han are scattered over the planes, and their names are not.
_BY_NAME = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HALFWIDTH KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HANGUL": "Hang",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "ETHIOPIC": "Ethi",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "FULLWIDTH LATIN": "Latn",
}

_LETTERS = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")

# Deleting bytes of UTF-8 takes a tenth of the time of a look at each character.
_ASCII = bytes(range(0x80))
_NO_ASCII_LETTERS = bytes(code for code in range(0x100) if not bytes([code]).isalpha())

SCRIPTS = frozenset(_BY_NAME.values())
"""The scripts that `script_of` can name."""

WITHOUT_WORD_ENDS = frozenset({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"})
"""Scripts whose running text does not put spaces between words."""


@lru_cache(maxsize=4096)
def script_of(char: str) -> str | None:
    """
    Return the ISO 15924 code of the script of a letter.

    None for what is no letter and for letters of scripts we do not tell apart.
    """
    if char.isascii():
        return "Latn" if char.isalpha() else None
    if not char.isalpha():
        return None
    words = unicodedata.name(char, "").split(" ", 2)
    return _BY_NAME.get(words[0]) or _BY_NAME.get(" ".join(words[:2]))


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII, in their order."""
    if text.isascii():
        return ""
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return encoded.decode("utf-8", "surrogatepass")


def count_ascii_letters(text: str) -> int:
    """Return how many of the letters from A to Z, of either case, a text has."""
    return len(text.encode("utf-8", "replace").translate(None, _NO_ASCII_LETTERS))


def scripts_of(chars: Iterable[str]) -> frozenset[str]:
    """Return the scripts of the letters among `chars`."""
    return frozenset(filter(None, map(script_of, chars)))


def has_letter_of(text: str, scripts: Collection[str]) -> bool:
    """Whether a letter of one of `scripts`, which are other than Latin, occurs."""
    return not (text.isascii() or scripts_beyond_ascii(text).isdisjoint(scripts))


@lru_cache(maxsize=512)
def scripts_beyond_ascii(text: str) -> frozenset[str]:
    """Return the scripts of what is not ASCII; several rules ask for the same."""
    return scripts_of(set(beyond_ascii(text)))


class Run(NamedTuple):
    """Letters of one script that stand together."""

    start: int
    end: int
    script: str


def runs(text: str) -> Iterator[Run]:
    """Yield each maximal run of letters of one script; other characters end it."""
    for match in _LETTERS.finditer(text):
        start, end = match.span()
        if match[0].isascii():
            yield Run(start, end, "Latn")
            continue
        for script, group in groupby(match[0], script_of):
            end = start + sum(1 for _ in group)
            if script is not None:
                yield Run(start, end, script)
            start = end


def runs_beyond_ascii(text: str) -> Iterator[Run]:
    """Yield the `runs` without ASCII letters, most of them of other scripts."""
    for match in _BEYOND_ASCII.finditer(text):
        for start, end, script in runs(match[0]):
            yield Run(match.start() + start, match.start() + end, script)


def has_word_ends(char: str) -> bool:
    """Whether a word that ends in `char` is parted from the next by a sign."""
    if char.isascii():
        return char.isalnum() or char == "_"
    is_word_char = char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}
    return is_word_char and script_of(char) not in WITHOUT_WORD_ENDS
