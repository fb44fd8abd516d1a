"""Gates made from what a kind looks for."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.kinds.base import OPEN, Gate
from mtaudit.text.literals import required_literals
from mtaudit.text.patterns import FLAGS
from mtaudit.text.scripts import has_word_ends
from mtaudit.text.words import fold, tokens


def gate_for(phrases: Iterable[str] = (), patterns: Iterable[str] = ()) -> Gate:
    """
    Return a gate that opens for each of `phrases` and each match of `patterns`.

    It is `OPEN` if one of the patterns requires no literal.
    """
    words: set[str] = set()
    parts: set[str] = set()
    for phrase in phrases:
        _add_phrase(phrase, words, parts)
    for pattern in patterns:
        literals = required_literals(pattern, FLAGS)
        if literals is None:
            return OPEN
        parts |= literals
    return Gate(words=frozenset(words), parts=frozenset(parts))


def _add_phrase(phrase: str, words: set[str], parts: set[str]) -> None:
    """Add the longest word of a phrase, as a word if its ends are guarded."""
    folded = fold(phrase)
    found = tokens(folded)
    if not found:
        parts.add(folded)
        return
    longest = max(found, key=lambda word: (len(word), word))
    guarded = has_word_ends(phrase[0]) and has_word_ends(phrase[-1])
    (words if guarded else parts).add(longest)
