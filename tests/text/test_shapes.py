"""Shapes: the signs of a string stand in the shape of every text that holds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.shapes import shape_of, signs_of
from mtaudit.text.words import flatten, spaced

TEXTS = st.text("aBß5 ,.-—“’'[\n\u0345", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("string", "signs"),
    [
        pytest.param("here 's", "a 'a", id="between words"),
        pytest.param("[line", "[a", id="at the start"),
        pytest.param("a — b, c", "a \x01 a", id="the longest"),
        pytest.param("at 13", "a 00", id="digits"),
        pytest.param("in the", "", id="none"),
    ],
)
def test_signs_of(string, signs):
    """Signs come with the letters and spaces beside them."""
    assert signs == signs_of(string)


@given(TEXTS, st.data())
def test_signs_are_in_the_shape(text, data):
    """What stands in a form of a text has its signs in the shape of the text."""
    form = data.draw(st.sampled_from([flatten(text), spaced(text)]))
    start = data.draw(st.integers(0, len(form)))
    end = data.draw(st.integers(start, len(form)))

    assert signs_of(form[start:end]) in shape_of(text)
