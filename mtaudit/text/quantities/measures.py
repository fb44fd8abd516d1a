"""Units of one dimension, and whether one amount is another converted."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from math import isclose

_SIZES = {
    "length-millimeter": 0.001,
    "length-centimeter": 0.01,
    "length-meter": 1.0,
    "length-kilometer": 1000.0,
    "length-inch": 0.0254,
    "length-foot": 0.3048,
    "length-yard": 0.9144,
    "length-mile": 1609.344,
    "mass-gram": 0.001,
    "mass-kilogram": 1.0,
    "mass-tonne": 1000.0,
    "mass-ton": 907.18474,
    "mass-ounce": 0.028349523125,
    "mass-pound": 0.45359237,
    "area-square-meter": 1.0,
    "area-square-kilometer": 1e6,
    "area-hectare": 1e4,
    "area-acre": 4046.8564224,
    "area-square-foot": 0.09290304,
    "area-square-mile": 2589988.110336,
    "volume-liter": 1.0,
    "volume-milliliter": 0.001,
    "volume-gallon": 3.785411784,
    "volume-pint": 0.473176473,
    "speed-kilometer-per-hour": 1 / 3.6,
    "speed-mile-per-hour": 0.44704,
    "speed-meter-per-second": 1.0,
}
"""
What one of a unit is in the unit of SI, or in litres, by CLDR's name.

International yard and pound agreement of 1959; US customary measures of volume.
"""

UNITS = (*_SIZES, "temperature-celsius", "temperature-fahrenheit")
"""The units that can be converted, as CLDR names them."""

_INTERCHANGEABLE = (
    {"mass-ton", "mass-tonne"},
    {"currency-¥", "currency-CNY"},
    {"currency-¥", "currency-JPY"},
)
"""Units of which texts write one for the other."""

_ROUNDING = 0.06
"""How far a converted amount may be off, as a share: translations round."""


def is_conversion(
    unit: str, amounts: Iterable[Decimal], *, other: str, converted: Iterable[Decimal]
) -> bool:
    """Whether one of `converted`, in `other`, is one of `amounts`, in `unit`."""
    if _dimension(unit) != _dimension(other) or unit.startswith("currency"):
        return False
    return any(
        isclose(_in_base(unit, one), _in_base(other, two), rel_tol=_ROUNDING)
        for one, two in product(amounts, converted)
    )


def is_another(unit: str, other: str) -> bool:
    """Whether two units of one dimension differ; a ton may be a tonne."""
    same = _dimension(unit) == _dimension(other)
    return unit != other and same and {unit, other} not in _INTERCHANGEABLE


def _dimension(unit: str) -> str:
    return unit.partition("-")[0]


def _in_base(unit: str, amount: Decimal) -> float:
    """Return an amount in the base unit of its dimension."""
    if unit == "temperature-celsius":
        return float(amount)
    if unit == "temperature-fahrenheit":
        return (float(amount) - 32) / 1.8
    return float(amount) * _SIZES[unit]
