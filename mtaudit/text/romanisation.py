"""Romanisations: what a Cyrillic name may be in Latin letters, and by which scheme."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mtaudit.text.transliterate import from_ukrainian, sound

_LETTERS: Mapping[str, str] = {
    "а": "a",
    "б": "b",
    "в": "v|w|ff?(?!.)",
    "г": "g|h|gh",
    "ґ": "g",
    "д": "d",
    "е": "e|ye|je|ie|yo|io|o",
    "ё": "e|yo|jo|io|o|y?[eë]",
    "є": "ye|ie|je|e|ê",
    "ж": "zh|j|ž|z",
    "з": "z|s",
    "и": "i|y",
    "і": "i|y|ì",
    "ї": "yi|i|ji|ï",
    "й": "y|i|j|ĭ|",
    "к": "k|c|ck",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "e?r",
    "с": "ss?",
    "т": "th?",
    "у": "u|ou",
    "ў": "u|w|ŭ",
    "ф": "f|ph",
    "х": "kh|h|ch|x",
    "ц": "ts|c|tz|z",
    "ч": "ch|č|tch|tsch",
    "ш": "sh|š|sch",
    "щ": "shch|sch|šč|sc|shh|ŝ|sh",
    "ъ": "ie|",
    "ы": "y|i",
    "ь": "i|",
    "э": "e|eh|è",
    "ю": "yu|iu|ju|u|û|you",
    "я": "ya|ia|ja|a|â",
}
_CLUSTERS: Mapping[str, str] = {"кс": "x|ks|cs", "зг": "zgh|zg|zh", "дж": "dzh|j"}
_ENDINGS: Mapping[str, str] = {
    **dict.fromkeys(("ий", "ый", "ій"), "y|i|iy|yi|yy|ii|ij|yj|ie|iĭ|yĭ"),
    "ой": "oy|oi|oj",
    "ей": "ey|ei|ej|eĭ|ay",
    "ия": "ia|iya|ija|iia|ya",
    "ія": "ia|iya|ija|iia|ya",
}
_RUSSIAN = {"ы": "y", "э": "e", "ё": "yo", "ъ": "", "г": "g"}
_LIKE_ENOUGH = 50.0
"""The least share of common letters, in per cent, of a name's romanisations."""

_LETTER = re.compile(f"{'|'.join(_CLUSTERS)}|.")
_MARKS = re.compile("['’ʼʹʺ`\"·]")


class Scheme(NamedTuple):
    """A way to write Cyrillic in Latin letters."""

    label: str
    """What to call it in a message."""

    russian: str
    """The name that iuliia has it under."""

    ukrainian: Callable[[str], str]


def _with(pairs: Mapping[str, str]) -> Callable[[str], str]:
    """Return the Ukrainian national system with some letters written otherwise."""

    def romanise(text: str) -> str:
        return from_ukrainian(text, pairs)

    return romanise


def _by_the_press(text: str) -> str:
    """Return Ukrainian `text` by the national system, -yi at the end as -y."""
    return re.sub(r"yi\b", "y", from_ukrainian(text))


_Y = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_J = {"є": "je", "ї": "ji", "й": "j", "ю": "ju", "я": "ja", "ж": "ž", "ц": "c"}
_HACEKS = {"ч": "č", "ш": "š", "щ": "šč", "х": "ch"}
_ISO = {"є": "ê", "ї": "ï", "й": "j", "ю": "û", "я": "â", "щ": "ŝ", "х": "h", "и": "i"}

SCHEMES: Mapping[str, Scheme] = {
    "press": Scheme("the press", "WIKIPEDIA", _by_the_press),
    "national": Scheme("the national system", "ICAO_DOC_9303", from_ukrainian),
    "bgn-pcgn": Scheme("BGN/PCGN", "BGN_PCGN", _with(_Y)),
    "ala-lc": Scheme("ALA-LC", "ALA_LC_ALT", _with({"й": "i", "є": "ie", "ї": "i"})),
    "scientific": Scheme("the scientific scheme", "SCIENTIFIC", _with(_J | _HACEKS)),
    "iso-9": Scheme("ISO 9", "GOST_779", _with(_J | _HACEKS | _ISO)),
    "gost": Scheme("GOST", "GOST_7034", _with(_Y)),
}
"""
The schemes by the words that options call them.

The national systems are the Ukrainian one of 2010, which BGN/PCGN took over in
2019, and that of Russian passports; ``bgn-pcgn`` is for Ukrainian the one of 1965.
"""


def romanised(name: str, lang: str, scheme: str) -> str:
    """Return a Cyrillic name by one of `SCHEMES`, without marks for soft signs."""
    chosen = SCHEMES[scheme]
    if lang.startswith("uk"):
        return _MARKS.sub("", chosen.ukrainian(name))
    import iuliia

    written = getattr(iuliia, chosen.russian).translate(name)
    # iuliia leaves the letter where a scheme has ë.
    written = written.replace("ё", "ë").replace("Ё", "Ë")
    return _MARKS.sub("", unicodedata.normalize("NFC", written))


def scheme_of(form: str, name: str, lang: str) -> str | None:
    """Return the label of the first scheme that writes `name` as `form`."""
    bare = _MARKS.sub("", form).casefold()
    for key, scheme in SCHEMES.items():
        if romanised(name, lang, key).casefold() == bare:
            return scheme.label
        if romanised(name, "ru", key).casefold() == bare:
            return f"{scheme.label} for Russian"
    return None


def is_romanisation(form: str, name: str) -> bool:
    """Whether `form`, without apostrophes, is a Cyrillic name in Latin letters."""
    from rapidfuzz import fuzz

    # Most pairs are no pair, and a pattern takes long to compile.
    if fuzz.ratio(_heard(form), _sound_of(name)) < _LIKE_ENOUGH:
        return False
    return bool(romanisations(name).fullmatch(form))


_heard = lru_cache(maxsize=4096)(sound)


@lru_cache(maxsize=4096)
def _sound_of(name: str) -> str:
    return sound(from_ukrainian(name, _RUSSIAN))


@lru_cache(maxsize=4096)
def romanisations(name: str) -> re.Pattern[str]:
    """
    Compile what matches the whole of any romanisation of a Cyrillic name.

    Apostrophes are no part of it; case does not count.
    """
    folded = name.casefold()
    ending = next((each for each in _ENDINGS if folded.endswith(each)), "")
    letters = _LETTER.findall(folded.removesuffix(ending))
    parts = [
        # Инна is Inna or Ina.
        f"(?:{_choices(letter)}){'?' if letter == before else ''}"
        for before, letter in pairwise(["", *letters])
    ]
    parts += [f"(?:{_ENDINGS[ending]})"] if ending else []
    return re.compile("".join(parts), re.IGNORECASE)


def _choices(letter: str) -> str:
    """Return the ways to write a letter, or two that are written as one."""
    return _CLUSTERS.get(letter) or _LETTERS.get(letter, re.escape(letter))
