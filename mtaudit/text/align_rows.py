"""Rows of tables in an alignment: what a table has lost, it has lost row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Role
from mtaudit.text.align_costs import GAP, Costs, Match
from mtaudit.text.landmarks import Landmark

_CELL = f"{Role.CELL} "


class _Side(NamedTuple):
    """One of two texts, and what its blocks cost with those of the other."""

    costs: Costs
    is_target: bool
    blocks: Sequence[Landmark]

    def places(self, match: Match) -> tuple[int, ...]:
        """Return the places of a match on this side."""
        return match.targets if self.is_target else match.sources

    def others(self, match: Match) -> tuple[int, ...]:
        """Return its places on the other side."""
        return match.sources if self.is_target else match.targets

    def is_cell(self, match: Match) -> bool:
        """Whether a match is a cell of this side without a counterpart."""
        places = self.places(match)
        if not places or self.others(match):
            return False
        return self.blocks[places[0]].sort.startswith(_CELL)

    def begins(self, place: int) -> bool:
        """Whether no row goes on at a place: there is no cell, or the first of one."""
        if not 0 < place < len(self.blocks):
            return True
        before, sort = self.blocks[place - 1].sort, self.blocks[place].sort
        if not (before.startswith(_CELL) and sort.startswith(_CELL)):
            return True
        return int(before.removeprefix(_CELL)) >= int(sort.removeprefix(_CELL))

    def pair(self, place: int, other: int) -> Match:
        """Return the match of a place of this side and one of the other."""
        if self.is_target:
            return self.costs.pair(other, place)
        return self.costs.pair(place, other)

    def alone(self, place: int) -> Match:
        """Return a place of this side as a match without a counterpart."""
        return Match((), (place,)) if self.is_target else Match((place,), ())


def whole_rows(
    costs: Costs,
    matches: Sequence[Match],
    sides: tuple[Sequence[Landmark], Sequence[Landmark]],
) -> list[Match]:
    """
    Return `matches` in which cells without a counterpart are whole rows, if they can.

    Where rows are much alike, the least costly alignment of cells may leave the end of
    one row alone and the beginning of the next. Such cells are moved by less than a
    row, to where the least is paid for it, and less than for one gap more.
    """
    found = [*matches]
    for is_target, blocks in enumerate(sides):
        side = _Side(costs, bool(is_target), blocks)
        for first, last in _runs(side, found):
            (start,), (end,) = side.places(found[first]), side.places(found[last - 1])
            if not (side.begins(start) and side.begins(end + 1)):
                _move(side, found, (first, last))
    return found


def _runs(side: _Side, matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """Yield where in `matches` cells of one side alone begin and end."""
    first = 0
    for number, match in enumerate(matches):
        if not side.is_cell(match):
            if first < number:
                yield first, number
            first = number + 1
    if first < len(matches):
        yield first, len(matches)


def _move(side: _Side, found: list[Match], run: tuple[int, int]) -> None:
    """Let the cells of a run change places with the pairs before or after them."""
    first, last = run
    best, place, chosen = GAP, first, found[first:last]
    for shift in range(1, last - first):
        for start, stop in ((first - shift, last), (first, last + shift)):
            window = found[max(start, 0) : stop]
            moved = _moved(side, window, shift) if start >= 0 else []
            price = sum([each.cost for each in moved])
            price -= sum([each.cost for each in window])
            if moved and price < best:
                best, place, chosen = price, start, moved
    found[place : place + len(chosen)] = chosen


def _moved(side: _Side, window: Sequence[Match], shift: int) -> list[Match]:
    """Return a run and so many pairs, the other one first; nothing if it cannot be."""
    is_first = side.is_cell(window[0])
    pairs = window[-shift:] if is_first else window[:shift]
    if any(len(each.sources) != 1 or len(each.targets) != 1 for each in pairs):
        return []
    places = [side.places(each)[0] for each in window]
    size = len(window) - shift
    alone, paired = places[:size], places[size:]
    if is_first:
        paired, alone = places[:shift], places[shift:]
    begins = side.begins(alone[0]) and side.begins(alone[-1] + 1)
    if not begins or places != [*range(places[0], places[-1] + 1)]:
        return []
    others = [side.others(each)[0] for each in pairs]
    new = [side.pair(*both) for both in zip(paired, others, strict=True)]
    gaps = [side.alone(each) for each in alone]
    return new + gaps if is_first else gaps + new
