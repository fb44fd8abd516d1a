"""Options that are one of a few words."""

from __future__ import annotations

from collections.abc import Iterable


def require_one_of(option: str, word: str, words: Iterable[str]) -> None:
    """Raise `ValueError` unless `word` is one of `words`; `option` is its name."""
    allowed = tuple(words)
    if word not in allowed:
        message = f"“{option}” must be one of {', '.join(allowed)}, not “{word}”"
        raise ValueError(message)
