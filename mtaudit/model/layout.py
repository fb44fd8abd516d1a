"""How the text of a file is laid out, for a report that shows all of it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.model.document import OPAQUE, Document, Pairing, Piece, Role, Segment


class Block(NamedTuple):
    """A segment, without what only rules need."""

    role: Role
    stretches: tuple[tuple[int, int], ...]
    """
    What rules saw as it stands in the file; the rest is markup. Sorted.

    None of it for an original that nothing translates.
    """

    lang: str | None = None
    source: str | None = None
    """The same unit in the source language."""


def blocks_of(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a file in order, beside what they were translated from."""
    pairing = document.pairing
    if pairing is None or not pairing.is_sure:
        return tuple(map(_block, document.segments))
    return tuple(_paired(document, pairing))


def _block(segment: Segment) -> Block:
    source = segment.source and _with_codes(segment.source, segment.source_codes)
    return Block(segment.role, _stretches(segment.pieces), segment.lang, source)


def _paired(document: Document, pairing: Pairing) -> Iterator[Block]:
    """Yield the blocks, and the originals that nothing answers in their places."""
    original = pairing.original
    for pair in pairing.pairs:
        units = [original.segments[place] for place in pair.sources]
        texts = [_with_codes(each.text, each.codes(original.raw)) for each in units]
        source = "\n".join(texts) or None
        if not pair.targets:
            yield Block(units[0].role, (), None, source)
        for place in pair.targets:
            yield _block(document.segments[place])._replace(source=source)
            source = None


def _with_codes(text: str, codes: tuple[str, ...]) -> str:
    """Return `text` with the codes that it has room for, as a person reads it."""
    parts = iter(codes)
    return re.sub(OPAQUE, lambda _: next(parts, "…"), text)


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
