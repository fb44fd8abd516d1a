"""How a file is laid out, for a report that shows all of it."""

from mtaudit.model import Piece, RawSpan, Role, Segment, TextSpan, blocks_of


def piece(text, raw, *, verbatim=True):
    return Piece(TextSpan(*text), RawSpan(*raw), verbatim)


def test_stretches():
    """What touches is one stretch; what a file spells in its own way is markup."""
    pieces = (
        piece((0, 3), (2, 5)),
        piece((3, 5), (5, 7)),
        piece((5, 6), (7, 13), verbatim=False),
        piece((6, 8), (13, 15)),
    )
    segment = Segment("ab cd&ef", pieces, Role.HEADING, lang="en", source="аб")
    (block,) = blocks_of([segment])

    assert ((2, 7), (13, 15)) == block.stretches
    assert (Role.HEADING, "en", "аб") == (block.role, block.lang, block.source)
