"""compound-dash: a dash where a compound has a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from mtaudit.kinds.base import Gate, Rows
from mtaudit.kinds.matching import Matching
from mtaudit.model import Applicability, Hit, Segment
from mtaudit.text.shapes import shape_of
from mtaudit.text.words import fold

_DASH = "\N{EM DASH}"

# An en dash is left alone: between names, and before two words, it is right.
_CHAIN = re.compile(rf"(?<![\w{_DASH}-])\w+(?:-\w+)*{_DASH}\w+(?:[{_DASH}-]\w+)*")
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_WORD_LENGTH = 3
"""What follows a prefix is no shorter; letters alone are something else."""

_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")


@dataclass(frozen=True, eq=False, repr=False)
class CompoundDash(Matching):
    """
    Find words joined by a dash that are one compound, and offer the hyphen.

    Between other words a dash without spaces is punctuation, and stays.
    """

    table: Rows = field(default=(), metadata={"table": ("compound",)})
    """Compounds as they should be, in lower case; a plural in -s is understood."""

    prefixes: tuple[str, ...] = ()
    """First parts that are no words by themselves: any word may follow."""

    units: tuple[str, ...] = ()
    """Second parts after a number: ``year`` for ``5-year`` and ``5-year-old``."""

    endings: tuple[str, ...] = ()
    """Second parts after a name, as in ``London-based``, if a noun follows."""

    not_before: tuple[str, ...] = ()
    """Words that may not follow such an ending: it then begins a clause."""

    def gate(self) -> Gate:
        """Open where there is a dash between letters or digits."""
        sides = product("a0", repeat=2)
        shapes = (shape_of(f"{left}{_DASH}{right}").strip() for left, right in sides)
        return Gate(shapes=frozenset(shapes))

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each compound with a dash in it."""
        text = segment.text
        if not self.concerns(segment) or _DASH not in text:
            return
        for match, span in self.allowed(_CHAIN.finditer(text), text):
            fixed = match[0].replace(_DASH, "-")
            if self._is_compound(fixed):
                yield Hit(span, (fixed,))
            elif self._is_ending(match, fixed):
                yield Hit(span, (fixed,), limit=Applicability.UNSAFE)

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(compound for (compound,) in self.table)

    def _is_compound(self, fixed: str) -> bool:
        """Whether the hyphenated word is one that is known."""
        folded = fold(fixed)
        if folded in self._compounds or folded.removesuffix("s") in self._compounds:
            return True
        first, _, rest = folded.partition("-")
        if first in self.prefixes:
            return len(rest) >= _WORD_LENGTH
        unit = rest.removesuffix("-old").removesuffix("s")
        return bool(_NUMBER.fullmatch(first)) and unit in self.units

    def _is_ending(self, match: re.Match[str], fixed: str) -> bool:
        """Whether it is a name with an ending before a noun."""
        first, _, ending = fixed.rpartition("-")
        if ending not in self.endings or not first[:1].isupper():
            return False
        following = _NEXT_WORD.match(match.string, match.end())
        return following is not None and following[1] not in self.not_before
