"""Lines cropped at their marks, so that they fit a terminal, and painted."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mtaudit.reporters.ansi import Paint
from mtaudit.reporters.lines import Line, Stretch, filled, merged

_LONG_WORD = 12
"""A word cut by cropping is left out, unless more than this would go."""

_FAR = 1 << 30


class Run(NamedTuple):
    """Cells next to each other that are painted alike."""

    shown: str
    width: int
    marked: bool = False


ELLIPSIS = Run("…", 1)


def reach(full: Line, width: int) -> int:
    """Return how many cells around the marks can be shown in `width`."""
    if _fits(full, width):
        return _FAR
    room = width - _gaps(full, _around(full, 0)) * ELLIPSIS.width
    farthest = _farthest(full)
    if len(full.places) == 1 and isinstance(full.columns, range):
        return max(min(_reach_of_plain(full, room), farthest), 0)
    fitting = bisect_right(
        range(farthest + 1), room, key=lambda each: _width_of(full, each)
    )
    return max(fitting - 1, 0)


def _reach_of_plain(full: Line, room: int) -> int:
    """Return what `room` allows where a cell is a column, and one place matters."""
    (start, end), last = full.places[0], len(full.cells)
    if last <= room:
        return last
    # As if there was no end to the line, as if it began here, as if it ended here.
    return max((room - (end - start)) // 2, room - end, room - (last - start))


def crop(full: Line, width: int, reached: int) -> list[Run]:
    """
    Return `full` with what is farther than `reached` from a mark left out.

    An ellipsis stands for each part left out, and for what is left of a word
    that would be cut. What is still too wide for `width` is cut at the end.
    """
    if _fits(full, width):
        return [*_runs(full, 0, len(full.cells))]
    kept = [
        (_past_cut_word(full, start, end), _before_cut_word(full, start, end))
        for start, end in _around(full, reached)
    ]
    runs = _joined(full, kept)
    if sum([run.width for run in runs]) <= width:
        return runs
    return _joined(full, _fitting(full, kept, width - ELLIPSIS.width))


def _places(full: Line) -> Sequence[Stretch]:
    """Return what is to be seen; the start of a line in which nothing matters."""
    return full.places or [(0, 1)]


def _around(full: Line, reached: int) -> list[Stretch]:
    """Return the cells that are not farther than `reached` from what matters."""
    last = len(full.cells)
    return merged(
        filled(
            (max(start - reached, 0), min(end + reached, last))
            for start, end in _places(full)
        )
    )


def _width_of(full: Line, reached: int) -> int:
    """Return the width of what is not farther than `reached` from what matters."""
    width = done = 0
    for start, end in _places(full):
        first, last = max(start - reached, done), min(end + reached, len(full.cells))
        if first < last:
            width += full.columns[last] - full.columns[first]
            done = last
    return width


def _farthest(full: Line) -> int:
    """Return how far the cell is that is the farthest from what matters."""
    places = _places(full)
    between = ((after[0] - before[1] + 1) // 2 for before, after in pairwise(places))
    return max(places[0][0], len(full.cells) - places[-1][1], *between)


def _past_cut_word(full: Line, start: int, end: int) -> int:
    """Return where the first whole word of a stretch begins, with its space."""
    if start == 0 or full.cells[start - 1] == " ":
        return start
    for index in range(start, min(start + _LONG_WORD, end)):
        if full.cells[index] == " ":
            return start if _has_mark(full, start, index + 1) else index
    return start


def _before_cut_word(full: Line, start: int, end: int) -> int:
    """Return where the last whole word of a stretch ends, with its space."""
    if end == len(full.cells) or full.cells[end] == " ":
        return end
    for index in range(end - 1, max(end - _LONG_WORD, start) - 1, -1):
        if full.cells[index] == " ":
            return end if _has_mark(full, index, end) else index + 1
    return end


def _has_mark(full: Line, start: int, end: int) -> bool:
    """Whether any of these cells is marked."""
    return any(first < end and start < last for first, last in full.marks)


def _joined(full: Line, kept: Iterable[Stretch]) -> list[Run]:
    """Return the cells that are `kept`, with an ellipsis for what is not."""
    runs: list[Run] = []
    done = -1 if full.goes_on[0] else 0
    for start, end in kept:
        if start > done:
            runs.append(ELLIPSIS)
        runs += _runs(full, start, end)
        done = end
    if done < len(full.cells) or full.goes_on[1]:
        runs.append(ELLIPSIS)
    return runs


def _gaps(full: Line, kept: Iterable[Stretch]) -> int:
    """Return how many ellipses there are if so much is `kept`."""
    gaps, done = 0, -1 if full.goes_on[0] else 0
    for start, end in kept:
        gaps += start > done
        done = end
    return gaps + (done < len(full.cells) or full.goes_on[1])


def _runs(full: Line, start: int, end: int) -> Iterator[Run]:
    """Yield the cells from `start` to `end`, marked ones apart from the others."""
    for first, last in full.marks:
        if first < end and start < last:
            if start < first:
                yield _run(full, start, first)
                start = first
            yield _run(full, start, min(last, end), marked=True)
            start = min(last, end)
    if start < end:
        yield _run(full, start, end)


def _run(full: Line, start: int, end: int, *, marked: bool = False) -> Run:
    width = full.columns[end] - full.columns[start]
    return Run("".join(full.cells[start:end]), width, marked)


def _fitting(full: Line, kept: Iterable[Stretch], room: int) -> Iterator[Stretch]:
    """Yield of the cells that are `kept` the first, as far as there is `room`."""
    done = -1 if full.goes_on[0] else 0
    for start, end in kept:
        room -= ELLIPSIS.width if start > done else 0
        if room < 0:
            return
        done = min(bisect_right(full.columns, full.columns[start] + room) - 1, end)
        room -= full.columns[done] - full.columns[start]
        yield start, done
        if done < end:
            return


def _fits(full: Line, width: int) -> bool:
    """Whether the whole line can be shown in `width`."""
    return not any(full.goes_on) and full.columns[-1] <= width


def carets(cropped: Iterable[Run]) -> str:
    """Return the line below: a caret under each marked cell."""
    return "".join(("^" if run.marked else " ") * run.width for run in cropped).rstrip()


def painted(cropped: Iterable[Run], paint: Paint, styles: tuple[str, str]) -> str:
    """Return the text of the line: plain in the first style, marks in the second."""
    return "".join(
        paint(styles[marked], "".join(run.shown for run in runs))
        for marked, runs in groupby(cropped, lambda run: run.marked)
    )
