"""What an inflected Russian or Ukrainian name may be in the nominative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_LONGEST = 4
_SHORTEST_STEM = 3

_RUSSIAN: Mapping[str, tuple[str, ...]] = {
    "а": ("",),
    "у": ("", "а"),
    "е": ("", "а", "я", "ь", "й"),
    "ы": ("а", ""),
    "и": ("а", "я", "", "ь"),
    "я": ("й", "ь"),
    "ю": ("й", "ь", "я"),
    "ом": ("", "о", "ый", "ий"),
    "ым": ("", "ый"),
    "им": ("ий", ""),
    "ем": ("й", "ь", ""),
    "ой": ("ая", "а"),
    "ою": ("а",),
    "ую": ("ая",),
    "ей": ("я", "а"),
    "ью": ("ь",),
    "ии": ("ия", "ий"),
    "ию": ("ия", "ий"),
    "ого": ("ий", "ый", "ой"),
    "ому": ("ий", "ый", "ой"),
    "его": ("ий",),
    "ему": ("ий",),
    "ами": ("", "а"),
    "ями": ("й", "ь", "я"),
    "ых": ("", "ый"),
    "их": ("ий",),
    "ов": ("",),
}
_UKRAINIAN: Mapping[str, tuple[str, ...]] = {
    "а": ("", "о"),
    "у": ("", "а", "о"),
    "і": ("", "а", "о", "ь", "я"),
    "и": ("а", "", "о"),
    "я": ("", "й", "ь"),
    "ю": ("", "й", "ь", "я"),
    "ї": ("я", "й"),
    "ом": ("", "о"),
    "им": ("ий", ""),
    "ем": ("", "ь"),
    "єм": ("й",),
    "ою": ("а",),
    "ею": ("я", "а"),
    "єю": ("я",),
    "ої": ("а",),
    "ій": ("а",),
    "ого": ("ий",),
    "ому": ("ий",),
    "ові": ("", "о"),
    "еві": ("", "ь"),
    "єві": ("й",),
    "их": ("ий",),
    "ими": ("ий",),
}
_VOWELS = frozenset("аеёиоуыэюяіїє")
_WITHOUT_Y = frozenset("гкхжшчщ")
"""Letters after which Russian has no ы."""

_CLOSED = {"ов": "ів", "ев": "ів", "єв": "їв"}
"""Vowels that change when a Ukrainian ending closes the syllable: Львова, Львів."""


def nominatives(word: str, lang: str) -> tuple[str, ...]:
    """
    Return the nominatives that `word` may be a form of, itself among them.

    They are guesses by endings: which of them is a name, its romanisation in
    the translation has to tell.
    """
    return tuple(dict.fromkeys((word, *_by_endings(word, lang))))


def _by_endings(word: str, lang: str) -> Iterator[str]:
    """Yield what the word is with the endings of the nominative."""
    is_ukrainian = lang.startswith("uk")
    endings = _UKRAINIAN if is_ukrainian else _RUSSIAN
    for length in range(1, _LONGEST):
        stem, ending = word[:-length], word[-length:]
        for nominative in (
            endings.get(ending, ()) if len(stem) >= _SHORTEST_STEM else ()
        ):
            if not _is_possible(
                stem, nominative, is_hard=not is_ukrainian and ending[0] == "о"
            ):
                continue
            yield stem + nominative
            if is_ukrainian and not nominative and stem[-2:] in _CLOSED:
                yield stem[:-2] + _CLOSED[stem[-2:]]


def _is_possible(stem: str, ending: str, *, is_hard: bool) -> bool:
    """Whether letters may meet: й follows a vowel, ь a consonant, ы no к."""
    last = stem[-1]
    if ending in {"й", "ь"}:
        return (ending == "й") == (last in _VOWELS)
    if ending == "ый":
        return last not in _WITHOUT_Y
    return ending != "ий" or not is_hard or last in _WITHOUT_Y
