"""Gates made from what a kind looks for."""

from __future__ import annotations

from collections.abc import Iterable

from mtaudit.kinds.base import OPEN, Gate
from mtaudit.text.patterns import FLAGS
from mtaudit.text.scripts import has_word_ends
from mtaudit.text.words import flatten, tokens

_FIELDS = ("words", "phrases", "parts", "exact", "shapes")
_RARE = 4.0
"""Literals worth less than this are in most texts: a shape is asked for first."""


def gate_for(
    phrases: Iterable[str] = (),
    patterns: Iterable[str] = (),
    *,
    ignore_case: bool = True,
) -> Gate:
    """
    Return a gate that opens for each of `phrases` and each match of `patterns`.

    It is `OPEN` if one of the patterns requires no literal.
    """
    found: dict[str, set[str]] = {name: set() for name in _FIELDS}
    for phrase in phrases:
        found[_sort_of(phrase)].add(flatten(phrase).strip())
    for pattern in patterns:
        field, strings = _needs_of(pattern, ignore_case=ignore_case)
        if not strings:
            return OPEN
        found[field] |= strings
    return Gate(**{name: frozenset(each) for name, each in found.items() if each})


def _sort_of(phrase: str) -> str:
    """Return the field of a gate that a phrase belongs to."""
    flat = flatten(phrase)
    words = tokens(flat)
    guarded = has_word_ends(phrase[0]) and has_word_ends(phrase[-1])
    if not guarded or not words:
        return "parts"
    return "words" if words == {flat.strip()} else "phrases"


def _needs_of(pattern: str, *, ignore_case: bool) -> tuple[str, frozenset[str]]:
    """Return the field of a gate for a pattern, and what to look for."""
    from mtaudit.text.literals import required_literals, worth
    from mtaudit.text.shape_needs import required_shapes

    literals = required_literals(pattern, FLAGS, ignore_case=ignore_case)
    field = "parts" if ignore_case else "exact"
    if literals and worth(literals) >= _RARE:
        return field, literals
    shapes = required_shapes(pattern, FLAGS)
    return ("shapes", shapes) if shapes else (field, literals or frozenset())
