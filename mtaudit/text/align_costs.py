"""What it costs to take blocks of one text for blocks of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from mtaudit.model import Role
from mtaudit.text.landmarks import MARKUP, Landmark, marks_of

GAP = 2.2
"""What it costs that a block has no counterpart."""

_LIKE = 4.0
"""The most that two blocks of one sort cost: less than to leave both alone."""

_OTHER_LEVEL = 1.0
"""What it costs that headings are of two levels."""

_OTHER_COLUMN = 1.8
"""What it costs that cells are of two columns."""

_OTHER_ROLE = 2.0
"""What it costs that blocks are of two roles, such as a paragraph and an item."""

_UNLIKE = 6.0
"""What two blocks cost that cannot be the same: more than to leave both alone."""

_TELLING = 2.0
"""The weight of shared marks from which blocks may be the same despite their sorts."""

_FULL = 2.0
"""The most that lengths cost, and that marks do."""

_SLOPE = 0.22
"""What lengths cost by how far they are off, in roots of both."""

_FAR = (_FULL / _SLOPE) ** 2
"""From where on they cost the most."""

_OFF = 0.45
"""What lengths cost where a part of a block must be missing."""

_MOST_LONGER = 4.0
"""How many times as long as the other a text is taken to be, at most."""

_COMMON = 6
"""A mark in more blocks than this tells nothing of where one is."""

_ORDINARY = 0.5
"""What a word counts: it may be another one in the other language."""

_WHOLE = 2**12
"""Weights are so many parts of one: their sum is the same in whatever order."""


Place = tuple[int, int]
"""A block of the source and one of the target, by their numbers."""


class Match(NamedTuple):
    """Blocks that say the same: places in two sequences, of either side or of both."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]
    cost: float = GAP

    @property
    def confidence(self) -> float:
        """How sure it is that they belong together, from 0 to 1."""
        return min(1.0, max(0.0, 1 - self.cost / _LIKE))


class Costs:
    """What pairs of two sequences of blocks cost; what is less than 0 is a gain."""

    def __init__(
        self,
        source: Sequence[Landmark],
        target: Sequence[Landmark],
        ratio: float | None = None,
    ) -> None:
        """Weigh what both have; `ratio` is how much longer a translation is."""
        self._source, self._target = source, target
        self._ratio = ratio or _ratio(source, target)
        self._shared: list[dict[int, float]] = [defaultdict(float) for _ in source]
        self._weights = [0.0] * len(source), [0.0] * len(target)
        self._lengths = [each.length for each in target]
        self._by_sort: dict[str, list[float]] = {}
        self._known: dict[Place, Match] = {}
        self._weigh()

    def _weigh(self) -> None:
        """Find the marks that both sides have, and what each says of a pair."""
        common = marks_of(self._source) & marks_of(self._target)
        where = _places(self._source, common), _places(self._target, common)
        shared, weights = self._shared, self._weights
        for mark, ours in where[0].items():
            theirs = where[1][mark]
            if len(ours) > _COMMON or len(theirs) > _COMMON:
                continue
            weight = _WHOLE // (len(ours) * len(theirs)) / _WHOLE
            if mark.islower() and mark.isalpha():
                weight *= _ORDINARY
            for i in ours:
                weights[0][i] += weight
                row = shared[i]
                for j in theirs:
                    row[j] += weight
            for j in theirs:
                weights[1][j] += weight

    def pair(self, i: int, j: int) -> Match:
        """Return the match of block `i` and block `j`."""
        known = self._known.get((i, j))
        if known is None:
            one, other = self._source[i], self._target[j]
            shared = self._shared[i].get(j, 0.0)
            length = _length_cost(self._ratio * one.length, other.length)
            marks = shared, self._weights[0][i] + self._weights[1][j] - shared
            cost = _cost(_sort_cost(one.sort, other.sort), length, marks)
            known = self._known[i, j] = Match((i,), (j,), cost)
        return known

    def match(self, sources: tuple[int, ...], targets: tuple[int, ...]) -> Match:
        """Return the match of blocks of both sides, or a gap."""
        if not (sources and targets):
            return Match(sources, targets)
        shared = sum(self._shared[i].get(j, 0.0) for i in sources for j in targets)
        ours = sum(self._weights[0][i] for i in sources)
        theirs = sum(self._weights[1][j] for j in targets)
        cost = _cost(
            _sort_cost(self._source[sources[0]].sort, self._target[targets[0]].sort),
            self._length_cost(sources, targets),
            (shared, ours + theirs - shared),
        )
        return Match(sources, targets, cost)

    def row(self, i: int, first: int, last: int) -> list[float]:
        """
        Return what it costs that block `i` became each from `first` to `last`.

        What cannot be the same costs more than to leave both alone, how much ever.
        """
        one, ours = self._source[i], self._weights[0][i]
        expected = self._ratio * one.length
        most = expected + 1
        costs = [  # of a pair without common marks, spelled out: it is most of the work
            sort
            + (
                _SLOPE * abs(apart) / sqrt(length + most)
                if (apart := length - expected) * apart < _FAR * (length + most)
                else _FULL
            )
            + (_FULL * alone if (alone := ours + theirs) < 1 else _FULL)
            for sort, length, theirs in zip(
                self._sort_costs(one.sort)[first:last],
                self._lengths[first:last],
                self._weights[1][first:last],
                strict=True,
            )
        ]
        for j in self._shared[i]:
            if first <= j < last:
                costs[j - first] = self.pair(i, j).cost
        return costs

    def least(self, start: Place, stop: Place) -> float:
        """Return what all pairs between two places cannot cost less than together."""
        gains = 0.0
        first, last = start[1], stop[1]
        for row in self._shared[start[0] : stop[0]]:
            if row:
                shared = [each for j, each in row.items() if first <= j < last]
                gain = max(shared, default=0.0)
                gains += max(_FULL * min(1.0, gain), 2 * gain - _UNLIKE)
        return -gains

    def _sort_costs(self, sort: str) -> list[float]:
        """Return what it costs that a block of a sort became each of the target."""
        if sort not in self._by_sort:
            known: dict[str, float] = {}
            for each in self._target:
                if each.sort not in known:
                    known[each.sort] = _sort_cost(sort, each.sort)
            self._by_sort[sort] = [known[each.sort] for each in self._target]
        return self._by_sort[sort]

    def _length_cost(self, sources: Iterable[int], targets: Iterable[int]) -> float:
        expected = self._ratio * sum(self._source[i].length for i in sources)
        return _length_cost(expected, sum(self._target[j].length for j in targets))

    def joined(self, one: Match, other: Match) -> Match | None:
        """Return both as one, if one is a gap and a part of what the other lacks."""
        pair, gap = (one, other) if one.sources and one.targets else (other, one)
        if not _may_join(pair, gap):
            return None
        sources = (*sorted(pair.sources + gap.sources),)
        targets = (*sorted(pair.targets + gap.targets),)
        if gap.targets and self._repeats(gap.targets[0], pair.targets[0]):
            return None
        sorts = {self._source[i].sort for i in sources}
        sorts |= {self._target[j].sort for j in targets}
        if len(sorts) > 1 or MARKUP in sorts or sorts.pop().startswith(Role.CELL):
            return None
        apart = self._length_cost(pair.sources, pair.targets)
        if apart < _OFF or self._length_cost(sources, targets) > apart / 2:
            return None
        whole = self.match(sources, targets)
        return whole if whole.cost < pair.cost + GAP / 2 else None

    def _repeats(self, one: int, other: int) -> bool:
        """Whether two blocks of the target have the same text."""
        return self._target[one].marks == self._target[other].marks

    def within(self, start: Place, stop: Place) -> Costs:
        """Return the costs between two places as if nothing stood around them."""
        (i, j), (last_i, last_j) = start, stop
        return Costs(self._source[i:last_i], self._target[j:last_j], self._ratio)

    def certain(self) -> list[Place]:
        """Return the pairs that marks single out from both sides, in order."""
        best: dict[int, tuple[float, int]] = {}
        back: dict[int, tuple[float, int]] = {}
        for i, row in enumerate(self._shared):
            for j, shared in row.items():
                if shared < 1:
                    continue
                if shared > best.get(i, (0.0, 0))[0]:
                    best[i] = shared, j
                if shared > back.get(j, (0.0, 0))[0]:
                    back[j] = shared, i
        places = sorted((i, j) for i, (_, j) in best.items() if back[j][1] == i)
        return [place for place in places if self.pair(*place).cost < 0]


def _cost(sort: float, length: float, marks: tuple[float, float]) -> float:
    """
    Return what a pair costs by what its sorts, its lengths and its `marks` do.

    Of the marks there is the weight of those that both have, and of all.
    """
    shared, most = marks
    if sort >= _UNLIKE:
        return sort - 2 * shared if shared > _TELLING else sort
    cost = sort + length
    if most > 0:
        cost += _FULL * min(1.0, most) * (1 - 2 * shared / most)
    return cost


def _length_cost(expected: float, actual: float) -> float:
    """Return what lengths say, in the spirit of Gale and Church (1993)."""
    return min(_FULL, _SLOPE * abs(actual - expected) / sqrt(expected + actual + 1))


def _sort_cost(one: str, other: str) -> float:
    """Return what it costs that blocks are of two sorts."""
    if one == other:
        return 0.0
    name, also = one.partition(" ")[0], other.partition(" ")[0]
    if name == also:  # only headings and cells have a number behind their role
        return _OTHER_LEVEL if name == Role.HEADING else _OTHER_COLUMN
    if ":" in one + other or MARKUP in {one, other}:
        return _UNLIKE
    return _OTHER_ROLE


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
    if not (ours and theirs):
        return 1.0
    return min(_MOST_LONGER, max(1 / _MOST_LONGER, theirs / ours))


def _places(blocks: Iterable[Landmark], wanted: set[str]) -> dict[str, list[int]]:
    """Return which blocks have each of the marks `wanted`."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for mark in block.marks & wanted:
            found[mark].append(index)
    return found
