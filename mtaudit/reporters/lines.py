"""Lines of a file as a terminal shows them: escaped, and marked."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from mtaudit.text.display import shown
from mtaudit.text.width import char_width, cluster_width, clusters, display_width

TAB_WIDTH = 4

Stretch = tuple[int, int]
"""Where something begins and where it has ended."""


class Line(NamedTuple):
    """One line, as much of it as may be shown, and what of it matters."""

    cells: Sequence[str]
    """What a terminal draws in one place, one after the other."""

    columns: Sequence[int]
    """Where each cell begins, in columns of the terminal, and where the last ends."""

    marks: Sequence[Stretch]
    """The cells that matter, in order."""

    places: Sequence[Stretch]
    """The marks, and as empty ones the cells in front of which something is missing."""

    goes_on: tuple[bool, bool] = (False, False)
    """Whether there is more of the line on the left, on the right."""


@lru_cache(maxsize=2)  # what a fix would change is the line that was drawn above
def line(text: str, marks: Sequence[Stretch], width: int) -> Line:
    """
    Return the line `text` with `marks`, given in code points, marked.

    A mark inside what is drawn in one place marks all of it; an empty mark
    marks the point. What is so far from all marks that it cannot be shown in
    `width` cells is left out.
    """
    near = _near(len(text), marks, width)
    part = text[near.start : near.stop]
    places = merged((start - near.start, end - near.start) for start, end in marks)
    goes_on = near.start > 0, near.stop < len(text)
    if all(map(_is_plain, {*part})):
        columns = range(len(part) + 1)
        return Line(part, columns, filled(places), places, goes_on)
    return _drawn(part, places)._replace(goes_on=goes_on)


def _near(length: int, marks: Sequence[Stretch], width: int) -> range:
    """Return the part of a text that is not farther than `width` from its marks."""
    first = min((start for start, _ in marks), default=0)
    last = max((end for _, end in marks), default=0)
    return range(max(first - width, 0), min(last + width, length))


@lru_cache(maxsize=4096)
def _is_plain(char: str) -> bool:
    """Whether `char`, whatever is around it, is drawn as it is, in one column."""
    if category(char) == "So" or char_width(char) != 1:  # a symbol may join another
        return False
    return shown(char, spaces=True) == char


def _drawn(text: str, places: Sequence[Stretch]) -> Line:
    """Return the line `text`, some of which is not drawn as it is."""
    marks = filled(places)
    cells: list[str] = []
    columns, offsets = [0], [0]
    for cluster in clusters(text):
        begins, ends = offsets[-1], offsets[-1] + len(cluster)
        marked = any(start < ends and begins < end for start, end in marks)
        column = columns[-1] % TAB_WIDTH if cluster == "\t" else 0
        seen, width = _cell(cluster, column, marked)
        cells.append(seen)
        columns.append(columns[-1] + width)
        offsets.append(ends)
    inside = merged(_cells_of(place, offsets) for place in places)
    return Line(cells, columns, filled(inside), inside)


@lru_cache(maxsize=4096)
def _cell(cluster: str, column: int, marked: bool) -> tuple[str, int]:  # noqa: FBT001 -- cached
    """Return how `cluster` is drawn at `column`, counted from the last tab stop."""
    if cluster == "\t":
        width = TAB_WIDTH - column
        return " " * width, width
    seen = shown(cluster, spaces=marked)
    width = cluster_width(cluster) if seen == cluster else display_width(seen)
    return seen, width


def _cells_of(place: Stretch, offsets: Sequence[int]) -> Stretch:
    """Return the cells that have a place in the text, given where cells begin."""
    start, end = place
    first = bisect_right(offsets, start) - 1
    return first, bisect_right(offsets, end - 1) if start < end else first


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches that are sorted by their starts, those that touch as one."""
    apart: list[Stretch] = []
    for start, end in stretches:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(apart[-1][1], end)
        else:
            apart.append((start, end))
    return apart


def filled(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches that are not empty."""
    return [(start, end) for start, end in stretches if start < end]
