"""Names that are nearly the same."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.text.transliterate import sound, spellings

LIKE_ENOUGH = 78.0
"""
The share of common letters, in per cent, from which two names are taken for one.

Of 102 Russian names in capitals and surnames, 75 are at least this like their
English form; of 12,541 pairs of different names, four.
"""

_SHORTEST = 4
"""With fewer letters, names of different things are alike by chance."""


def best_romanised(
    name: str, candidates: Iterable[str], lang: str
) -> tuple[str, float] | None:
    """
    Return the candidate that a Cyrillic name sounds most like, and how much.

    None if none is like enough. Ties go to the first in the alphabet.
    """
    from rapidfuzz import fuzz

    forms = {sound(form) for form in spellings(name, lang)}
    best: tuple[str, float] | None = None
    for candidate in sorted(set(candidates)):
        heard = sound(candidate)
        if len(heard) < _SHORTEST:
            continue
        score = max(fuzz.ratio(form, heard) for form in forms)
        if score >= LIKE_ENOUGH and (best is None or score > best[1]):
            best = candidate, score
    return best
