"""Lines of plain text, and which of them belong together."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]"
)
_MARK = re.compile(r"(?:[*+•·▪◦‣]|[-–]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_DASHES = ("- ", "– ", "— ")
OPENING = "\"'“‘«„(["
_END = re.compile(r"[.!?…:;,。！？：；，、।؟][\"'”’»“)\]]*\Z")

_NARROWEST, _WIDEST = 50, 120
"""Columns between which text is wrapped by hand or by a program."""

_FILLED = 0.7
"""A line that shares this much of the longest one's width was broken for width."""

_WORDY = 25
"""Columns from which a line can break off in mid-sentence."""


class Line(NamedTuple):
    """A line without the white space around it."""

    text: str
    start: int
    end: int
    indent: int


class Unit(NamedTuple):
    """Lines that are read in one go."""

    text: str
    """Of the first line."""

    start: int
    end: int
    is_single: bool
    """Whether it is one line."""

    mark_width: int
    """Of the mark of a list item that it may start with, else 0."""


def lines_of(raw: str) -> Iterator[Line]:
    """Yield each line; only line feeds and carriage returns end one."""
    for match in _LINE.finditer(raw):
        line = match["text"]
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        start = match.start() + (indent if text else 0)
        yield Line(text, start, start + len(text), indent)


def units_of(block: list[Line]) -> list[Unit]:
    """
    Return the units of lines that no blank line parts.

    A paragraph that was wrapped is one unit. Where lines stand under each other
    without being wrapped, as the furniture of a page does, each is a unit.
    """
    if len(block) == 1:
        return [_unit(block)]
    width = max(columns(line.text) for line in block)
    is_prose = _NARROWEST <= width <= _WIDEST and bool(_END.search(block[-1].text))
    filled = width * _FILLED if is_prose else width + 1
    groups = [[block[0]]]
    for line, following in pairwise(block):
        if _goes_on(groups[-1][0], line, following, filled=filled):
            groups[-1].append(following)
        else:
            groups.append([following])
    return [_unit(group) for group in groups]


def columns(text: str) -> int:
    """Return the width of `text` on a terminal, roughly."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def ends_openly(text: str) -> bool:
    """Whether no punctuation says that a sentence or a clause ends here."""
    return not _END.search(text)


def _goes_on(first: Line, line: Line, following: Line, *, filled: float) -> bool:
    """Whether `following` continues the unit that `first` begins."""
    if following.text.startswith(_DASHES):
        # In mid-sentence a dash may start a line; else it starts an utterance.
        is_apart = first.text.startswith(_DASHES) or not ends_openly(line.text)
        return not is_apart and columns(line.text) >= filled
    if _MARK.match(following.text):
        return False
    if _MARK.match(first.text) and following.indent > first.indent:
        return True
    width = columns(line.text)
    is_inner = following.text.lstrip(OPENING)[:1].islower()
    return width >= (min(filled, _WORDY) if is_inner else filled)


def _unit(lines: list[Line]) -> Unit:
    first = lines[0]
    mark = _MARK.match(first.text)
    return Unit(
        text=first.text,
        start=first.start,
        end=lines[-1].end,
        is_single=len(lines) == 1,
        mark_width=mark.end() if mark else 0,
    )
