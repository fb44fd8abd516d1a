"""Did you mean: the known word that is spelled most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

_LIKE_ENOUGH = 0.84
"""Of 1; “fail-level” is this like “fail-on”, “colour” is not like “rules”."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    Return the one of `known` that is spelled most like `word`, if any is.

    Case does not count. Of equals, the first in the alphabet wins.
    """
    # Its import takes longer than auditing a page, and typing errors are rare.
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    best = process.extractOne(
        word,
        sorted(known),
        scorer=JaroWinkler.normalized_similarity,
        processor=str.casefold,
        score_cutoff=_LIKE_ENOUGH,
    )
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the hint “did you mean …?”, or None if nothing known is like `word`."""
    best = nearest(word, known)
    return None if best is None else f"did you mean “{best}”?"
