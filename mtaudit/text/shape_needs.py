"""Which shapes a regular expression cannot match without."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any

from mtaudit.text.rarity import rarity_of, weight
from mtaudit.text.regex_tree import (
    CHARACTERS,
    REPEATS,
    Item,
    Items,
    bodies,
    matches_char,
    parsed,
    sre,
)
from mtaudit.text.shapes import SIGNS, shape_of

_MANY = 24
"""More shapes than this for one pattern make no gate."""

_COMMONEST = {"a": 0.1, "0": 1.0}
"""Any letter, and any digit."""

_LONGEST = 3
_LONGEST_RUN = 8
"""How many digits, or signs, in a row are asked for."""

_OTHERS = "aZéЩ漢_09٣‐‑−・\u0301 \u00a0\n\t" + SIGNS
_SAMPLE = _OTHERS + "".join(map(chr, range(33, 48))) + ":;<=>?@[\\]^`{|}~"

_COMMON = (
    "Its well-known head, Ann Lee, said: “It's a 5% rise (a first); it was so in "
    "2020, no more.” But, it's over. In May 2021, 250 came - or not? See 3-4: “No!” "
    '"We can," he said. She "left." He\'s at A/B. "A B" (C.) Then… so – it — is.'
)
"""Shapes that occur here occur everywhere: asking for them is no use."""


def required_shapes(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Return shapes of which every text with a match has one; None if of no use."""
    items = parsed(pattern, flags)
    sequences = [_atoms(items), *map(_atoms, _asides(items))]
    runs = (run for atoms in sequences for run in _runs(atoms))
    windows = (window for run in runs for window in _windows(run))
    useful = [each for each in map(_expanded, windows) if each]
    return max(useful, key=lambda each: (shape_worth(each), sorted(each)), default=None)


def shape_worth(shapes: frozenset[str]) -> float:
    """Return how seldom a text has one of `shapes`, on the scale of `worth`."""
    return rarity_of(map(_rarity, shapes))


def _rarity(shape: str) -> float:
    """Return how rare a shape is: most so where a space is missing, or too many."""
    shape = _ADDRESS.sub("a", shape)
    return sum(map(_weight, shape)) + len(_ODD.findall(shape))


def _weight(char: str) -> float:
    """Return how rare a character of a shape is."""
    if char in _COMMONEST:
        return _COMMONEST[char]
    return weight(SIGNS[0]) if char < " " else weight(char)


Atom = frozenset[str] | None
"""The shapes one character may have, "" if it may be missing; None is a gap."""

_SPACE: Atom = frozenset({" "})


def _atoms(items: Items) -> list[Atom]:
    """Return what stands one after the other in every match of a sequence."""
    found: list[Atom] = []
    for item in items:
        operation, argument = item
        if operation is sre.ASSERT:
            if _is_at_an_end(item, items):
                found += _atoms(list(argument[1]))
        elif operation not in {sre.AT, sre.ASSERT_NOT}:
            found += _more_of(found[-1:], item) or _atoms_of(item)
    return found


def _is_at_an_end(item: Item, items: Items) -> bool:
    """Whether a look-around looks beyond the sequence that it is in."""
    is_behind = item[1][0] < 0
    return item is items[0] if is_behind else item is items[-1]


def _asides(items: Items) -> Iterator[list[Item]]:
    """Yield what look-arounds ask for that look into the sequence they are in."""
    for item in items:
        if item[0] is sre.ASSERT and not _is_at_an_end(item, items):
            yield list(item[1][1])


def _more_of(last: list[Atom], item: Item) -> list[Atom]:
    """Return the end of an optional repeat of what stands before it, as of digits."""
    operation, argument = item
    if operation not in REPEATS or argument[0] > 0 or not last or last[0] is None:
        return []
    inner = _atoms(list(argument[2]))
    return [None, last[0]] if inner == last else []


def _atoms_of(item: Item) -> list[Atom]:
    operation, argument = item
    if operation in CHARACTERS:
        return [_shapes_of(item)]
    if operation in {sre.SUBPATTERN, sre.ATOMIC_GROUP}:
        return _atoms(next(bodies(item)))
    if operation in REPEATS:
        least, most, body = argument
        return _repeated(least, most, _atoms(list(body)))
    return [None]


def _repeated(least: int, most: Any, inner: list[Atom]) -> list[Atom]:
    """Return the ends of a repeat; white space is one space however long."""
    if least == 0:
        is_one = most == 1 or inner == [_SPACE]
        return _optional(inner) if is_one else [None]
    if inner == [_SPACE]:
        return inner
    copies = inner * min(least, _LONGEST_RUN)
    return copies if least == most <= _LONGEST_RUN else [*copies, None, *copies]


def _optional(inner: list[Atom]) -> list[Atom]:
    """Return what may be missing, if it is one character."""
    is_known = len(inner) == 1 and inner[0] is not None
    return [frozenset({"", *(inner[0] or "")})] if is_known else [None]


def _shapes_of(item: Item) -> frozenset[str]:
    """Return the shapes of the characters that an item matches."""
    if item[0] is sre.LITERAL:
        return frozenset({_shape_of_char(chr(item[1]))})
    operation, argument = item
    return _sampled(operation, tuple(argument) if operation is sre.IN else argument)


@lru_cache(maxsize=1024)
def _sampled(operation: Any, argument: Any) -> frozenset[str]:
    item = operation, argument
    sample = [char for char in _SAMPLE if matches_char(item, char)]
    return frozenset(map(_shape_of_char, sample)) | _beyond(item)


def _beyond(item: Item) -> frozenset[str]:
    """Return the shapes of what a class names beyond the sample."""
    if item[0] is not sre.IN:
        return frozenset()
    shapes: set[str] = set()
    for operation, argument in item[1]:
        if operation is sre.LITERAL:
            shapes.add(_shape_of_char(chr(argument)))
        elif operation is sre.RANGE and argument[1] > 127:  # noqa: PLR2004 -- ASCII
            shapes.add("a")
    return frozenset(shapes)


@lru_cache(maxsize=1024)
def _shape_of_char(char: str) -> str:
    return shape_of(f"x{char}x")[2:-2] or " "


def _runs(atoms: list[Atom]) -> Iterator[list[frozenset[str]]]:
    """Yield what stands side by side, between gaps; spaces in a row are one."""
    run: list[frozenset[str]] = []
    for atom in [*atoms, None]:
        if atom is None:
            if run:
                yield run
            run = []
        elif not (run and atom == run[-1] == _SPACE):
            run.append(atom)


def _windows(run: list[frozenset[str]]) -> Iterator[list[frozenset[str]]]:
    """Yield each few characters of a run, and all of one shape that it begins with."""
    for start, first in enumerate(run):
        window: list[frozenset[str]] = []
        for atom in run[start:]:
            window.append(atom)
            sure = sum("" not in each for each in window)
            if sure > _LONGEST and set(window) != {first}:
                break
            if "" not in first and "" not in atom:
                yield [*window]


def _expanded(window: list[frozenset[str]]) -> frozenset[str] | None:
    """Return each shape of a window; None if there are many or one is common."""
    # A class with a space in it may match one that stood beside another.
    if any(" " in atom and atom - {" ", ""} for atom in window):
        return None
    if prod(map(len, window)) > _MANY:
        return None
    shapes = frozenset(
        " ".join(_EVEN.split("".join(each))) for each in product(*window)
    )
    if not all(map(_KEPT.fullmatch, shapes)):
        return None
    return None if any(shape in _COMMON_SHAPE for shape in shapes) else shapes


_KEPT = re.compile(r"[a ]{0,2}[^a ]+(?:[a ]{1,4}[^a ]+)*[a ]{0,2}")
"""Of more letters and spaces side by side, `shape_of` leaves some out."""

_ODD = re.compile(r"[.,;:!?%)\]](?=[a0])| (?=[.,;:!?%)\]])|(?<=[(\[]) ")
_ADDRESS = re.compile(":?/+")
_EVEN = re.compile(" +")
_COMMON_SHAPE = shape_of(_COMMON)
