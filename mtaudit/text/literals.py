"""What a regular expression cannot match without: the literals it requires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtaudit.text.rarity import weight, worth
from mtaudit.text.regex_tree import Item, Items, is_white, parsed, sre
from mtaudit.text.words import fold, spaced

_MANY = 64
"""More alternatives than this make a poor gate."""

_WAYS = 8
"""More strings than this are not spelled out, if a part of them is rare enough."""

_MOST_WAYS = 24
"""More strings than this are never spelled out."""

_RARE_ENOUGH = 5.0
"""What is as rare as this need not be told apart from its like."""

_COMMON = " \n\t\"'"
"""Signs that are in most texts."""

_TIMES = 4
"""Of what is repeated, so many copies are asked for."""

_EMPTY = frozenset({""})
_SPACE = frozenset({" "})
_SETS = 3
_LEAST = 0.5
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
    sets = _folded_sets(pattern, flags, ignore_case=ignore_case)
    return max(sets, key=worth, default=None)


def all_required(
    pattern: str, flags: int = 0, *, ignore_case: bool = True
) -> tuple[tuple[str, ...], ...]:
    """
    Return sets of strings of each of which every match of `pattern` holds one.

    There are few, the rarest first; `required_literals` is the first of them.
    """
    sets = _folded_sets(pattern, flags, ignore_case=ignore_case)
    sure = {(*sorted(each),) for each in sets}
    ranked = sorted(sure, key=lambda each: (-worth(frozenset(each)), each))
    worthy = [each for each in ranked if worth(frozenset(each)) >= _LEAST]
    return (*(worthy or ranked[:1])[:_SETS],)


def required_chars(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """
    Return signs of which every match of `pattern` holds at least one, as it stands.

    They tell apart what `required_literals` takes for one: spaces, apostrophes.
    None where no such set is known.
    """
    sets = [frozenset(map(_sign_of, each)) for each in _sets_in(pattern, flags)]
    return max(filter(all, sets), key=worth, default=None)


def _sign_of(literal: str) -> str:
    """Return the rarest character of a literal, if it has no other case; else ""."""
    sign = max(literal, key=weight, default="")
    is_plain = sign.isalnum() or sign in _COMMON or sign.lower() != sign.upper()
    return "" if is_plain else sign


def _folded_sets(
    pattern: str, flags: int, *, ignore_case: bool
) -> Iterator[frozenset[str]]:
    """Yield the sets that a pattern provides, in the form in which texts are asked."""
    for each in _sets_in(pattern, flags):
        flat = frozenset(map(_flat, each))
        if all(map(str.strip, flat)):
            yield _shortest(frozenset(map(fold, flat)) if ignore_case else flat)


def _flat(literal: str) -> str:
    """Return a literal as it would stand inside a text with its spaces evened."""
    return spaced(f"x{literal}x")[2:-2]


def _shortest(strings: frozenset[str]) -> frozenset[str]:
    """Return a set without the strings that hold another one of it."""
    return frozenset(
        string
        for string in strings
        if not any(other in string for other in strings - {string})
    )


@lru_cache(maxsize=64)
def _sets_in(pattern: str, flags: int) -> tuple[frozenset[str], ...]:
    """Return the sets that a pattern provides; several questions need them."""
    return tuple(_sets_of(parsed(pattern, flags)))


def _of_sequence(items: Items) -> frozenset[str] | None:
    """Return the best set that a sequence provides."""
    return max(_sets_of(items), key=worth, default=None)


def _sets_of(items: Items) -> Iterator[frozenset[str]]:
    """Yield the sets that a sequence provides: what stands together is one string."""
    run = _EMPTY
    for item in _inlined(items):
        ways = _ways(item)
        copies = _least_copies(item)
        if copies is not None:
            # The first copies stand beside what is before, the last beside the rest.
            yield run if _too_many(run, copies) else _joined(run, copies)
            run = copies
        elif ways is None:
            yield run
            yield from _within(item)
            run = _EMPTY
        elif _too_many(run, ways):
            yield run
            run = ways
        else:
            run = _joined(run, ways)
    yield run


def _inlined(items: Items) -> Iterator[Item]:
    """Yield the items of a sequence and of the groups in it."""
    for item in items:
        match item:
            case (sre.SUBPATTERN, (_, 0, 0, inner)) | (sre.ATOMIC_GROUP, inner):
                yield from _inlined(inner)
            case _:
                yield item


def _too_many(run: frozenset[str], ways: frozenset[str]) -> bool:
    """Whether two sets joined make more strings than it is worth."""
    count = len(run) * len(ways)
    if len(ways) == 1 or count <= _WAYS:
        return False
    return count > _MOST_WAYS or max(map(worth, (run, ways))) >= _RARE_ENOUGH


def _ways(item: Item) -> frozenset[str] | None:
    """Return all the strings that an item matches, if they are few and known."""
    match item:
        case (sre.LITERAL, code):
            return frozenset({chr(code)})
        case (sre.AT | sre.ASSERT | sre.ASSERT_NOT, _):
            return _EMPTY
        case (sre.IN, [(sre.CATEGORY, sre.CATEGORY_SPACE)]):
            return _SPACE
        case (sre.IN, members):
            return _of_class(members)
        case _:
            return _ways_of_choice(item)


def _least_copies(item: Item) -> frozenset[str] | None:
    """Return the strings that a repeat of uncertain length begins and ends with."""
    match item:
        case (
            sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT,
            (least, most, inner),
        ) if 0 < least < most and not is_white(inner):
            return _ways_of_all([*inner] * min(least, _TIMES))
        case _:
            return None


def _ways_of_choice(item: Item) -> frozenset[str] | None:
    """Return all the strings that a choice, or what is optional, matches."""
    match item:
        case (sre.BRANCH, (_, branches)):
            known = [_ways_of_all(branch) for branch in branches]
            return _united(known)
        case (sre.MAX_REPEAT | sre.MIN_REPEAT, (0, most, inner)):
            is_known = most == 1 or is_white(inner)
            return _united([_EMPTY, _ways_of_all(inner)]) if is_known else None
        case (sre.MAX_REPEAT | sre.MIN_REPEAT, (_, _, inner)) if is_white(inner):
            return _SPACE
        case _:
            return None


def _ways_of_all(items: Items) -> frozenset[str] | None:
    """Return all the strings that a sequence matches, if they are few and known."""
    run = _EMPTY
    for item in _inlined(items):
        ways = _ways(item)
        if ways is None or _too_many(run, ways):
            return None
        run = _joined(run, ways)
    return run


def _joined(run: frozenset[str], ways: frozenset[str]) -> frozenset[str]:
    if len(run) == len(ways) == 1:
        return frozenset(("".join((*run, *ways)),))
    return frozenset(before + after for before in run for after in ways)


def _united(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    """Return the union of sets, unless one is unknown or there is too much."""
    known = [each for each in sets if each is not None]
    union = frozenset().union(*known)
    return union if len(known) == len(sets) and len(union) <= _MANY else None


def _within(item: Item) -> Iterator[frozenset[str]]:
    """Yield what an item requires that does not match a few known strings."""
    match item:
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
