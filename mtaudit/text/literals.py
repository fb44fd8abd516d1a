"""What a regular expression cannot match without: the literals it requires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from mtaudit.text.regex_tree import Item, Items, parsed, sre
from mtaudit.text.words import fold, spaced

_MANY = 64
"""More alternatives than this make a poor gate."""

_WAYS = 8
"""More strings than this are not spelled out."""

_RARE = 8.0
"""What is as rare as this hardly occurs: longer strings would gain nothing."""

_MARKUP = "#*-|`"
"""Signs that Markdown is full of."""

_TIMES = 4
"""Of what is repeated, so many copies are asked for."""

_EMPTY = frozenset({""})
_SETS = 3
_LEAST = 2.0
"""What is worth less is in most sentences: to ask for it takes time for nothing."""


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


def all_required(
    pattern: str, flags: int = 0, *, ignore_case: bool = True
) -> tuple[tuple[str, ...], ...]:
    """
    Return sets of strings of each of which every match of `pattern` holds one.

    There are few, the rarest first; `required_literals` is the first of them.
    """
    sets = [*_sets_of(parsed(pattern, flags))]
    if ignore_case:
        sets = [frozenset(map(fold, each)) for each in sets]
    sure = {(*sorted(each),) for each in sets if all(each)}
    ranked = sorted(sure, key=lambda each: (-worth(frozenset(each)), each))
    worthy = [each for each in ranked if worth(frozenset(each)) >= _LEAST]
    return (*(worthy or ranked[:1])[:_SETS],)


def _of_sequence(items: Items) -> frozenset[str] | None:
    """Return the best set that a sequence provides."""
    return max(_sets_of(items), key=worth, default=None)


def _sets_of(items: Items) -> Iterator[frozenset[str]]:
    """Yield the sets that a sequence provides: what stands together is one string."""
    run = _EMPTY
    for item in items:
        ways = _ways(item)
        if ways is None:
            yield from _evened(run)
            yield from _within(item)
            run = _EMPTY
        elif len(run) * len(ways) > _WAYS:
            yield from _evened(run)
            run = ways
        else:
            run = _joined(run, ways)
    yield from _evened(run)


def _ways(item: Item) -> frozenset[str] | None:
    """Return all the strings that an item matches, if they are few and known."""
    match item:
        case (sre.LITERAL, code):
            return frozenset({chr(code)})
        case (sre.AT | sre.ASSERT | sre.ASSERT_NOT, _):
            return _EMPTY
        case (sre.IN, members):
            return _of_class(members)
        case _:
            return _ways_of_group(item)


def _ways_of_group(item: Item) -> frozenset[str] | None:
    """Return all the strings that a group, or what is optional, matches."""
    match item:
        case (sre.SUBPATTERN, (_, 0, 0, inner)) | (sre.ATOMIC_GROUP, inner):
            return _ways_of_all(inner)
        case (sre.BRANCH, (_, branches)):
            known = [_ways_of_all(branch) for branch in branches]
            return _united(known)
        case (sre.MAX_REPEAT | sre.MIN_REPEAT, (0, 1, inner)):
            return _united([_EMPTY, _ways_of_all(inner)])
        case _:
            return None


def _ways_of_all(items: Items) -> frozenset[str] | None:
    """Return all the strings that a sequence matches, if they are few and known."""
    run = _EMPTY
    for item in items:
        ways = _ways(item)
        if ways is None or len(run) * len(ways) > _WAYS:
            return None
        run = _joined(run, ways)
    return run


def _joined(run: frozenset[str], ways: frozenset[str]) -> frozenset[str]:
    return frozenset(before + after for before in run for after in ways)


def _united(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    """Return the union of sets, unless one is unknown or there is too much."""
    known = [each for each in sets if each is not None]
    union = frozenset().union(*known)
    return union if len(known) == len(sets) and len(union) <= _MANY else None


def _evened(run: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield a set as texts are asked for it, if it asks for anything."""
    flat = frozenset(map(_flat, run))
    if all(flat):
        yield flat


def _within(item: Item) -> Iterator[frozenset[str]]:
    """Yield what an item requires that does not match a few known strings."""
    match item:
        case (sre.SUBPATTERN, (_, 0, 0, inner)) | (sre.ATOMIC_GROUP, inner):
            yield from _sets_of(inner)
        case (
            sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT,
            (least, _, inner),
        ) if least > 0:
            yield from _sets_of([*inner] * min(least, _TIMES))
        case (sre.BRANCH, (_, branches)):
            union = _united([_of_sequence(branch) for branch in branches])
            if union:
                yield union


def _of_class(members: Items) -> frozenset[str] | None:
    """Return the characters of a class, if they are few and named one by one."""
    if any(operation is not sre.LITERAL for operation, _ in members):
        return None
    chars = frozenset(chr(argument) for _, argument in members)
    return chars if len(chars) <= _MANY else None


def _flat(literal: str) -> str:
    """Return a literal as it would stand inside a text with its spaces evened."""
    return spaced(f"x{literal}x")[2:-2]


def worth(literals: frozenset[str]) -> float:
    """
    Return how seldom a text holds one of `literals`, roughly.

    The commonest counts, and the more of them, the likelier one is.
    """
    return min(_RARE, *map(_rarity, literals)) - 0.7 * log2(len(literals))


def _rarity(literal: str) -> float:
    """Return roughly how rare a literal is: letters are common, spaces commonest."""
    return sum(map(_weight, literal))


def _weight(char: str) -> float:
    if char == " ":
        return 0.2
    if char in _MARKUP:
        return 0.7
    if not char.isascii():
        return 2.0 if char.isalpha() else 4.0
    return 1.0 if char.islower() else 2.5
