"""Lines that were broken for width, read as one."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.wrapped import unwrapped

_LONG = "The ferry leaves the old harbour in the morning at a quarter"
_WORDS = st.lists(st.text("abcdef.", min_size=1, max_size=9), min_size=20, max_size=60)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param(f"{_LONG}\nto nine.", f"{_LONG} to nine.", id="full"),
        pytest.param(f"He said:\n{_LONG}", None, id="room for more"),
        pytest.param("To the north\nof it", None, id="narrow lines are verse"),
        pytest.param(f"{_LONG}.\n- To nine.", None, id="an item"),
        pytest.param(
            f"{_LONG}\n— to nine.", f"{_LONG} — to nine.", id="a dash in mid-sentence"
        ),
        pytest.param(f"{'船开了' * 20}\n码头", None, id="no spaces in Chinese"),
        pytest.param(f"{_LONG}\n\nIt is late.", None, id="an empty line"),
    ],
)
def test_unwrapped(text, joined):
    """A break is a space where the next word would not have fitted."""
    assert unwrapped(text) == (joined or text)


@given(words=_WORDS, width=st.integers(50, 100))
def test_any_width(words, width):
    """What is wrapped at some width reads as it did before."""
    text = " ".join(words)

    wrapped = textwrap.fill(text, width, break_on_hyphens=False)

    assert unwrapped(wrapped) == text
