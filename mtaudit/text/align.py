"""Blocks of a translation to those of its original, by what translation keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from mtaudit.text.landmarks import MARKUP, Landmark

GAP = 2.2
"""What it costs that a block has no counterpart."""

_LIKE = 4.0
"""The most that two blocks of one sort cost: less than to leave both alone."""

_UNLIKE = 6.0
"""What two blocks cost that cannot be the same: more than to leave both alone."""

_TELLING = 2.0
"""The weight of shared marks from which blocks may be the same despite their sorts."""

_OFF = 0.5
"""What lengths cost where a part of a block must be missing."""

_COMMON = 6
"""A mark in more blocks than this tells nothing of where one is."""


class Match(NamedTuple):
    """Blocks that say the same: places in the two sequences, of either side or both."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    cost: float = GAP

    @property
    def confidence(self) -> float:
        """How sure it is that they belong together, from 0 to 1."""
        return min(1.0, max(0.0, 1 - self.cost / _LIKE))


def align(source: Sequence[Landmark], target: Sequence[Landmark]) -> list[Match]:
    """
    Return what of `source` became what of `target`, in the order of the target.

    The least costly alignment, by dynamic programming after Needleman and
    Wunsch (1970), between the pairs that unique marks make certain. Two blocks
    that were made one stand together, and so do the two that one became; what
    was moved stands where the target has it.
    """
    costs = _Costs(source, target)
    certain = costs.certain()
    rising = _rising(certain)
    found: list[Match] = []
    i = j = 0
    for pair in [*rising, (len(source), len(target))]:
        found += _between(costs, (i, j), pair)
        if pair != (len(source), len(target)):
            found.append(_pair(costs, *pair))
        i, j = pair[0] + 1, pair[1] + 1
    return _joined(costs, _moved(costs, found, {*certain} - {*rising}))


def weigh(
    source: Sequence[Landmark],
    target: Sequence[Landmark],
    groups: Iterable[tuple[tuple[int, ...], tuple[int, ...]]],
) -> list[Match]:
    """Return what it costs that `groups`, known to belong together, say the same."""
    costs = _Costs(source, target)
    return [Match(*group, costs.of(*group) if all(group) else GAP) for group in groups]


def _pair(costs: _Costs, i: int, j: int) -> Match:
    return Match((i,), (j,), costs.of((i,), (j,)))


def _moved(
    costs: _Costs, matches: list[Match], crossing: set[tuple[int, int]]
) -> list[Match]:
    """Return `matches` with gaps on both sides that are one block, moved, as that."""
    alone = {each.sources + each.targets: each for each in matches if not each.targets}
    lost = {each.sources[0] for each in alone.values()}
    back = {j: i for i, j in crossing if i in lost}
    found = []
    for each in matches:
        if not each.sources and (i := back.get(each.targets[0])) is not None:
            found.append(_pair(costs, i, each.targets[0]))
            lost.discard(i)
            back.pop(each.targets[0])
        else:
            found.append(each)
    return [each for each in found if each.targets or each.sources[0] in lost]


def _joined(costs: _Costs, matches: list[Match]) -> list[Match]:
    """Return `matches` with gaps taken into the neighbour that they are a part of."""
    found: list[Match] = []
    for each in matches:
        if found and (whole := costs.joined(found[-1], each)):
            found[-1] = whole
        else:
            found.append(each)
    return found


class _Costs:
    """What it costs to take blocks of one side for blocks of the other."""

    def __init__(self, source: Sequence[Landmark], target: Sequence[Landmark]) -> None:
        self._source, self._target = source, target
        self._ratio = _ratio(source, target)
        self._shared: dict[tuple[int, int], float] = defaultdict(float)
        self._weights = [0.0] * len(source), [0.0] * len(target)
        self._weigh()

    def _weigh(self) -> None:
        """Find the marks that both sides have, and what each says of a pair."""
        where = _places(self._source), _places(self._target)
        for mark, ours in where[0].items():
            theirs = where[1].get(mark)
            if theirs is None or max(len(ours), len(theirs)) > _COMMON:
                continue
            weight = 1 / (len(ours) * len(theirs))
            for i in ours:
                self._weights[0][i] += weight
                for j in theirs:
                    self._shared[i, j] += weight
            for j in theirs:
                self._weights[1][j] += weight

    def of(self, sources: tuple[int, ...], targets: tuple[int, ...]) -> float:
        """Return what it costs that `sources` became `targets`; it may be a gain."""
        sort = _sort_cost(self._source[sources[0]].sort, self._target[targets[0]].sort)
        shared = sum(self._shared.get((i, j), 0.0) for i in sources for j in targets)
        if sort >= _UNLIKE:
            return sort - 2 * shared if shared > _TELLING else sort
        most = (
            sum(self._weights[0][i] for i in sources)
            + sum(self._weights[1][j] for j in targets)
            - shared
        )
        marks = 2 * min(1.0, most) * (1 - 2 * shared / most) if most else 0.0
        cost = sort + marks + self._length_cost(sources, targets)
        return cost if sort else min(cost, _LIKE)

    def _length_cost(self, sources: Iterable[int], targets: Iterable[int]) -> float:
        """Return what lengths say, after Gale and Church (1993), never too much."""
        expected = self._ratio * sum(self._source[i].length for i in sources)
        actual = sum(self._target[j].length for j in targets)
        return min(1.6, 0.12 * abs(actual - expected) / sqrt(expected + actual + 1))

    def joined(self, pair: Match, other: Match) -> Match | None:
        """Return both as one, if one is a gap and a part of what the other lacks."""
        if not (pair.sources and pair.targets) and other.sources and other.targets:
            pair, other = other, pair
        if not _may_join(pair, other):
            return None
        sources = (*sorted(pair.sources + other.sources),)
        targets = (*sorted(pair.targets + other.targets),)
        sorts = {self._source[i].sort for i in sources}
        sorts |= {self._target[j].sort for j in targets}
        if len(sorts) > 1 or sorts & {MARKUP}:
            return None
        apart = self._length_cost(pair.sources, pair.targets)
        cost = self._length_cost(sources, targets)
        if apart < _OFF or cost > apart / 2:
            return None
        whole = Match(sources, targets, self.of(sources, targets))
        return whole if whole.cost < pair.cost + GAP / 2 else None

    def certain(self) -> list[tuple[int, int]]:
        """Return the pairs that marks single out from both sides, sorted."""
        best: dict[int, tuple[float, int]] = {}
        back: dict[int, tuple[float, int]] = {}
        for (i, j), shared in self._shared.items():
            if shared >= 1 and shared > best.get(i, (0.0, 0))[0]:
                best[i] = shared, j
            if shared >= 1 and shared > back.get(j, (0.0, 0))[0]:
                back[j] = shared, i
        return sorted(
            (i, j)
            for i, (_, j) in best.items()
            if back[j][1] == i and self.of((i,), (j,)) < 0
        )


def _may_join(pair: Match, gap: Match) -> bool:
    """Whether `pair` has a block of each side, and `gap` stands right beside it."""
    if len(pair.sources) != 1 or len(pair.targets) != 1:
        return False
    if gap.sources and gap.targets:
        return False
    if gap.sources:
        return abs(gap.sources[0] - pair.sources[0]) == 1
    return abs(gap.targets[0] - pair.targets[0]) == 1


def _ratio(source: Sequence[Landmark], target: Sequence[Landmark]) -> float:
    """Return how much longer a translation is than its original."""
    ours = sum(each.length for each in source if each.segment is not None)
    theirs = sum(each.length for each in target if each.segment is not None)
    return min(4.0, max(0.25, theirs / ours)) if ours and theirs else 1.0


def _places(blocks: Sequence[Landmark]) -> dict[str, list[int]]:
    """Return which blocks have each mark."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for mark in block.marks:
            found[mark].append(index)
    return found


def _sort_cost(one: str, other: str) -> float:
    """Return what it costs that blocks are of two sorts."""
    if one == other:
        return 0.0
    name, also = one.partition(" ")[0], other.partition(" ")[0]
    if name == also:
        return 1.0 if name == "heading" else 1.8
    if ":" in one + other or "markup" in (one, other) or "cell" in (name, also):
        return _UNLIKE
    return 2.0


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of `pairs`, which are sorted, that rises on both sides."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    links: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        links.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [index]
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = links[at]
    return found[::-1]


def _between(
    costs: _Costs, start: tuple[int, int], stop: tuple[int, int]
) -> list[Match]:
    """Return the least costly alignment of what stands between two certain pairs."""
    rows, columns = stop[0] - start[0], stop[1] - start[1]
    if not rows or not columns:
        return [Match((i,), ()) for i in range(start[0], stop[0])] + [
            Match((), (j,)) for j in range(start[1], stop[1])
        ]
    above = [GAP * column for column in range(columns + 1)]
    moves: list[bytearray] = []
    for row in range(rows):
        line = [above[0] + GAP]
        move = bytearray(columns + 1)
        i = start[0] + row
        left = line[0]
        for column in range(columns):
            both = above[column] + costs.of((i,), (start[1] + column,))
            up, left = above[column + 1] + GAP, left + GAP
            if both <= up and both <= left:
                left = both
            elif up <= left:
                left = up
                move[column + 1] = 1
            else:
                move[column + 1] = 2
            line.append(left)
        moves.append(move)
        above = line
    return _traced(costs, start, moves)


def _traced(
    costs: _Costs, start: tuple[int, int], moves: list[bytearray]
) -> list[Match]:
    """Return the matches that the moves lead to, from the last one back."""
    found: list[Match] = []
    row, column = len(moves), len(moves[0]) - 1
    while row or column:
        move = 2 if not row else 1 if not column else moves[row - 1][column]
        i, j = start[0] + row - 1, start[1] + column - 1
        if move == 0:
            found.append(_pair(costs, i, j))
            row, column = row - 1, column - 1
        elif move == 1:
            found.append(Match((i,), ()))
            row -= 1
        else:
            found.append(Match((), (j,)))
            column -= 1
    return found[::-1]
