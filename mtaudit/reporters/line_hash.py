"""The hash of a line by which GitHub knows an alert again when lines move."""

from __future__ import annotations

import sys
from array import array
from collections import Counter

_BLOCK = 100
"""How many characters that are not blank a hash covers, from the line's start."""

_FACTOR = 37
_WORD = (1 << 64) - 1
_LF, _END = 10, 0xFFFF
_BLANKS = {ord(blank): None for blank in " \t"}


def line_hashes(text: str) -> dict[int, str]:
    """
    Return the hash of each line, by its number from 1, as CodeQL computes it.

    That is a polynomial over UTF-16 units without blanks, modulo two to the
    64th, and the number of the line among those with the same hash.
    """
    units, starts = _units(text)
    seen: Counter[str] = Counter()
    hashes = {}
    for number, start in enumerate(starts, start=1):
        block = units[start : start + _BLOCK]
        value = 0
        for unit in block:
            value = (value * _FACTOR + unit) & _WORD
        value = value * pow(_FACTOR, _BLOCK - len(block), 1 << 64) & _WORD
        digits = f"{value:x}"
        seen[digits] += 1
        hashes[number] = f"{digits}:{seen[digits]}"
    return hashes


def _units(text: str) -> tuple[array[int], list[int]]:
    """Return the units that count, an end mark behind them, and where lines start."""
    said = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    units = array("H")
    units.frombytes(said.encode("utf-16-le", "surrogatepass"))
    if sys.byteorder == "big":
        units.byteswap()
    units.append(_END)
    return units, [0, *(at + 1 for at, unit in enumerate(units) if unit == _LF)]
