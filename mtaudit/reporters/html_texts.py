"""The texts of documents as the page reads them: in chunks, when they are opened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mtaudit.model import Block, Report, Role

Json = object

_CHUNK = 400_000
"""Code points of text that are unpacked together."""

_MOST = 16_000_000
"""More text than this is left out, that of the files with fewest findings first."""

ROLES = tuple(Role)


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
        texts.chunks[-1].append([text, _blocks(text, report.layouts.get(path, ()))])
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
        room -= len(report.texts[path])
        if room < 0:
            break
        fitting.add(path)
    return (path for path in sorted(report.texts) if path in fitting)


def _blocks(text: str, blocks: tuple[Block, ...]) -> list[Json]:
    """Return each block: role, stretches end to end, language, original."""
    place = units(text)
    return [
        [
            ROLES.index(block.role),
            [place(offset) for stretch in block.stretches for offset in stretch],
            block.lang or 0,
            block.source or 0,
        ]
        for block in blocks
    ]
