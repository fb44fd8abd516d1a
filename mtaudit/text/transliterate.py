"""Cyrillic names in Latin letters: to show, and to compare with what a text says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# The Ukrainian national system (resolution 55 of 2010): letters that are written
# otherwise at the start of a word, then those that are the same everywhere.
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_UKRAINIAN = {
    **dict(zip("абвгґдезиійклмнопрстуф", "abvhgdezyiiklmnoprstuf", strict=True)),
    "є": "ie",
    "ж": "zh",
    "ї": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ь": "",
    "'": "",
    "’": "",
    "ʼ": "",
}

_NATIONAL: Mapping[str, str] = {}
"""Nothing that is written otherwise than by the national system."""

_UKRAINIAN_ONLY = frozenset("іїєґ")
_RUSSIAN_ONLY = frozenset("ыэъё")

# Spellings of one sound that English names and the schemes disagree on.
_SAME_SOUND = (
    ("kh", "h"),
    ("zh", "j"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("iy", "y"),
    ("ii", "y"),
    ("j", "y"),
    ("c", "k"),
    ("ph", "f"),
    ("th", "t"),
)
_NOT_A_LETTER = re.compile(r"[^a-z]")
_DOUBLED = re.compile(r"(.)\1")


def transliterate(text: str, lang: str) -> str:
    """Return Cyrillic `text` in Latin letters as the press of `lang` writes names."""
    return _schemes(text, lang)[0](text)


def spellings(text: str, lang: str) -> tuple[str, ...]:
    """Return `text` in each of the schemes in use for `lang`, without doubles."""
    return tuple(dict.fromkeys(scheme(text) for scheme in _schemes(text, lang)))


def sound(name: str) -> str:
    """
    Return the letters of a Latin name with like-sounding spellings made equal.

    Two romanisations of one name differ less in it than as they are written.
    """
    folded = name.casefold()
    for spelling, plain in _SAME_SOUND:
        folded = folded.replace(spelling, plain)
    return _DOUBLED.sub(r"\1", _NOT_A_LETTER.sub("", folded))


def _schemes(text: str, lang: str) -> tuple[Callable[[str], str], ...]:
    """Return the schemes for a name, the press's first; its letters have a say."""
    import iuliia

    letters = set(text.lower())
    russian = (iuliia.WIKIPEDIA.translate, iuliia.ICAO_DOC_9303.translate)
    if letters & _UKRAINIAN_ONLY:
        return (from_ukrainian,)
    if lang.startswith("uk") and not letters & _RUSSIAN_ONLY:
        return (from_ukrainian, *russian)
    return russian


def from_ukrainian(text: str, otherwise: Mapping[str, str] = _NATIONAL) -> str:
    """
    Return `text` by the Ukrainian national system.

    Small letters in `otherwise` are written so wherever they stand.
    """
    return "".join(
        _ukrainian_letter(text, index, otherwise) for index in range(len(text))
    )


def _ukrainian_letter(text: str, index: int, otherwise: Mapping[str, str]) -> str:
    """Return what one letter becomes where it stands."""
    char = text[index]
    small = char.lower()
    before = text[index - 1 : index]
    if small == "г" and before.lower() == "з":
        return "gh"
    at_start = not (before.isalpha() or before in {"'", "’", "ʼ"}) or not before
    latin = otherwise.get(small) or (_UKRAINIAN_FIRST.get(small) if at_start else None)
    if latin is None:
        latin = _UKRAINIAN.get(small, char)
    return latin.capitalize() if char.isupper() else latin
