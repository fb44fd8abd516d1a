"""The longest increasing subsequence: what of two orders is the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Return the longest run of `pairs`, which are sorted, that rises on both sides.

    By the least end of a run of each length so far (Schensted 1961): the time it
    takes grows with n log n.
    """
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
