"""Tables of reStructuredText: drawn with lines all around, or only over columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from mtaudit.formats.lightweight import Line
from mtaudit.text.width import display_width

Cells = list[list[Line]]
Reader = Callable[[Sequence[Line]], tuple[int, Cells]]
_BORDER = re.compile(r"\+[-=]+(?:\+[-=]*)*\+?")
_RULE = re.compile(r"=+(?:[ \t]+=+)+")


def reader(line: Line) -> Reader | None:
    """Return what reads the table that begins with `line`; None if none does."""
    if _BORDER.fullmatch(line.text):
        return _grid
    return _simple if _RULE.fullmatch(line.text) else None


def _grid(lines: Sequence[Line]) -> tuple[int, Cells]:
    """Return how many lines are a table with borders, and the lines of its cells."""
    cells: Cells = []
    row: list[list[Line]] = []
    count = 0
    for line in lines:
        if not line.text.startswith(("+", "|")):
            break
        count += 1
        columns = [] if line.text.startswith("+") else _columns(line)
        if len(columns) != len(row):
            cells += row
            row = [[] for _ in columns]
        for cell, text in zip(row, columns, strict=True):
            cell.append(text)
    return count, cells + row


def _columns(line: Line) -> list[Line]:
    """Return the stretches of a line between its bars."""
    found = []
    for match in re.finditer(r"(?<=\|)[^|]*(?=\|)", line.text):
        text = match[0].strip()
        start = line.start + match.start() + len(match[0]) - len(match[0].lstrip())
        found.append(line._replace(text=text, start=start))
    return found


def _simple(lines: Sequence[Line]) -> tuple[int, Cells]:
    """Return how many lines are a table with rules, and the lines of its cells."""
    starts = [match.start() for match in re.finditer(r"=+", lines[0].text)]
    base = lines[0].indent
    cells: Cells = []
    row: list[list[Line]] = [[] for _ in starts]
    count = 0
    for count, line in enumerate(lines):
        if count and _RULE.fullmatch(line.text):
            following = lines[count + 1].text if count + 1 < len(lines) else ""
            if not following:
                return count + 1, cells + row
        elif line.text and not re.fullmatch(r"[-= ]+", line.text):
            columns = _slices(line, [start + base for start in starts])
            if columns[0].text:
                cells += row
                row = [[] for _ in starts]
            for cell, text in zip(row, columns, strict=True):
                cell.append(text)
    return count + 1, cells + row


def _slices(line: Line, starts: Sequence[int]) -> list[Line]:
    """Return the stretches of a line that begin in those columns."""
    cuts, column, index = [], line.indent, 0
    for place, char in enumerate(line.text):
        while index < len(starts) and column >= starts[index]:
            cuts.append(place)
            index += 1
        column += 1 if char.isascii() else display_width(char)
    cuts += [len(line.text)] * (len(starts) - len(cuts) + 1)
    found = []
    for start, end in pairwise(cuts):
        whole = line.text[start:end]
        text = whole.strip()
        begin = line.start + start + len(whole) - len(whole.lstrip())
        found.append(line._replace(text=text, start=begin))
    return found
