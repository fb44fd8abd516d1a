"""Texts inside texts: what a string of a file holds, read by another format."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mtaudit.formats.pieces import Part, build, text_of, within
from mtaudit.model import Comment, Document, RawSpan, Segment


class Inlay:
    """A text and the parts of the file that spell it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.text = text_of(parts)
        self._parts = list(parts)
        self._offsets: list[int] = []
        offset = 0
        for part in parts:
            self._offsets.append(offset)
            offset += len(part.text)

    def segments(self, document: Document, key: str) -> Iterator[Segment]:
        """Yield the segments of `document`, which was read from the text, placed."""
        for segment in document.segments:
            parts = [part for piece in self._placed(segment) for part in piece]
            placed = build(parts, segment.role, key)
            if placed:
                yield placed._replace(
                    lang=segment.lang, spelling=segment.spelling or "text"
                )

    def comments(self, document: Document, raw: str) -> Iterator[Comment]:
        """Yield the comments of `document` that the file spells as they are."""
        for comment in document.comments:
            span = RawSpan(*self._span(comment.raw.start, comment.raw.end))
            if comment.text in span.of(raw):
                yield Comment(comment.text, span)

    def _placed(self, segment: Segment) -> Iterator[list[Part]]:
        """Yield the parts of the file for each piece of a segment."""
        for piece in segment.pieces:
            start, end = piece.raw.start, piece.raw.end
            first = bisect_right(self._offsets, start) - 1
            last = bisect_right(self._offsets, end - 1)
            if piece.verbatim:
                offset = self._offsets[first]
                inner = self._parts[first:last]
                yield within(inner, start - offset, end - offset)
            else:
                text = piece.text.of(segment.text)
                yield [Part(text, *self._span(start, end), verbatim=False)]

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the text from `start` to `end` stands in the file."""
        first = bisect_right(self._offsets, start) - 1
        last = bisect_right(self._offsets, max(start, end - 1)) - 1
        head, tail = self._parts[first], self._parts[last]
        begin, stop = head.start, tail.end
        if head.verbatim:
            begin += start - self._offsets[first]
        if tail.verbatim:
            stop = tail.start + end - self._offsets[last]
        return begin, stop
