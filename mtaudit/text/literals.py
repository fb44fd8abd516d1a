"""What a regular expression cannot match without: the literals it requires."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

from mtaudit.text.regex_tree import Item, Items, parsed, sre
from mtaudit.text.words import fold, spaced

_MANY = 64
"""More alternatives than this make a poor gate."""


def required_literals(
    pattern: str, flags: int = 0, *, ignore_case: bool = True
) -> frozenset[str] | None:
    """
    Return strings of which every match of `pattern` holds at least one.

    They are in the form that `words.spaced` gives to a text, or `words.flatten`
    if case does not count.

    None where no such set is known: for instance where the pattern is all
    classes and repeats. Look-arounds are passed over: what they ask for need
    not lie in the match, but it lies in the text, which is all a gate needs;
    they are left out because a negative one asks for absence.
    """
    alternatives = _of_sequence(parsed(pattern, flags))
    if alternatives is None or any(not literal for literal in alternatives):
        return None
    return frozenset(map(fold, alternatives)) if ignore_case else alternatives


def _of_sequence(items: Items) -> frozenset[str] | None:
    """Return the best set that one item, or one run of literals, provides."""
    found = [*_literal_runs(items), *(_of_item(item) for item in items)]
    known = [literals for literals in found if literals]
    return max(known, key=worth, default=None)


def _literal_runs(items: Items) -> Iterable[frozenset[str]]:
    """Yield each longest run of plain characters as a set of one."""
    run = ""
    for operation, argument in [*items, (None, None)]:
        if operation is sre.LITERAL:
            run += chr(argument)
        elif run:
            yield frozenset({_flat(run)})
            run = ""


def _of_item(item: Item) -> frozenset[str] | None:
    """Return what one item of a sequence requires."""
    match item:
        case (sre.SUBPATTERN, (_, _, _, inner)) | (sre.ATOMIC_GROUP, inner):
            return _of_sequence(list(inner))
        case (
            sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT,
            (least, _, inner),
        ) if least > 0:
            return _of_sequence(list(inner))
        case (sre.BRANCH, (_, branches)):
            return _of_branches([list(branch) for branch in branches])
        case (sre.IN, members):
            return _of_class(members)
        case _:
            return None


def _of_branches(branches: list[list[Item]]) -> frozenset[str] | None:
    """Return the union of what the branches require, if all require something."""
    union: set[str] = set()
    for branch in branches:
        literals = _of_sequence(branch)
        if literals is None:
            return None
        union |= literals
    return frozenset(union) if len(union) <= _MANY else None


def _of_class(members: Items) -> frozenset[str] | None:
    """Return the characters of a class, if they are few and named one by one."""
    if any(operation is not sre.LITERAL for operation, _ in members):
        return None
    chars = frozenset(_flat(chr(argument)) for _, argument in members)
    return chars if len(chars) <= _MANY else None


def _flat(literal: str) -> str:
    """Return a literal as it would stand inside a text with its spaces evened."""
    return spaced(f"x{literal}x")[2:-2]


def worth(literals: frozenset[str]) -> float:
    """
    Return how seldom a text holds one of `literals`, roughly.

    The commonest counts, and the more of them, the likelier one is.
    """
    return min(map(_rarity, literals)) - 0.35 * log2(len(literals))


def _rarity(literal: str) -> float:
    """Return roughly how rare a literal is: letters are common, spaces commonest."""
    return sum(map(_weight, literal))


def _weight(char: str) -> float:
    if char == " ":
        return 0.2
    if not char.isascii():
        return 2.0 if char.isalpha() else 4.0
    return 1.0 if char.islower() else 2.5
