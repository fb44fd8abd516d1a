"""The hash of a line by which GitHub knows an alert again when lines move."""

from __future__ import annotations

from array import array
from collections import Counter

_BLOCK = 100
"""How many characters that are not blank a hash covers, from the line's start."""

_FACTOR = 37
_WORD = (1 << 64) - 1
_LF, _CR, _TAB, _SPACE, _END = 10, 13, 9, 32, 0xFFFF


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
    units = array("H")
    encoded = array("H")
    encoded.frombytes(text.encode("utf-16-le", "surrogatepass"))
    starts = [0]
    before = 0
    for unit in (*encoded, _END):
        after_cr, before = before == _CR, unit
        if unit in {_SPACE, _TAB} or (after_cr and unit == _LF):
            continue
        units.append(_LF if unit == _CR else unit)
        if units[-1] == _LF:
            starts.append(len(units))
    return units, starts
