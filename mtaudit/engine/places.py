"""From offsets of a file to lines, columns and excerpts."""

from __future__ import annotations

import re
from bisect import bisect_right

from mtaudit.model import Excerpt, Location, Position, RawSpan

_NEWLINE = re.compile(r"\r\n?|\n")
_CONTEXT = 300
"""How many code points an excerpt keeps on either side of a finding."""


class Places:
    r"""The lines of one file. A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` alone."""

    def __init__(self, path: str, raw: str) -> None:
        self.path = path
        self.raw = raw
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(raw))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def location(self, span: RawSpan) -> Location:
        """Return where `span` is, for people."""
        return Location(
            self.path, span, self.position(span.start), self.position(span.end)
        )

    def excerpt(self, span: RawSpan) -> Excerpt:
        """Return the lines that `span` touches, cut at it and cropped if long."""
        start = self._starts[self.position(span.start).line - 1]
        start = max(start, span.start - _CONTEXT)
        newline = _NEWLINE.search(self.raw, span.end)
        end = newline.start() if newline else len(self.raw)
        return Excerpt(
            before=self.raw[start : span.start],
            match=span.of(self.raw),
            after=self.raw[span.end : min(end, span.end + _CONTEXT)],
            start=start,
        )
