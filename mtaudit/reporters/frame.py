"""The part of a finding that is drawn: lines with numbers, carets, a change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from mtaudit.model import Finding, Fix
from mtaudit.reporters.ansi import Paint, severity_style
from mtaudit.reporters.change import MarkedLine, change_of, marked_lines
from mtaudit.reporters.cropping import carets, crop, painted, reach
from mtaudit.reporters.lines import Line, line
from mtaudit.reporters.summary import place, plural

_DRAWN_LINES = 5
"""Of a longer match, the first lines and the last are drawn."""

_STYLES = {"-": ("removed", "removed-mark"), "+": ("added", "added-mark")}

_LEAST_ROOM = 20
"""What a line gets however narrow the terminal is."""


class Frame:
    """Draws a finding."""

    def __init__(self, finding: Finding, width: int, paint: Paint) -> None:
        self._finding = finding
        self._paint = paint
        self._digits = len(str(finding.location.end.line))
        """How wide line numbers are."""

        self._room = max(width - self._digits - 3, _LEAST_ROOM)
        """How wide a line may be."""

    def excerpt(self) -> Iterator[str]:
        """Yield the place, and the lines with carets below what is at fault."""
        excerpt = self._finding.excerpt
        start = len(excerpt.before)
        marks = ((start, start + len(excerpt.match)),)
        first, hidden, last = _ends(_solid(marked_lines(str(excerpt), marks)))
        yield f"{self._gutter('-->')} {place(self._finding.location)}"
        yield self._gutter(" |")
        for entry in first:
            yield from self._with_carets(entry)
        if hidden:
            yield self._hidden(hidden)
        for entry in last:
            yield from self._with_carets(entry)

    def change(self, fix: Fix) -> Iterator[str]:
        """
        Yield the lines that `fix` changes, as they are and as they would be.

        Nothing, if they are not all in the excerpt.
        """
        change = change_of(self._finding.excerpt, fix)
        if change is None:
            return
        before, after = ([*map(self._numbered, side)] for side in change)
        reached = min(
            (reach(each.full, self._room) for each in (*before, *after)), default=0
        )
        yield from self._signed(before, reached, "-")
        yield from self._signed(after, reached, "+")

    def _numbered(self, entry: MarkedLine) -> "_Numbered":
        return _Numbered(entry.number, line(entry.text, entry.marks, self._room))

    def _with_carets(self, entry: MarkedLine) -> Iterator[str]:
        """Yield a line, and the line of carets below it."""
        full = line(entry.text, entry.marks, self._room)
        cropped = crop(full, self._room, reach(full, self._room))
        style = severity_style(self._finding.severity)
        text = painted(cropped, self._paint, ("plain", "strong"))
        number = self._number(entry.number, self._paint("frame", "|"))
        yield f"{number} {text}".rstrip(" ")
        yield f"{self._gutter(' |')} {self._paint(style, carets(cropped))}"

    def _signed(
        self, entries: Sequence["_Numbered"], reached: int, sign: str
    ) -> Iterator[str]:
        """Yield one side of a change, `sign` behind each number."""
        first, hidden, last = _ends(entries)
        for entry in first:
            yield self._signed_line(entry, reached, sign)
        if hidden:
            yield self._hidden(hidden)
        for entry in last:
            yield self._signed_line(entry, reached, sign)

    def _signed_line(self, entry: "_Numbered", reached: int, sign: str) -> str:
        """Return one line of a change."""
        cropped = crop(entry.full, self._room, reached)
        text = painted(cropped, self._paint, _STYLES[sign])
        number = self._number(entry.number, self._paint(_STYLES[sign][0], sign))
        return f"{number} {text}".rstrip(" ")

    def _number(self, number: int, sign: str) -> str:
        """Return the number of a line, counted from the first, and `sign` behind it."""
        shown = f"{self._finding.location.start.line + number:>{self._digits}}"
        return f"{self._paint('frame', shown)} {sign}"

    def _gutter(self, sign: str) -> str:
        """Return `sign` where the number has ended."""
        return " " * self._digits + self._paint("frame", sign)

    def _hidden(self, count: int) -> str:
        """Return the line that stands for lines left out."""
        return self._gutter(f" … {plural(count, 'more line')}")


class _Numbered(NamedTuple):
    """A line that can be drawn."""

    number: int
    full: Line


_Entry = TypeVar("_Entry")


def _ends(entries: Sequence[_Entry]) -> tuple[Sequence[_Entry], int, Sequence[_Entry]]:
    """Return the first lines, how many are left out, and the last."""
    if len(entries) <= _DRAWN_LINES:
        return entries, 0, ()
    return entries[: _DRAWN_LINES - 2], len(entries) - _DRAWN_LINES + 1, entries[-1:]


def _solid(entries: Sequence[MarkedLine]) -> list[MarkedLine]:
    """Return the lines with marks that can be seen, be the match empty."""
    if any(start < end for entry in entries for start, end in entry.marks):
        return [entry._replace(marks=_filled(entry)) for entry in entries]
    return [
        entry._replace(
            text=f"{entry.text} ", marks=tuple((at, at + 1) for at, _ in entry.marks)
        )
        for entry in entries
    ]


def _filled(entry: MarkedLine) -> tuple[tuple[int, int], ...]:
    """Return the marks of a line that hold something of it."""
    return tuple(mark for mark in entry.marks if mark[0] < mark[1])
