"""Which segments belong together because files say so: by keys, and by lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mtaudit.formats import KEYED
from mtaudit.model import Document, Segment

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of segments in an original and in its translation; one side may be empty."""

_WITH_KEYS = KEYED | {"lines"}
_FEW = 0.2
"""The share of lines that may be blank on one side alone."""


def stated(original: Document, document: Document) -> list[Group] | None:
    """Return which segments belong together, if the files say it; else None."""
    if original.format != document.format:
        return None
    if document.format in _WITH_KEYS:
        return [*_by_key(_keys(original), _keys(document))]
    if document.format == "plain":
        return _by_line(original, document)
    return None


def _keys(document: Document) -> dict[str, tuple[int, ...]]:
    """Return the places of the segments under each key, in order."""
    found: dict[str, tuple[int, ...]] = {}
    for place, segment in enumerate(document.segments):
        key = segment.unit_id or ""
        found[key] = (*found.get(key, ()), place)
    return found


def _by_key(
    ours: dict[str, tuple[int, ...]], theirs: dict[str, tuple[int, ...]]
) -> Iterator[Group]:
    """Yield the groups, what is missing where the original has it."""
    order = {key: place for place, key in enumerate(ours)}
    missing = [key for key in ours if key not in theirs]
    done = 0
    for key, targets in theirs.items():
        while done < len(missing) and order[missing[done]] < order.get(key, -1):
            yield ours[missing[done]], ()
            done += 1
        sources = ours.get(key, ())
        if len(sources) == len(targets):
            yield from (
                ((source,), (target,))
                for source, target in zip(sources, targets, strict=True)
            )
        else:
            yield sources, targets
    yield from ((ours[key], ()) for key in missing[done:])


def _by_line(original: Document, document: Document) -> list[Group] | None:
    """Return the groups if each line stands for the one of its number."""
    ours, theirs = original.raw.splitlines(), document.raw.splitlines()
    if len(ours) != len(theirs) or not ours:
        return None
    differ = sum(
        bool(one.strip()) != bool(other.strip())
        for one, other in zip(ours, theirs, strict=True)
    )
    if differ > _FEW * len(ours):
        return None
    return [*_overlapping(_lines(original), _lines(document))]


def _lines(document: Document) -> list[tuple[int, int]]:
    """Return the first and the last line of each segment, numbered from 0."""
    starts, place = [], 0
    for line in document.raw.splitlines(keepends=True):
        starts.append(place)
        place += len(line)
    return [_span(starts, segment) for segment in document.segments]


def _span(starts: Sequence[int], segment: Segment) -> tuple[int, int]:
    first, last = segment.pieces[0].raw.start, segment.pieces[-1].raw.end
    return bisect_right(starts, first) - 1, bisect_right(
        starts, max(first, last - 1)
    ) - 1


def _overlapping(
    ours: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]
) -> Iterator[Group]:
    """Yield the segments of both sides that lie on common lines."""
    events = sorted(
        [(first, last, 0, n) for n, (first, last) in enumerate(ours)]
        + [(first, last, 1, n) for n, (first, last) in enumerate(theirs)]
    )
    group: tuple[list[int], list[int]] = ([], [])
    end = -1
    for first, last, side, place in events:
        if first > end and any(group):
            yield tuple(group[0]), tuple(group[1])
            group = ([], [])
        group[side].append(place)
        end = max(end, last)
    if any(group):
        yield tuple(group[0]), tuple(group[1])
