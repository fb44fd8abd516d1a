"""Blocks of a translation to those of its original, by what translation keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mtaudit.model import Role
from mtaudit.text.align_costs import GAP, Costs, Match, Place
from mtaudit.text.align_rows import whole_rows
from mtaudit.text.landmarks import Landmark
from mtaudit.text.rising import rising

_CELLS = 250_000
"""So many pairs are looked at between two certain ones; beyond, those near enough."""

_ROUNDS = 3
"""So many times a stretch is parted by what is certain in it."""

_FEW = 200
"""So many pairs are looked at without asking which are certain among themselves."""

_NEAR = 60
"""How far from where it is expected a block is looked for, however many there are."""

_FIRST = 4
"""How far off the way there a block is looked for at first."""

_FAR = 1e9
"""What it costs to come to a place that is not looked at: more than any way."""

_BOTH, _ABOVE, _LEFT = 0, 1, 2
"""Where the least costly way to a pair of places comes from."""

_NOTHING = 0.2
"""The confidence below which blocks stand side by side for want of better ones."""

_TELLING = 20
"""The length from which a block is not by chance the same as another."""


class _Stretch(NamedTuple):
    """A part of both texts: what begins it, and what follows it."""

    start: Place
    stop: Place

    @property
    def rows(self) -> int:
        """How many blocks of the source it has."""
        return self.stop[0] - self.start[0]

    @property
    def columns(self) -> int:
        """How many blocks of the target it has."""
        return self.stop[1] - self.start[1]


_Moves = list[tuple[int, bytearray]]
"""For each row its first column, and from where one comes to each that follows."""


def align(source: Sequence[Landmark], target: Sequence[Landmark]) -> list[Match]:
    """
    Return what of `source` became what of `target`, in the order of the target.

    The least costly alignment, by dynamic programming after Needleman and
    Wunsch (1970), between the pairs that unique marks make certain. Two blocks
    that were made one stand together, and so do the two that one became; what
    was moved stands where the target has it. A block that repeats the one before
    it has no counterpart, unless the original does the same.
    """
    echoes = [] if _echoes(source, least=1) else _echoes(target)
    if not echoes:
        return _aligned(source, target)
    kept = [j for j in range(len(target)) if j not in echoes]
    found: list[Match] = []
    for match in _aligned(source, [target[j] for j in kept]):
        targets = tuple(kept[j] for j in match.targets)
        found.append(match._replace(targets=targets))
        while echoes and targets and echoes[0] == max(targets) + 1:
            targets = (echoes.pop(0),)
            found.append(Match((), targets))
    return found


def weigh(
    source: Sequence[Landmark],
    target: Sequence[Landmark],
    groups: Iterable[tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[Match]:
    """Return `groups`, known to belong together, with what they would cost."""
    costs = Costs(source, target)
    return [costs.match(*group) for group in groups]


def _echoes(blocks: Sequence[Landmark], least: int = _TELLING) -> list[int]:
    """Return the places of blocks that repeat the one before them; cells may."""
    return [
        place
        for place, (one, other) in enumerate(pairwise(blocks), 1)
        if one.marks == other.marks
        and other.length >= least
        and not other.sort.startswith(Role.CELL)
    ]


def _aligned(source: Sequence[Landmark], target: Sequence[Landmark]) -> list[Match]:
    """Return the least costly alignment."""
    costs = Costs(source, target)
    certain = costs.certain()
    ordered = rising(certain)
    whole = _Stretch((0, 0), (len(source), len(target)))
    found = _along(costs, ordered, whole, rounds=_ROUNDS)
    crossing = {j: i for i, j in {*certain} - {*ordered}}
    if crossing:
        found = [*_with_moved(costs, found, crossing)]
    found = whole_rows(costs, found, (source, target))
    return [part for match in _joined(costs, found) for part in _apart(match)]


def _with_moved(
    costs: Costs, matches: Sequence[Match], crossing: dict[int, int]
) -> Iterator[Match]:
    """Yield `matches`; gaps of both sides that are one block, moved, become a pair."""
    lost = {each.sources[0] for each in matches if not each.targets}
    added = {each.targets[0] for each in matches if not each.sources}
    moved = {j: i for j, i in crossing.items() if i in lost and j in added}
    for each in matches:
        if not each.sources and each.targets[0] in moved:
            yield costs.pair(moved[each.targets[0]], each.targets[0])
        elif each.targets or each.sources[0] not in moved.values():
            yield each


def _joined(costs: Costs, matches: Iterable[Match]) -> list[Match]:
    """Return `matches` with gaps taken into the neighbour that they are a part of."""
    found: list[Match] = []
    was_alone = False
    for each in matches:
        alone = not (each.sources and each.targets)
        if found and alone != was_alone and (whole := costs.joined(found[-1], each)):
            found[-1], was_alone = whole, False
        else:
            found.append(each)
            was_alone = alone
    return found


def _apart(match: Match) -> list[Match]:
    """Return a match, or its two sides if they have as good as nothing in common."""
    if match.confidence >= _NOTHING or not (match.sources and match.targets):
        return [match]
    return [Match(match.sources, ()), Match((), match.targets)]


def _along(
    costs: Costs, certain: Iterable[Place], stretch: _Stretch, *, rounds: int
) -> list[Match]:
    """Return the least costly alignment that has all `certain` pairs, in order."""
    start, stop = stretch
    found: list[Match] = []
    for pair in certain:
        if start != pair:
            found += _between(costs, _Stretch(start, pair), rounds)
        found.append(costs.pair(*pair))
        start = pair[0] + 1, pair[1] + 1
    return found + _between(costs, _Stretch(start, stop), rounds)


def _between(costs: Costs, stretch: _Stretch, rounds: int) -> list[Match]:
    """
    Return the least costly alignment of what stands between two certain pairs.

    So many `rounds` it is asked what is certain in the stretch by itself: a mark
    of many blocks may be in one only of those that are left to tell apart.
    """
    start, stop = stretch
    rows, columns = stretch.rows, stretch.columns
    if not rows or not columns:
        return [Match((i,), ()) for i in range(start[0], stop[0])] + [
            Match((), (j,)) for j in range(start[1], stop[1])
        ]
    least = costs.least(start, stop)
    if rows == columns:
        straight = [costs.pair(start[0] + n, start[1] + n) for n in range(rows)]
        if sum(pair.cost for pair in straight) < 2 * GAP + least:
            return straight
    if rounds and rows * columns > _FEW:
        pairs = rising(costs.within(start, stop).certain())
        certain = [(start[0] + i, start[1] + j) for i, j in pairs]
        if certain:
            return _along(costs, certain, stretch, rounds=rounds - 1)
    return _cheapest(costs, stretch, least)


def _cheapest(costs: Costs, stretch: _Stretch, least: float) -> list[Match]:
    """Return the least costly alignment of a stretch whose pairs cost no less."""
    rows, columns = stretch.rows, stretch.columns
    apart, whole = abs(rows - columns), min(rows, columns)
    slack = _FIRST if apart + 2 * _FIRST < whole else whole
    moves, price = _banded(costs, stretch, slack)
    # A way that leaves the band pays for coming back (Ukkonen 1985).
    enough = ((price - least) / GAP - apart) / 2
    if slack < whole and slack <= enough:
        moves, _ = _banded(costs, stretch, int(enough) + 1)
    return [*_traced(costs, stretch.start, moves)][::-1]


def _banded(costs: Costs, stretch: _Stretch, slack: int) -> tuple[_Moves, float]:
    """Return the least costly way with so many detours, and what it costs."""
    rows, columns, start = stretch.rows, stretch.columns, stretch.start
    most = max(_NEAR, _CELLS // rows)
    back, ahead = slack + max(0, rows - columns), slack + max(0, columns - rows)
    last = min(columns, ahead, most)
    moves: _Moves = [(0, bytearray([_LEFT]) * (last + 1))]
    above = [GAP * column for column in range(last + 1)]
    for row in range(1, rows + 1):
        middle = row * columns // rows
        first = max(0, row - back, middle - most)
        last = min(columns, row + ahead, middle + most)
        i, j = start[0] + row - 1, start[1] + first - 1
        prices = costs.row(i, max(j, start[1]), start[1] + last)
        before = _window(above, first - 1 - moves[-1][0], last - first + 2)
        above, move = _row(before, prices if first else [_FAR, *prices])
        moves.append((first, move))
    return moves, above[-1]


def _window(line: list[float], first: int, size: int) -> list[float]:
    """Return `size` places of `line` from `first` on; those outside are far away."""
    missing = max(0, -first)
    known = line[max(0, first) : first + size]
    return [_FAR] * missing + known + [_FAR] * (size - missing - len(known))


def _row(before: list[float], prices: list[float]) -> tuple[list[float], bytearray]:
    """Return what it costs to come to each place of a row, and from where."""
    left = _FAR
    line, move = [], bytearray()
    for price, diagonal, over in zip(prices, before, before[1:], strict=False):
        both, up, left = diagonal + price, over + GAP, left + GAP
        if both <= up and both <= left:
            left = both
            move.append(_BOTH)
        elif up <= left:
            left = up
            move.append(_ABOVE)
        else:
            move.append(_LEFT)
        line.append(left)
    return line, move


def _traced(costs: Costs, start: Place, moves: _Moves) -> Iterator[Match]:
    """Yield the matches that the moves lead to, from the last one back."""
    row, column = len(moves) - 1, moves[-1][0] + len(moves[-1][1]) - 1
    while row or column:
        offset, line = moves[row]
        move = line[column - offset]
        i, j = start[0] + row - 1, start[1] + column - 1
        if move == _BOTH:
            yield costs.pair(i, j)
        else:
            yield Match((i,), ()) if move == _ABOVE else Match((), (j,))
        row -= move != _LEFT
        column -= move != _ABOVE
