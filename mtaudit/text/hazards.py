"""Regular expressions that could hang: found by reading them, before they run."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar

from mtaudit.text.regex_tree import (
    CHARACTERS,
    Item,
    Items,
    bodies,
    matches_char,
    parsed,
    sre,
)

_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT}
_LONG = 200
"""A repeat with a larger bound is as good as unbounded."""

# A sample of every class that cards tell apart: two sets of characters are held
# to overlap if they share one of these.
_SAMPLE = "aZbйЩіß漢あ한אع09٣_ \t\n\u00a0.,;:!?-—–'\"“”«»()[]{}<>/\\|@#$%&*+=~^`€№"

_sample: ContextVar[frozenset[str]] = ContextVar("sample", default=frozenset(_SAMPLE))
"""The sample and the characters that the pattern at hand spells out."""


def hazard(pattern: str, flags: int = 0) -> str | None:
    r"""
    Return why matching `pattern` could take more than linear time, else None.

    Found are a repeat inside a repeat whose rounds can be told apart in more
    than one way, as in ``(a+)+`` or ``(\\w+\\s?)*``, and neighbouring long
    repeats that share characters, as in ``\\w*\\w*`` or ``.*.*``. Raises
    `re.error` if it is no pattern at all.
    """
    items = parsed(pattern, flags)
    token = _sample.set(frozenset(_SAMPLE + pattern))
    try:
        return next(_hazards(items), None)
    finally:
        _sample.reset(token)


def _hazards(items: Items) -> Iterator[str]:
    """Yield what is wrong with a sequence and everything in it."""
    yield from _ambiguous_neighbours(items)
    for item in items:
        for inner in bodies(item):
            yield from _hazards(inner)
        if _is_long(item) and _is_ambiguous_round(list(item[1][2])):
            yield "a repeat inside a repeat that can match the same text in many ways"


def _is_long(item: Item) -> bool:
    """Whether an item repeats without a bound that matters."""
    operation, argument = item
    return operation in _REPEATS and argument[1] > _LONG


def _is_ambiguous_round(body: Items) -> bool:
    """
    Whether two rounds of `body` can share out their text in more than one way.

    That needs a variable-length end of one round and a start of the next that
    have characters in common.
    """
    if _is_parted(body):
        return False
    tail = _variable_tail(body)
    return not tail.isdisjoint(_first(body)) or any(map(_has_like_branches, body))


def _is_parted(body: Items) -> bool:
    """Whether a round starts with a character that is nowhere else in it."""
    opening = _first(body[:1])
    if not body or body[0][0] not in CHARACTERS:
        return False
    return opening.isdisjoint(set().union(*map(_anywhere, body[1:])))


def _anywhere(item: Item) -> set[str]:
    """Return the sample characters that may occur in what an item matches."""
    if item[0] in CHARACTERS:
        return _first_of(item)
    found: set[str] = set()
    for body in bodies(item):
        found.update(*map(_anywhere, body))
    return found


def _has_like_branches(item: Item) -> bool:
    """Whether two ways through an item start alike, or both with nothing."""
    if item[0] is not sre.BRANCH:
        return any(any(map(_has_like_branches, body)) for body in bodies(item))
    seen: set[str] = set()
    nullable = False
    for branch in bodies(item):
        empty = all(map(_is_nullable, branch))
        if not seen.isdisjoint(_first(branch)) or (empty and nullable):
            return True
        seen |= _first(branch)
        nullable = nullable or empty
    return False


def _variable_tail(items: Items) -> set[str]:
    """Return the characters of a long repeat that can end a sequence."""
    for item in reversed(items):
        if _is_long(item):
            return _first(list(item[1][2])) | _variable_tail(list(item[1][2]))
        for inner in bodies(item):
            tail = _variable_tail(inner)
            if tail:
                return tail
        if not _is_nullable(item):
            return set()
    return set()


def _ambiguous_neighbours(items: Items) -> Iterator[str]:
    """Yield a complaint for long repeats with nothing firm between them."""
    before: set[str] = set()
    for item in _ungrouped(items):
        if _is_long(item):
            chars = _first(list(item[1][2]))
            if before & chars:
                yield "two neighbouring repeats that share characters"
            before = before | chars if item[1][0] == 0 else chars
        elif not _is_nullable(item):
            before = before if _is_swallowed(item, before) else set()


def _ungrouped(items: Items) -> Iterator[Item]:
    """Yield the items of a sequence, those in a group as if it was none."""
    for item in items:
        if item[0] is sre.SUBPATTERN:
            yield from _ungrouped(item[1][-1])
        else:
            yield item


def _is_swallowed(item: Item, chars: set[str]) -> bool:
    """Whether all that an item can start with may belong to the repeat before."""
    first = _first([item])
    return bool(first) and bool(chars) and first <= chars


def _is_nullable(item: Item) -> bool:
    """Whether an item can match the empty string."""
    match item:
        case (
            sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT,
            (least, _, inner),
        ):
            return least == 0 or all(map(_is_nullable, inner))
        case (sre.SUBPATTERN, (_, _, _, inner)) | (sre.ATOMIC_GROUP, inner):
            return all(map(_is_nullable, inner))
        case (sre.BRANCH, (_, branches)):
            return any(all(map(_is_nullable, branch)) for branch in branches)
        case (sre.AT | sre.ASSERT | sre.ASSERT_NOT, _):
            return True
        case _:
            return False


def _first(items: Items) -> set[str]:
    """Return the sample characters with which a sequence can start."""
    found: set[str] = set()
    for item in items:
        found |= _first_of(item)
        if not _is_nullable(item):
            break
    return found


def _first_of(item: Item) -> set[str]:
    """Return the sample characters with which one item can start."""
    operation, argument = item
    if operation is sre.LITERAL:
        return {chr(argument)}
    if operation in CHARACTERS:
        return {char for char in _sample.get() if matches_char(item, char)}
    if operation in {sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF}:
        return set()
    firsts = (_first(body) for body in bodies(item))
    return set().union(*firsts)
