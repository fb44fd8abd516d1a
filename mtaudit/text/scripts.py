"""Which script a letter belongs to, and which scripts write words apart."""

import unicodedata
from collections.abc import Iterable, Iterator
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
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "FULLWIDTH LATIN": "Latn",
}

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


def scripts_of(chars: Iterable[str]) -> frozenset[str]:
    """Return the scripts of the letters among `chars`."""
    return frozenset(filter(None, map(script_of, chars)))


class Run(NamedTuple):
    """Letters of one script that stand together."""

    start: int
    end: int
    script: str


def runs(text: str) -> Iterator[Run]:
    """Yield each maximal run of letters of one script; other characters end it."""
    for script, group in groupby(enumerate(text), lambda item: script_of(item[1])):
        if script is None:
            continue
        places = [index for index, _ in group]
        yield Run(places[0], places[-1] + 1, script)


def has_word_ends(char: str) -> bool:
    """Whether a word that ends in `char` is parted from the next by a sign."""
    if char.isascii():
        return char.isalnum() or char == "_"
    is_word_char = char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}
    return is_word_char and script_of(char) not in WITHOUT_WORD_ENDS
