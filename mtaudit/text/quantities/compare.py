"""The quantities of a translation against those of its original."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from mtaudit.text.quantities.measures import is_another, is_conversion
from mtaudit.text.quantities.quantity import Quantity
from mtaudit.text.quantities.read import in_figures, quantities

_LONG = 3
"""Digits. With fewer, two numbers differ in one digit by chance."""

_THOUSAND = 1_000
_LEAST_ROUNDED = 10_000
"""Smaller whole numbers may be years, which nobody rounds."""

_MOST = 250_000
"""Pairs of quantities that are compared; with more, a text is a table."""

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*[.,][0-9]{3}(?![0-9])")
_TELLING = 2
"""Significant digits. Of one alone many numbers are, whatever their magnitude."""


class Sort(StrEnum):
    """How a translation departs from its original."""

    LOST = "lost"
    ADDED = "added"
    DIGITS = "digits"
    """One digit is another, or two are swapped, or one is missing."""

    MAGNITUDE = "magnitude"
    """The digits are the same, and the amount is ten times as much, or a thousand."""

    MONTH = "month"
    """The number is the same, and its month is not."""

    MARKS = "marks"
    """The marks are the original's, and mean something else in the translation."""

    UNIT = "unit"
    """The number is the same, and its unit or its currency is not."""

    OTHER = "other"
    """One number was lost, and one added in its place."""


class Difference(NamedTuple):
    """A quantity of either side without its like on the other."""

    sort: Sort
    source: Quantity | None
    target: Quantity | None


class _Matched(NamedTuple):
    """What goes with what, and what is left on either side."""

    pairs: tuple[tuple[Quantity, Quantity], ...]
    left: tuple[Quantity, ...]
    right: tuple[Quantity, ...]


class Text(NamedTuple):
    """A text and the BCP 47 tag of its language."""

    text: str
    lang: str


def differences(
    source: Text, target: Text, *, least: int = 0
) -> tuple[Difference, ...]:
    """
    Return what sets a translation's quantities apart from the original's.

    They are compared as multisets, under all their readings; order makes no
    difference. Whole numbers below `least` may be left out. Of texts that are
    nothing but numbers, thousands of them, nothing is said.
    """
    before, after = in_figures(*source), in_figures(*target)
    if len(before) * len(after) > _MOST:
        return ()
    found = _between(before, after, least)
    if all(each.sort in _OF_EQUALS for each in found):
        return found
    # Words, which take longer to read, may account for what is left.
    return _between(quantities(*source), quantities(*target), least)


def _between(
    source: Sequence[Quantity], target: Sequence[Quantity], least: int
) -> tuple[Difference, ...]:
    """Return what sets one side apart, as far as its quantities were read."""
    matched = _match(source, target)
    found = [
        Difference(sort, one, other)
        for one, other in matched.pairs
        for sort, is_so in _BETWEEN_EQUALS
        if is_so(one, other)
    ]
    found += _other_months(matched.left, matched.right)
    if not _parted_otherwise(matched.left, matched.right):
        both_dated = all(any(one.in_date for one in side) for side in (source, target))
        lost, added = (
            [each for each in side if _is_wanted(each, in_dates=both_dated)]
            for side in (matched.left, matched.right)
        )
        found += _exchanged(lost, added)
        found += [
            Difference(Sort.LOST, each, None) for each in lost if _counts(each, least)
        ]
        found += [
            Difference(Sort.ADDED, None, each)
            for each in added
            if _counts(each, least) and not each.in_name
        ]
    return tuple(found)


def _exchanged(lost: list[Quantity], added: list[Quantity]) -> Iterator[Difference]:
    """Yield, and take away, what was lost and what was added in its place."""
    for sort, is_so in _RELATIONS:
        for one in [*lost]:
            other = next((each for each in added if is_so(one, each)), None)
            if other is not None:
                lost.remove(one)
                added.remove(other)
                yield Difference(sort, one, other)
    if len(lost) == len(added) == 1:
        yield Difference(Sort.OTHER, lost.pop(), added.pop())


def _parted_otherwise(left: Iterable[Quantity], right: Iterable[Quantity]) -> bool:
    """Whether both sides are the same digits, parted by spaces or not: a telephone."""
    before = [each.text for each in left if not each.optional]
    after = [each.text for each in right if not each.optional]
    return "".join(before) == "".join(after) and "".join(before).isdecimal()


def _match(source: Iterable[Quantity], target: Iterable[Quantity]) -> _Matched:
    """Return which quantities of the two sides go together."""
    left, right = [*source], [*target]
    pairs = []
    for agree in _AGREEMENTS:
        # What must be there has the first choice.
        for one in sorted(left, key=lambda each: each.optional):
            fitting = (each for each in right if agree(one, each))
            other = min(fitting, key=lambda each: each.optional, default=None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                pairs.append((one, other))
    return _Matched(tuple(pairs), tuple(left), tuple(right))


def _same_sign(one: Quantity, other: Quantity) -> bool:
    """Whether both may be the same time or month."""
    return bool(one.signs & other.signs)


def _same_value(one: Quantity, other: Quantity) -> bool:
    """Whether both are taken for the same amount at first sight."""
    return bool(one.values[:1]) and one.values[:1] == other.values[:1]


def _same_reading(one: Quantity, other: Quantity) -> bool:
    """Whether both may be the same amount."""
    return bool(one.readings & other.readings)


def _same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other in another unit."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    return is_conversion(one.unit, one.values, other=other.unit, converted=other.values)


def _same_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other with fewer digits: 19.93 million for 19,930,300."""
    return any(
        _is_rounded(*sorted((before, after), key=_precision))
        for before, after in product(one.values[:1], other.values[:1])
    )


def _is_rounded(rough: Decimal, exact: Decimal) -> bool:
    """Whether `rough` is `exact`, rounded or cut; a year is never rounded."""
    if exact == exact.to_integral_value() and exact < _LEAST_ROUNDED:
        return False
    if not _TELLING <= _precision(rough) < _precision(exact):
        return False
    last_digit = Decimal(1).scaleb(int(rough.normalize().as_tuple().exponent))
    return abs(exact - rough) < last_digit


def _precision(value: Decimal) -> int:
    """Return how many significant digits an amount has."""
    return len(_significant(value))


_AGREEMENTS = (_same_sign, _same_value, _same_reading, _same_measure, _same_rounded)
"""What makes two quantities go together, the surest first."""


def _is_wanted(quantity: Quantity, *, in_dates: bool) -> bool:
    """Whether a translation should have a quantity, in whatever form."""
    return not quantity.optional or (in_dates and quantity.in_date)


def _counts(quantity: Quantity, least: int) -> bool:
    """Whether a quantity may not be left out, as small whole numbers may."""
    if quantity.optional:
        return False
    value = next(iter(quantity.values), None)
    return value is None or value != value.to_integral_value() or value >= least


def _other_months(
    left: Iterable[Quantity], right: Iterable[Quantity]
) -> Iterator[Difference]:
    """Yield the only month of either side, if they differ."""
    before = [each for each in left if _is_month(each)]
    after = [each for each in right if _is_month(each)]
    if len(before) == len(after) == 1:
        yield Difference(Sort.MONTH, before[0], after[0])


def _is_month(quantity: Quantity) -> bool:
    return not quantity.values and any(sign[0] == "m" for sign in quantity.signs)


def _has_other_magnitude(one: Quantity, other: Quantity) -> bool:
    """Whether the digits are the same, and only the marks and noughts differ."""
    before, after = one.values or one.others, other.values or other.others
    alike = {*map(_significant, before)} & {*map(_significant, after)}
    return any(len(digits) >= _TELLING for digits in alike)


def _has_other_digit(one: Quantity, other: Quantity) -> bool:
    """Whether long numbers differ in one digit or in the order of two."""
    from rapidfuzz.distance import OSA

    before, after = _figures(one), _figures(other)
    return (
        min(len(before), len(after)) >= _LONG
        and OSA.distance(before, after, score_cutoff=1) == 1
    )


def _has_other_marks(one: Quantity, other: Quantity) -> bool:
    """Whether thousands are grouped by a mark that means something else here."""
    shared = set(one.values) & (set(other.others) - set(other.values))
    has_mark = bool(_GROUPED.match(other.text))
    return has_mark and any(value >= _THOUSAND for value in shared)


def _has_other_unit(one: Quantity, other: Quantity) -> bool:
    """Whether the same amount is of another unit of the same dimension."""
    if one.unit is None or other.unit is None or one.optional or other.optional:
        return False
    return _same_value(one, other) and is_another(one.unit, other.unit)


_BETWEEN_EQUALS: Sequence[tuple[Sort, Callable[[Quantity, Quantity], bool]]] = (
    (Sort.MARKS, _has_other_marks),
    (Sort.UNIT, _has_other_unit),
)
"""How two that go together may differ all the same."""

_OF_EQUALS = frozenset(sort for sort, _ in _BETWEEN_EQUALS)

_RELATIONS: Sequence[tuple[Sort, Callable[[Quantity, Quantity], bool]]] = (
    (Sort.MAGNITUDE, _has_other_magnitude),
    (Sort.DIGITS, _has_other_digit),
)
"""How one that was lost and one that was added may belong together."""


def _significant(value: Decimal) -> str:
    """Return the digits of an amount without the noughts around them."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _figures(quantity: Quantity) -> str:
    """Return the digits that stand for a quantity."""
    value = next(iter(quantity.values), None)
    if value is None:
        return "".join(filter(str.isdecimal, quantity.text))
    return format(value, "f").replace(".", "")
