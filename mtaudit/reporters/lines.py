"""Lines of a file as a terminal shows them: escaped, marked, cropped at the marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from mtaudit.reporters.ansi import Paint
from mtaudit.text.display import shown
from mtaudit.text.width import cluster_width, clusters, display_width

TAB_WIDTH = 4
_LONG_WORD = 12
"""A word cut by cropping is left out, unless more than this would go."""

_FAR = 1 << 30


class Cell(NamedTuple):
    """What a terminal draws in one place."""

    shown: str
    width: int
    marked: bool = False


class Line(NamedTuple):
    """One line, and what of it matters."""

    cells: tuple[Cell, ...]
    points: tuple[int, ...] = ()
    """Indexes of the cells in front of which something is missing."""

    @property
    def width(self) -> int:
        """How many cells of the terminal the line takes."""
        return _width(self.cells)


ELLIPSIS = Cell("…", 1)


def line(text: str, marks: Sequence[tuple[int, int]] = ()) -> Line:
    """
    Return the line `text` with `marks`, given in code points, marked.

    A mark inside what is drawn in one place marks all of it; an empty mark
    marks the point.
    """
    cells: list[Cell] = []
    points: list[int] = []
    column = offset = 0
    for cluster in clusters(text):
        end = offset + len(cluster)
        for start, stop in marks:
            if start == stop and offset <= start < end:
                points.append(len(cells))
        marked = any(start < end and offset < stop for start, stop in marks)
        cells.append(_cell(cluster, column, marked=marked))
        column += cells[-1].width
        offset = end
    points += [len(cells) for start, stop in marks if start == stop >= offset]
    return Line(tuple(cells), tuple(points))


def _cell(cluster: str, column: int, *, marked: bool) -> Cell:
    """Return how `cluster` is drawn at `column`."""
    if cluster == "\t":
        width = TAB_WIDTH - column % TAB_WIDTH
        return Cell(" " * width, width, marked)
    seen = shown(cluster, spaces=marked)
    width = cluster_width(cluster) if seen == cluster else display_width(seen)
    return Cell(seen, width, marked)


def reach(full: Line, width: int) -> int:
    """Return how many cells around the marks can be shown in `width`."""
    if full.width <= width:
        return _FAR
    distances = _distances(full)

    def room(distance: int) -> int:
        return _width(_joined(full, _ranges(distances, distance)))

    return max(bisect_right(range(len(distances)), width, key=room) - 1, 0)


def crop(full: Line, width: int, reached: int) -> Line:
    """
    Return `full` with what is farther than `reached` from a mark left out.

    An ellipsis stands for each part left out, and for what is left of a word
    that would be cut. What is still too wide for `width` is cut at the end.
    """
    if full.width <= width:
        return full
    ranges = [
        (_past_cut_word(full, start, end), _before_cut_word(full, start, end))
        for start, end in _ranges(_distances(full), reached)
    ]
    return _cut(_joined(full, ranges), width)


def _distances(full: Line) -> list[int]:
    """Return how far each cell is from the nearest mark; else from the start."""
    distances = [0 if cell.marked else _FAR for cell in full.cells]
    for point in full.points:
        for index in {max(point - 1, 0), min(point, len(distances) - 1)}:
            distances[index] = min(distances[index], 1)
    if min(distances) == _FAR:
        distances[0] = 0
    for index in range(1, len(distances)):
        distances[index] = min(distances[index], distances[index - 1] + 1)
    for index in range(len(distances) - 2, -1, -1):
        distances[index] = min(distances[index], distances[index + 1] + 1)
    return distances


def _ranges(distances: Sequence[int], reached: int) -> list[tuple[int, int]]:
    """Return the stretches of cells whose distance is `reached` at most."""
    near = groupby(enumerate(distances), lambda pair: pair[1] <= reached)
    groups = [[index for index, _ in group] for is_near, group in near if is_near]
    return [(group[0], group[-1] + 1) for group in groups]


def _past_cut_word(full: Line, start: int, end: int) -> int:
    """Return where the first whole word of a stretch begins, with its space."""
    if start == 0 or full.cells[start - 1].shown == " ":
        return start
    for index in range(start, min(start + _LONG_WORD, end)):
        if full.cells[index].marked:
            break
        if full.cells[index].shown == " ":
            return index
    return start


def _before_cut_word(full: Line, start: int, end: int) -> int:
    """Return where the last whole word of a stretch ends, with its space."""
    if end == len(full.cells) or full.cells[end].shown == " ":
        return end
    for index in range(end - 1, max(end - _LONG_WORD, start) - 1, -1):
        if full.cells[index].marked:
            break
        if full.cells[index].shown == " ":
            return index + 1
    return end


def _joined(full: Line, ranges: Iterable[tuple[int, int]]) -> list[Cell]:
    """Return the cells of `ranges`, with an ellipsis for what lies around them."""
    cells: list[Cell] = []
    done = 0
    for start, end in ranges:
        cells += [ELLIPSIS] if start > done else []
        cells += full.cells[start:end]
        done = end
    return [*cells, ELLIPSIS] if done < len(full.cells) else cells


def _cut(cells: Sequence[Cell], width: int) -> Line:
    """Return as many `cells` as fit, and an ellipsis if some do not."""
    if _width(cells) <= width:
        return Line(tuple(cells))
    room = width - ELLIPSIS.width
    fitting: list[Cell] = []
    for cell in cells:
        room -= cell.width
        if room < 0:
            break
        fitting.append(cell)
    return Line((*fitting, ELLIPSIS))


def _width(cells: Iterable[Cell]) -> int:
    """Return how many cells of the terminal `cells` take together."""
    return sum(cell.width for cell in cells)


def carets(cropped: Line) -> str:
    """Return the line below: a caret under each marked cell."""
    marks = (("^" if cell.marked else " ") * cell.width for cell in cropped.cells)
    return "".join(marks).rstrip()


def painted(cropped: Line, paint: Paint, styles: tuple[str, str]) -> str:
    """Return the text of the line: plain in the first style, marks in the second."""
    groups = groupby(cropped.cells, lambda cell: cell.marked)
    return "".join(
        paint(styles[marked], "".join(cell.shown for cell in group))
        for marked, group in groups
    )
