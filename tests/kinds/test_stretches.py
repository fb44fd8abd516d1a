"""Which exceptions overlap a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.kinds.matching import Stretches
from mtaudit.model import TextSpan

SPANS = st.tuples(st.integers(0, 20), st.integers(0, 9)).map(
    lambda pair: TextSpan(pair[0], sum(pair))
)


@given(st.lists(SPANS), SPANS)
def test_touch(spans, span):
    """A place is touched if a span of them, whichever it is, overlaps it."""
    assert any(map(span.overlaps, spans)) == Stretches(spans).touch(span)
