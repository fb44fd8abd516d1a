"""Columns in bytes of UTF-8, and text between offsets, for formats that need them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_NEWLINE = re.compile(r"\r\n?|\n")


class BytePlace(NamedTuple):
    """A line and a column, both from 1; the column counts bytes of UTF-8."""

    line: int
    column: int


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = (newline.end() for newline in _NEWLINE.finditer(text))
        self.starts = [0, *ends]

    def number(self, offset: int) -> int:
        """Return the number of the line that has the code point at `offset`."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, in code points, of `offset`."""
        line = self.number(offset)
        return line, offset - self.starts[line - 1] + 1

    def byte_place(self, offset: int) -> BytePlace:
        """Return line and column, in bytes, of `offset`."""
        line = self.number(offset)
        before = self.text[self.starts[line - 1] : offset]
        return BytePlace(line, len(before.encode("utf-8", "surrogatepass")) + 1)
