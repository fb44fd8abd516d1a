"""Regular expressions as the parser of `re` sees them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]  # not in typeshed
from re import _parser as parser  # type: ignore[attr-defined]  # what `re` itself uses
from typing import Any

__all__ = [
    "CHARACTERS",
    "REPEATS",
    "Item",
    "Items",
    "bodies",
    "is_anchored",
    "is_white",
    "matches_char",
    "parsed",
    "required_run",
    "sre",
]

Item = tuple[Any, Any]
Items = Sequence[Item]

REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})
"""Items with (least, most, body)."""

CHARACTERS = frozenset({sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY})
"""Items that match one character."""

_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


@lru_cache(maxsize=64)
def parsed(pattern: str, flags: int = 0) -> Items:
    """Return the items of a pattern; raises `re.error` if it is none."""
    return tuple(parser.parse(pattern, flags))


def bodies(item: Item) -> Iterator[list[Item]]:
    """Yield the sequences inside an item: what it repeats, groups or looks for."""
    match item:
        case (sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT, (_, _, inner)):
            yield list(inner)
        case (sre.SUBPATTERN, (_, _, _, inner)) | (sre.ATOMIC_GROUP, inner):
            yield list(inner)
        case (sre.BRANCH, (_, branches)):
            yield from (list(branch) for branch in branches)
        case (sre.ASSERT | sre.ASSERT_NOT, (_, inner)):
            yield list(inner)
        case _:
            return


def is_anchored(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern matches only at the beginning of a text, or of a line."""
    items = parsed(pattern, flags)
    beginnings = (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING)
    return bool(items) and items[0][0] is sre.AT and items[0][1] in beginnings


def required_run(pattern: str, flags: int = 0) -> int:
    """Return how many letters, digits or underscores in a row a match lies at."""
    return _run(parsed(pattern, flags))


def _run(items: Items) -> int:
    longest = 0
    for item in items:
        operation, argument = item
        if operation in REPEATS:
            least, _, body = argument
            is_run = len(body) == 1 and _is_of_word(body[0])
            longest = max(longest, least if is_run else min(least, 1) * _run(body))
        elif operation in {sre.SUBPATTERN, sre.ATOMIC_GROUP, sre.ASSERT}:
            longest = max(longest, _run(next(bodies(item))))
    return longest


def _is_of_word(item: Item) -> bool:
    """Whether an item matches only what is in a word."""
    operation, members = item
    if operation is not sre.IN:
        return False
    word, other = sre.CATEGORY_WORD, sre.CATEGORY_NOT_WORD
    if members[0][0] is sre.NEGATE:
        return (sre.CATEGORY, other) in members
    return all(each == (sre.CATEGORY, word) for each in members)


def is_white(items: Items) -> bool:
    """Whether a sequence is one character that can be nothing but white space."""
    match [*items]:
        case [(sre.LITERAL, code)]:
            return chr(code).isspace()
        case [(sre.IN, members)]:
            return all(
                member == (sre.CATEGORY, sre.CATEGORY_SPACE) or is_white([member])
                for member in members
            )
        case _:
            return False


def matches_char(item: Item, char: str) -> bool:
    """Whether an item of `CHARACTERS` matches `char`, case counted."""
    operation, argument = item
    if operation is sre.LITERAL:
        return bool(ord(char) == argument)
    if operation is sre.NOT_LITERAL:
        return bool(ord(char) != argument)
    if operation is sre.ANY:
        return char != "\n"
    negated = bool(argument) and argument[0][0] is sre.NEGATE
    return negated != any(_is_member(char, member) for member in argument)


def _is_member(char: str, member: Item) -> bool:
    operation, argument = member
    if operation is sre.LITERAL:
        return bool(ord(char) == argument)
    if operation is sre.RANGE:
        return bool(argument[0] <= ord(char) <= argument[1])
    if operation is sre.CATEGORY:
        return re.match(_CATEGORIES[argument], char) is not None
    return False
