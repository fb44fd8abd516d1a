"""How the text of a file is laid out, for a report that shows all of it."""

from collections.abc import Iterable
from typing import NamedTuple

from mtaudit.model.document import Piece, Role, Segment


class Block(NamedTuple):
    """A segment, without what only rules need."""

    role: Role
    stretches: tuple[tuple[int, int], ...]
    """What rules saw as it stands in the file; the rest is markup. Sorted."""

    lang: str | None = None
    source: str | None = None
    """The same unit in the source language."""


def blocks_of(segments: Iterable[Segment]) -> tuple[Block, ...]:
    """Return the blocks of a file, in order."""
    return tuple(
        Block(each.role, _stretches(each.pieces), each.lang, each.source)
        for each in segments
    )


def _stretches(pieces: Iterable[Piece]) -> tuple[tuple[int, int], ...]:
    """Return where the verbatim pieces stand, joined where they touch."""
    joined: list[tuple[int, int]] = []
    for piece in pieces:
        start, end = piece.raw.start, piece.raw.end
        if not piece.verbatim or start == end:
            continue
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
