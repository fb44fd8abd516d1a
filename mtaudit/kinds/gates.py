"""Gates made from what a kind looks for."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from mtaudit.kinds.base import OPEN, Gate
from mtaudit.text.patterns import FLAGS
from mtaudit.text.scripts import has_word_ends
from mtaudit.text.words import flatten, tokens

_LONG = 12
"""Letters of a word that one in fifty has."""

_FIELDS = ("words", "phrases", "parts", "exact", "chars", "shapes")


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
    letters = 0
    for phrase in phrases:
        found[_sort_of(phrase)].add(flatten(phrase).strip())
    for pattern in patterns:
        field, strings = _needs_of(pattern, ignore_case=ignore_case)
        run = 0 if strings else _letters_for(pattern)
        if not (strings or run):
            return OPEN
        found[field] |= strings
        letters = min(letters or run, run or letters)
    named = {name: frozenset(each) for name, each in found.items() if each}
    return Gate(**named, letters=letters)


def _letters_for(pattern: str) -> int:
    """Return how long a word a match needs, if not many are so long."""
    from mtaudit.text.regex_tree import required_run

    letters = required_run(pattern, FLAGS)
    return letters if letters >= _LONG else 0


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
    from mtaudit.text.literals import required_chars, required_literals
    from mtaudit.text.rarity import worth
    from mtaudit.text.shape_needs import required_shapes, shape_worth

    literals = required_literals(pattern, FLAGS, ignore_case=ignore_case)
    found = (
        ("chars", required_chars(pattern, FLAGS), worth),
        ("parts" if ignore_case else "exact", literals, worth),
        ("shapes", required_shapes(pattern, FLAGS), shape_worth),
    )
    known = (
        (rate(strings), field, strings) for field, strings, rate in found if strings
    )
    rarest = max(known, key=itemgetter(0), default=(0.0, "parts", frozenset()))
    return rarest[1:]
