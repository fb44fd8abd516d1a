"""The part of a finding that is drawn: lines with numbers, carets, a change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Finding, Fix
from mtaudit.reporters.ansi import Paint, severity_style
from mtaudit.reporters.change import MarkedLine, change_of, marked_lines
from mtaudit.reporters.lines import carets, crop, line, painted, reach
from mtaudit.reporters.summary import place, plural

_DRAWN_LINES = 5
"""Of a longer match, the first lines and the last are drawn."""

_STYLES = {"-": ("removed", "removed-mark"), "+": ("added", "added-mark")}

_LEAST_ROOM = 20
"""What a line gets however narrow the terminal is."""


class Frame(NamedTuple):
    """Draws a finding."""

    finding: Finding
    width: int
    paint: Paint

    def excerpt(self) -> Iterator[str]:
        """Yield the place, and the lines with carets below what is at fault."""
        excerpt = self.finding.excerpt
        start = len(excerpt.before)
        marks = ((start, start + len(excerpt.match)),)
        first, hidden, last = _ends(_solid(marked_lines(str(excerpt), marks)))
        yield f"{self._gutter('-->')} {place(self.finding.location)}"
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
        change = change_of(self.finding.excerpt, fix)
        if change is None:
            return
        both = [
            line(entry.text, entry.marks, self._room())
            for side in change
            for entry in side
        ]
        reached = min((reach(full, self._room()) for full in both), default=0)
        yield from self._signed(change.before, reached, "-")
        yield from self._signed(change.after, reached, "+")

    def _with_carets(self, entry: MarkedLine) -> Iterator[str]:
        """Yield a line, and the line of carets below it."""
        full = line(entry.text, entry.marks, self._room())
        cropped = crop(full, self._room(), reach(full, self._room()))
        style = severity_style(self.finding.severity)
        text = painted(cropped, self.paint, ("plain", "strong"))
        yield f"{self._number(entry, self.paint('frame', '|'))} {text}".rstrip(" ")
        yield f"{self._gutter(' |')} {self.paint(style, carets(cropped))}"

    def _signed(
        self, entries: Sequence[MarkedLine], reached: int, sign: str
    ) -> Iterator[str]:
        """Yield one side of a change, `sign` behind each number."""
        first, hidden, last = _ends(entries)
        for entry in first:
            yield self._signed_line(entry, reached, sign)
        if hidden:
            yield self._hidden(hidden)
        for entry in last:
            yield self._signed_line(entry, reached, sign)

    def _signed_line(self, entry: MarkedLine, reached: int, sign: str) -> str:
        """Return one line of a change."""
        cropped = crop(
            line(entry.text, entry.marks, self._room()), self._room(), reached
        )
        text = painted(cropped, self.paint, _STYLES[sign])
        number = self._number(entry, self.paint(_STYLES[sign][0], sign))
        return f"{number} {text}".rstrip(" ")

    def _number(self, entry: MarkedLine, sign: str) -> str:
        """Return the number of a line and the sign behind it."""
        number = self.finding.location.start.line + entry.number
        return f"{self.paint('frame', f'{number:>{self._digits()}}')} {sign}"

    def _gutter(self, sign: str) -> str:
        """Return `sign` where the number has ended."""
        return " " * self._digits() + self.paint("frame", sign)

    def _hidden(self, count: int) -> str:
        """Return the line that stands for lines left out."""
        return self._gutter(f" … {plural(count, 'more line')}")

    def _digits(self) -> int:
        """Return how wide line numbers are."""
        return len(str(self.finding.location.end.line))

    def _room(self) -> int:
        """Return how wide a line may be."""
        return max(self.width - self._digits() - 3, _LEAST_ROOM)


def _ends(
    entries: Sequence[MarkedLine],
) -> tuple[Sequence[MarkedLine], int, Sequence[MarkedLine]]:
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
