"""How a file is laid out, for a report that shows all of it."""

from mtaudit.model import (
    OPAQUE,
    Document,
    Pair,
    Pairing,
    Piece,
    Role,
    Segment,
    blocks_of,
)


def piece(text, raw, *, verbatim=True):
    return Piece(*text, *raw, verbatim)


def test_stretches():
    """What touches is one stretch; what a file spells in its own way is markup."""
    pieces = (
        piece((0, 3), (2, 5)),
        piece((3, 5), (5, 7)),
        piece((5, 6), (7, 13), verbatim=False),
        piece((6, 8), (13, 15)),
    )
    segment = Segment("ab cd&ef", pieces, Role.HEADING, lang="en", source="аб")
    (block,) = blocks_of(Document("a", "", "plain", (segment,)))

    assert ((2, 7), (13, 15)) == block.stretches
    assert (Role.HEADING, "en", "аб") == (block.role, block.lang, block.source)


def document(*texts):
    """Return a document of one paragraph a line."""
    starts = [sum(len(each) + 1 for each in texts[:n]) for n in range(len(texts))]
    segments = tuple(
        Segment(text, (piece((0, len(text)), (start, start + len(text))),))
        for text, start in zip(texts, starts, strict=True)
    )
    return Document("a", "\n".join(texts), "plain", segments)


def paired(confidence):
    """Return a translation that joins two paragraphs, leaves one out and adds one."""
    pairs = (
        Pair((0,), ()),
        Pair((1, 2), (0,)),
        Pair((), (1,)),
        Pair((3,), (2, 3)),
    )
    original = document("ноль", "один", "два", "три")
    pairing = Pairing(original, pairs, confidence)
    return document("one, two", "plus", "thr", "ee")._replace(pairing=pairing)


def test_pairs():
    """An original stands beside its translation; one that is missing has its place."""
    blocks = blocks_of(paired(1))

    assert ["ноль", "один\nдва", None, "три", None] == [each.source for each in blocks]
    assert [0, 1, 1, 1, 1] == [len(each.stretches) for each in blocks]


def test_unsure_pairs():
    """Where nobody knows what belongs together, nothing stands beside anything."""
    assert {None} == {each.source for each in blocks_of(paired(0.5))}


def test_codes():
    """Of an original, codes are shown as its file spells them."""
    segment = Segment("", (), source=f"Привет, {OPAQUE}{OPAQUE}", source_codes=("{n}",))
    (block,) = blocks_of(Document("a", "", "plain", (segment,)))

    assert "Привет, {n}…" == block.source
