"""A stretch of a text without the white space at its ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.stripped import stripped


@pytest.mark.parametrize(
    ("text", "stretch", "expected"),
    [
        pytest.param(" \u00a0a b\n", (), [(2, 5)], id="both ends"),
        pytest.param("a. b. c", (2, 5), [(3, 5)], id="a stretch"),
        pytest.param("a. a", (2,), [(3, 4)], id="what stands further up as well"),
        pytest.param(" \t\n", (), [], id="nothing but white space"),
        pytest.param("", (), [], id="nothing"),
    ],
)
def test_stripped(text, stretch, expected):
    """The span is the text's own, whatever stretch of it is looked at."""
    assert expected == [(each.start, each.end) for each in stripped(text, *stretch)]


@given(st.text("a\u00a0 \n", max_size=12))
def test_stripped_is_what_strip_leaves(text):
    """The span covers what `str.strip` leaves."""
    assert [text.strip()] * bool(text.strip()) == [
        each.of(text) for each in stripped(text)
    ]
