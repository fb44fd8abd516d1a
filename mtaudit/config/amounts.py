"""Shapes of numbers that have a least value, and maybe a greatest."""

from __future__ import annotations

from typing import Any

from mtaudit.config.shape import Keys, Shape, refusal


def most(_: Any) -> Shape:
    """Return the shape of whole numbers from 0."""

    def read(value: Any, keys: Keys) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise refusal(keys, "a whole number from 0", value)
        return value

    return Shape("a whole number from 0", {"type": "integer", "minimum": 0}, read)


def weight(_: Any) -> Shape:
    """Return the shape of numbers from 0."""
    return _number("a number from 0", {"type": "number", "minimum": 0})


def share(_: Any) -> Shape:
    """Return the shape of numbers from 0 to 1."""
    return _number(
        "a number from 0 to 1, such as 0.95",
        {"type": "number", "minimum": 0, "maximum": 1},
    )


def _number(expected: str, schema: dict[str, Any]) -> Shape:
    def read(value: Any, keys: Keys) -> float:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and 0 <= value <= schema.get("maximum", float("inf")):
            return float(value)
        raise refusal(keys, expected, value)

    return Shape(expected, schema, read)
