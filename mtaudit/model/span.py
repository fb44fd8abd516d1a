"""Places in strings: two coordinate systems, two types."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """The code points ``start, start + 1, ..., end - 1`` of some string."""

    start: int
    end: int

    # A span is made for each stretch of each text: what dataclasses would write
    # takes twice the time.
    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            message = f"not a span: {start}..{end}"
            raise ValueError(message)
        _set_start(self, start)
        _set_end(self, end)

    def of(self, string: str) -> str:
        """Return the part of `string` that this span covers."""
        return string[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


class TextSpan(Span):
    """Offsets into `Segment.text`: decoded prose, as a reader sees it."""

    __slots__ = ()


class RawSpan(Span):
    """Offsets into `Document.raw`: the file, markup and escapes included."""

    __slots__ = ()


class Position(NamedTuple):
    """A place in a file as people count: both from 1, columns in code points."""

    line: int
    column: int
