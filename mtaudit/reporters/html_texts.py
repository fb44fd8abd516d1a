"""The texts of documents as the page reads them: in chunks, when they are opened."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Block, Report

Json = object

_CHUNK = 400_000
"""Code points of text that are unpacked together."""

_MOST = 16_000_000
"""More text than this is left out, that of the files with fewest findings first."""

_BLANK_LINES = re.compile(r"\s*\n")
_MARKUP = "markup"


class Region(NamedTuple):
    """Lines of a file that the page shows as one: prose, or markup between prose."""

    start: int
    end: int
    role: str = _MARKUP
    cuts: tuple[int, ...] = ()
    """Where prose begins and where it ends, in turn."""

    lang: str | None = None
    source: str | None = None
    """What stands beside it: the original."""


class Texts(NamedTuple):
    """Chunks of texts, and where the text of each file is."""

    chunks: list[list[Json]]
    places: dict[str, tuple[int, int]]
    """By path, a chunk and an index in it."""


def units(text: str) -> Callable[[int], int]:
    """Return a function from code points of `text` to the UTF-16 units of a page."""
    if text.isascii():
        return int
    far = [index for index, char in enumerate(text) if char > "\uffff"]
    return (lambda offset: offset + bisect_left(far, offset)) if far else int


def texts_of(report: Report) -> Texts:
    """Return the texts that there is room for, in the order of the files."""
    texts = Texts([], {})
    room = _CHUNK
    for path in _chosen(report):
        text = report.texts[path]
        if not texts.chunks or room < len(text):
            texts.chunks.append([])
            room = _CHUNK
        room -= len(text)
        texts.places[path] = len(texts.chunks) - 1, len(texts.chunks[-1])
        texts.chunks[-1].append([text, _rows(text, report.layouts.get(path, ()))])
    return texts


def _chosen(report: Report) -> Iterator[str]:
    """Yield the paths whose texts fit, in order."""
    counts: dict[str, int] = {}
    for finding in report.findings:
        path = finding.location.path
        counts[path] = counts.get(path, 0) + 1
    room = _MOST
    fitting = set()
    for path in sorted(report.texts, key=lambda path: (-counts.get(path, 0), path)):
        blocks = report.layouts.get(path, ())
        originals = sum(len(block.source) for block in blocks if block.source)
        room -= len(report.texts[path]) + originals
        if room < 0:
            break
        fitting.add(path)
    return (path for path in sorted(report.texts) if path in fitting)


def _rows(text: str, blocks: Sequence[Block]) -> list[Json]:
    """Return the regions of a text, their places in UTF-16 units."""
    place = units(text)
    return [
        region._replace(
            start=place(region.start),
            end=place(region.end),
            cuts=tuple(map(place, region.cuts)),
        )
        for region in regions(text, blocks)
    ]


def regions(text: str, blocks: Sequence[Block]) -> Iterator[Region]:
    """
    Yield the parts of a text in order: blocks of prose, and what is between them.

    Blocks that share a line are one region. An original that nothing translates
    is a region without text.
    """
    done = 0
    for group, end in _on_shared_lines(text, blocks):
        first = group[0]
        sources = [block.source for block in group if block.source]
        source = "\n".join(sources) or None
        if not first.stretches:
            yield Region(done, done, first.role, (), first.lang, source)
            continue
        start = max(done, text.rfind("\n", 0, first.stretches[0][0]) + 1)
        yield from _between(text, done, start)
        cuts = (cut for block in group for each in block.stretches for cut in each)
        whole = _trimmed(text, start, max(start, end))
        yield whole._replace(
            role=first.role, cuts=tuple(cuts), lang=first.lang, source=source
        )
        done = max(start, end)
    yield from _between(text, done, len(text))


def _on_shared_lines(
    text: str, blocks: Sequence[Block]
) -> Iterator[tuple[list[Block], int]]:
    """Yield the blocks that stand on the same lines together, and where those end."""
    group: list[Block] = []
    end = -1
    for block in blocks:
        if not block.stretches and not block.source:
            continue
        is_apart = not block.stretches or block.stretches[0][0] > end
        if group and is_apart:
            yield group, end
            group = []
        if not block.stretches:
            yield [block], end
            continue
        group.append(block)
        # One line may hold a hundred thousand strings: its end is looked for once.
        if block.stretches[-1][1] - 1 > end:
            end = _line_end(text, block)
    if group:
        yield group, end


def _line_end(text: str, block: Block) -> int:
    """Return where the last line of a block ends, without its newline."""
    start, end = block.stretches[-1]
    found = text.find("\n", max(end - 1, start))
    return len(text) if found < 0 else found


def _between(text: str, start: int, end: int) -> Iterator[Region]:
    """Yield the markup between two regions, if there is any."""
    region = _trimmed(text, start, end)
    if region.start < region.end:
        yield region


def _trimmed(text: str, start: int, end: int) -> Region:
    """Return a region without blank lines before it and space behind it."""
    blank = _BLANK_LINES.match(text, start, end)
    first = blank.end() if blank else start
    return Region(first, max(first, start + len(text[start:end].rstrip())))
