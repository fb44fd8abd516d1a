"""Lines of a file as a terminal shows them: escaped, marked, cropped at the marks."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
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
    """One line, as much of it as may be shown, and what of it matters."""

    cells: tuple[Cell, ...]
    points: tuple[int, ...] = ()
    """Indexes of the cells in front of which something is missing."""

    goes_on: tuple[bool, bool] = (False, False)
    """Whether there is more of the line on the left, on the right."""


ELLIPSIS = Cell("…", 1)


def line(text: str, marks: Sequence[tuple[int, int]], width: int) -> Line:
    """
    Return the line `text` with `marks`, given in code points, marked.

    A mark inside what is drawn in one place marks all of it; an empty mark
    marks the point. What is so far from all marks that it cannot be shown in
    `width` cells is left out.
    """
    near = _near(len(text), marks, width)
    flags = bytearray(len(text))
    for start, end in marks:
        flags[start:end] = b"\1" * (end - start)
    points = {start for start, end in marks if start == end}
    cells: list[Cell] = []
    indexes: list[int] = []
    column, offset = 0, near.start
    for cluster in clusters(text[near.start : near.stop]):
        end = offset + len(cluster)
        if points:
            indexes += [len(cells)] * (not points.isdisjoint(range(offset, end)))
        marked = flags.find(1, offset, end) >= 0
        cell = _cell(cluster, column % TAB_WIDTH if cluster == "\t" else 0, marked)
        cells.append(cell)
        column += cell.width
        offset = end
    indexes += [len(cells)] * (offset in points)
    return Line(tuple(cells), tuple(indexes), (near.start > 0, near.stop < len(text)))


def _near(length: int, marks: Sequence[tuple[int, int]], width: int) -> range:
    """Return the part of a text that is not farther than `width` from its marks."""
    first = min((start for start, _ in marks), default=0)
    last = max((end for _, end in marks), default=0)
    return range(max(first - width, 0), min(last + width, length))


@lru_cache(maxsize=4096)
def _cell(cluster: str, column: int, marked: bool) -> Cell:  # noqa: FBT001 -- cached
    """Return how `cluster` is drawn at `column`, counted from the last tab stop."""
    if cluster == "\t":
        width = TAB_WIDTH - column
        return Cell(" " * width, width, marked)
    seen = shown(cluster, spaces=marked)
    width = cluster_width(cluster) if seen == cluster else display_width(seen)
    return Cell(seen, width, marked)


def reach(full: Line, width: int) -> int:
    """Return how many cells around the marks can be shown in `width`."""
    if _fits(full, width):
        return _FAR
    distances = _distances(full)
    added = [0] * (max(distances) + 1)
    for distance, cell in zip(distances, full.cells, strict=True):
        added[distance] += cell.width
    gaps = _joined(full, _ranges(distances, 0)).count(ELLIPSIS)
    return max(bisect_right(list(accumulate(added)), width - gaps) - 1, 0)


def crop(full: Line, width: int, reached: int) -> Line:
    """
    Return `full` with what is farther than `reached` from a mark left out.

    An ellipsis stands for each part left out, and for what is left of a word
    that would be cut. What is still too wide for `width` is cut at the end.
    """
    if _fits(full, width):
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
    _spread(distances, range(1, len(distances)), -1)
    _spread(distances, range(len(distances) - 2, -1, -1), 1)
    return distances


def _spread(distances: list[int], order: range, step: int) -> None:
    """Make each distance at most one more than that of its neighbour at `step`."""
    for index in order:
        distance = distances[index + step] + 1
        if distance < distances[index]:  # noqa: PLR1730 -- min takes thrice as long
            distances[index] = distance


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
    more_before, more_after = full.goes_on
    cells: list[Cell] = []
    done = -1 if more_before else 0
    for start, end in ranges:
        cells += [ELLIPSIS] if start > done else []
        cells += full.cells[start:end]
        done = end
    is_all = done == len(full.cells) and not more_after
    return cells if is_all else [*cells, ELLIPSIS]


def _fits(full: Line, width: int) -> bool:
    """Whether the whole line can be shown in `width`."""
    return not any(full.goes_on) and _width(full.cells) <= width


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
