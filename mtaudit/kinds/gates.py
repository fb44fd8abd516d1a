"""Gates made from what a kind looks for."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.kinds.base import OPEN, Gate
from mtaudit.text.literals import required_literals
from mtaudit.text.patterns import FLAGS
from mtaudit.text.scripts import has_word_ends
from mtaudit.text.words import flatten, tokens


def gate_for(phrases: Iterable[str] = (), patterns: Iterable[str] = ()) -> Gate:
    """
    Return a gate that opens for each of `phrases` and each match of `patterns`.

    It is `OPEN` if one of the patterns requires no literal.
    """
    found: dict[str, set[str]] = {"words": set(), "phrases": set(), "parts": set()}
    for phrase in phrases:
        found[_sort_of(phrase)].add(flatten(phrase).strip())
    for pattern in patterns:
        literals = required_literals(pattern, FLAGS)
        if literals is None:
            return OPEN
        found["parts"] |= literals
    return Gate(**{name: frozenset(each) for name, each in found.items()})


def _sort_of(phrase: str) -> str:
    """Return the field of a gate that a phrase belongs to."""
    flat = flatten(phrase)
    words = tokens(flat)
    guarded = has_word_ends(phrase[0]) and has_word_ends(phrase[-1])
    if not guarded or not words:
        return "parts"
    return "words" if words == {flat.strip()} else "phrases"
