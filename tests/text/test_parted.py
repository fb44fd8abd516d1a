"""Many texts searched as one."""

import pytest

from mtaudit.text.parted import holding


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
