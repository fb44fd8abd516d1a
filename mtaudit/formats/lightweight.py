"""What light markup languages share: lines, paragraphs of lines, marks in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.pieces import Part, fill
from mtaudit.model import OPAQUE, Document

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<newline>\r\n|\r|\n|\Z)")
_TAB = 8


class Line(NamedTuple):
    """A line, or what is left of one after a mark: without white space around it."""

    text: str
    start: int
    indent: int
    """Columns in front of it."""

    newline: tuple[int, int]
    """Where its line break stands."""

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)

    def after(self, width: int) -> Line:
        """Return what is left of the line after its first `width` characters."""
        rest = self.text[width:].lstrip()
        skipped = len(self.text) - len(rest)
        return Line(rest, self.start + skipped, self.indent + skipped, self.newline)


def lines_of(raw: str) -> Iterator[Line]:
    """Yield each line; only line feeds and carriage returns end one."""
    for match in _LINE.finditer(raw):
        if match.end() > match.start():
            line = match["text"]
            text = line.strip(" \t\x0b\x0c")
            width = len(line) - len(line.lstrip(" \t\x0b\x0c")) if text else 0
            indent = len(line[:width].expandtabs(_TAB))
            yield Line(text, match.start() + width, indent, match.span("newline"))


def parts_of(raw: str, lines: Sequence[Line]) -> list[Part]:
    """Return the parts of a paragraph of lines: their texts and their breaks."""
    parts: list[Part] = []
    last: tuple[int, int] | None = None
    for line in lines:
        if parts and last:
            parts.append(Part(raw[slice(*last)], *last))
        if line.text:
            parts.append(Part(line.text, line.start, line.end))
        last = line.newline if line.newline[0] < line.newline[1] else None
    return parts


def spoken(parts: list[Part], marks: re.Pattern[str]) -> list[Part]:
    """
    Return `parts` without the marks in their text.

    Of a match of `marks` the group that it names is kept; ``escaped`` stands for
    itself, a group whose name begins with ``gap`` for nothing. A match without a
    group is opaque.
    """
    text = "".join(part.text for part in parts)
    decoded: set[int] = set()
    offset = 0
    for part in parts:
        if not part.verbatim:
            decoded.add(offset)
        offset += len(part.text)
    # What was escaped is text, whatever it looks like.
    found = (match for match in marks.finditer(text) if match.start() not in decoded)
    return fill(parts, [*_holes(found)])


def is_read_back(text: str, parse: Callable[..., Document]) -> bool:
    """Whether a file that is `text` has one segment with it; opaque text is."""
    found = parse(text, "", FormatOptions()).segments
    return [text] == [segment.text for segment in found] or OPAQUE in text


def _holes(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that are shown as another text."""
    for match in matches:
        kind = match.lastgroup
        start, end = match.span()
        if kind is None:
            yield start, end, OPAQUE
        elif kind == "escaped":
            yield start, end, match[kind]
        elif kind.startswith("gap"):
            yield start, end, ""
        else:
            first, last = match.span(kind)
            if start < first:
                yield start, first, ""
            if last < end:
                yield last, end, ""
