"""Many texts searched as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.parted import flattened, holding
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
