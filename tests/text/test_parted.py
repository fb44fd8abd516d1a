"""Many texts searched as one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.parted import ascii_words, flattened, holding, with_digits
from mtaudit.text.words import flatten


@pytest.mark.parametrize(
    ("texts", "strings", "expected"),
    [
        pytest.param(["Kiev", "Lviv", "in kiev, Kiev"], {"kiev"}, [0, 2], id="case"),
        pytest.param(["new", "York", "New\nYork"], {"new york"}, [2], id="not across"),
        pytest.param(["a b", "c"], {"c", "a"}, [0, 1], id="several strings"),
        pytest.param(["a", "b\0", "c"], {"c"}, [0, 1, 2], id="a border in a text"),
        pytest.param([], {"a"}, [], id="no text"),
        pytest.param(["a"], (), [], id="no string"),
    ],
)
def test_holding(texts, strings, expected):
    """The texts that hold one of the strings are told by their numbers."""
    assert expected == holding(texts, strings)


@given(texts=st.lists(st.text("aÄßİΣς ’'\n\t\xa0\0", min_size=1), max_size=5))
def test_flattened(texts):
    """Texts that are flattened together come out as each by itself."""
    texts = [text for text in texts if text.strip()]

    assert [flatten(text) for text in texts] == flattened(texts)


@given(texts=st.lists(st.text("abcÄß’'\n\xa0\0 0.", max_size=8), max_size=5))
def test_ascii_words(texts):
    """Letters of ASCII come out text by text as a pattern would find them."""
    assert [re.findall("[a-z]+", text) for text in texts] == ascii_words(texts)


@given(texts=st.lists(st.text("a07é٣९𝟙²½\n\0", max_size=4), max_size=5))
def test_with_digits(texts):
    """Texts with digits are told by their numbers, whatever the script."""
    numbers = [number for number, text in enumerate(texts) if re.search(r"\d", text)]

    assert numbers == with_digits(texts)
