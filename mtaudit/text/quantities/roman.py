"""Roman numerals: the XX century, Louis XIV; in Cyrillic look-alikes as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtaudit.text.quantities.quantity import Quantity

_CYRILLIC = str.maketrans("ІХМСѴЛД", "IXMCVLD")
_NUMERAL = re.compile(r"(?<![\w'’])[IVXLCDMІХМС]{1,9}(?![\w'’])")
_WELL_FORMED = re.compile(
    r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_numerals(text: str) -> Iterator[Quantity]:
    """Yield what may be a Roman numeral; never required, as it may be a letter."""
    for match in _NUMERAL.finditer(text):
        numeral = match[0].translate(_CYRILLIC)
        if _WELL_FORMED.fullmatch(numeral):
            value = Decimal(_value(numeral))
            yield Quantity(*match.span(), match[0], (value,), optional=True)


def _value(numeral: str) -> int:
    values = [_VALUES[char] for char in numeral]
    smaller = (
        left < right for left, right in zip(values, [*values[1:], 0], strict=True)
    )
    return sum(
        -value if less else value for value, less in zip(values, smaller, strict=True)
    )
