"""What the tests of kinds share: documents of plain segments, and their hits."""

import pytest

from mtaudit.kinds import DocumentKind
from mtaudit.model import Document, Piece, Role, Segment


def segments_of(texts, source=None, role=Role.PARAGRAPH):
    """Return a segment for each text, as a file of just these texts has them."""
    offset = 0
    for text in texts:
        piece = Piece(0, len(text), offset, offset + len(text))
        yield Segment(text=text, pieces=(piece,), source=source, role=role)
        offset += len(text) + 2


def all_hits(kind, *texts, **rest):
    """Return the hits of a kind, each with the segment it lies in, by place."""
    segments = tuple(segments_of(texts, **rest))
    if isinstance(kind, DocumentKind):
        raw = "\n\n".join(texts)
        document = Document(path="a.txt", raw=raw, format="plain", segments=segments)
        hits = [*kind.check(document)]
    else:
        hits = [(segment, hit) for segment in segments for hit in kind.check(segment)]
    return sorted(hits, key=lambda pair: (pair[0].pieces[0].raw, pair[1].span))


def _ends(span):
    return span.start, span.end


@pytest.fixture
def hits():
    """Return a function from a kind and texts to hits, each with its segment."""
    return all_hits


@pytest.fixture
def marked():
    """Return a function from a kind and texts to the texts with hits in ⟦ ⟧."""

    def mark(kind, *texts, **rest):
        found = dict(enumerate(texts))
        order = [each.pieces for each in segments_of(texts)]
        for segment, hit in reversed(all_hits(kind, *texts, **rest)):
            index, (start, end) = order.index(segment.pieces), _ends(hit.span)
            before, text = found[index][:start], found[index][start:end]
            found[index] = f"{before}⟦{text}⟧{found[index][end:]}"
        return [*found.values()]

    return mark


@pytest.fixture
def fixed():
    """Return a function from a kind and texts to the first fixes of the hits."""

    def fixes(kind, *texts, **rest):
        return [
            hit.replacements[0] if hit.replacements else None
            for _, hit in all_hits(kind, *texts, **rest)
        ]

    return fixes
