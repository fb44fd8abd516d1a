"""Of a rule's hits that overlap, the one that ranks highest is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.engine.run import without_overlaps
from mtaudit.model import Hit, Segment, TextSpan

SEGMENTS = (Segment(text="a" * 12, pieces=()), Segment(text="b" * 12, pieces=()))


@st.composite
def placed_hits(draw):
    """Return a segment and a hit in it, of few characters or of none."""
    start = draw(st.integers(0, 9))
    end = start + draw(st.sampled_from((0, 0, 1, 2, 3)))
    hit = Hit(TextSpan(start, end), priority=draw(st.integers(0, 1)))
    return draw(st.sampled_from(SEGMENTS)), hit


def rank(hit):
    """Return what is the greater, the sooner a hit is kept."""
    return hit.priority, hit.span.end - hit.span.start, -hit.span.start


@given(st.lists(placed_hits(), max_size=9))
def test_kept_hits(hits):
    """None that is kept overlaps another; one that is not overlaps a better one."""
    kept = [*without_overlaps(hits)]

    for segment, hit in hits:
        others = [
            other
            for where, other in kept
            if where is segment and other is not hit and hit.span.overlaps(other.span)
        ]
        if any(each is hit for _, each in kept):
            assert [] == others
        else:
            assert any(rank(other) >= rank(hit) for other in others)
