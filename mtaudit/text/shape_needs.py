"""Which shapes a regular expression cannot match without."""

from collections.abc import Iterator
from itertools import product
from typing import Any

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

_LONGEST = 3
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
    runs = _runs(_atoms(parsed(pattern, flags)))
    windows = (window for run in runs for window in _windows(run))
    useful = [each for each in map(_expanded, windows) if each]
    return min(useful, key=_commonness, default=None)


def _commonness(shapes: frozenset[str]) -> tuple[int, int, list[str]]:
    """Rate shapes as a gate: the longest are rarest, then the fewest."""
    return -min(map(len, shapes)), len(shapes), sorted(shapes)


Atom = frozenset[str] | None
"""The shapes one character may have; None is a gap of unknown length."""


def _atoms(items: Items) -> list[Atom]:
    """Return what stands one after the other in every match of a sequence."""
    found: list[Atom] = []
    for number, item in enumerate(items):
        operation, argument = item
        if operation is sre.ASSERT:
            is_behind = argument[0] < 0
            if (is_behind and number == 0) or (not is_behind and item is items[-1]):
                found += _atoms(list(argument[1]))
        elif operation not in {sre.AT, sre.ASSERT_NOT}:
            found += _more_of(found[-1:], item) or _atoms_of(item)
    return found


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
    if operation in REPEATS and argument[0] > 0:
        return _repeated(argument[0], argument[1], list(argument[2]))
    return [None]


def _repeated(least: int, most: Any, body: Items) -> list[Atom]:
    """Return the ends of a repeat; white space is one space however long."""
    inner = _atoms(body)
    if inner == [frozenset({" "})]:
        return inner
    if least == most:
        return inner * min(least, _LONGEST)
    return [*inner, None, *inner]


def _shapes_of(item: Item) -> frozenset[str]:
    """Return the shapes of the characters that an item matches."""
    if item[0] is sre.LITERAL:
        return frozenset({_shape_of_char(chr(item[1]))})
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
        elif not (run and atom == run[-1] == frozenset({" "})):
            run.append(atom)


def _windows(run: list[frozenset[str]]) -> Iterator[list[frozenset[str]]]:
    for length in range(1, _LONGEST + 1):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _expanded(window: list[frozenset[str]]) -> frozenset[str] | None:
    """Return each shape of a window; None if there are many or one is common."""
    count = 1
    for atom in window:
        count *= len(atom)
        # A class with a space in it may match one that stood beside another.
        if count > _MANY or (" " in atom and len(atom) > 1):
            return None
    shapes = frozenset(map("".join, product(*window)))
    if any(shape in _COMMON_SHAPE or not shape.strip("a ") for shape in shapes):
        return None
    return shapes


_COMMON_SHAPE = shape_of(_COMMON)
