"""Words in their order, found without a regular expression."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.word_list import word_lists, words_of

PARTS = (*"aZé9_д漢'’‑-—.,“ \n\u00a0²", "\0")
WORD = re.compile(r"\w+(?:['’‑-]\w+)*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in in-depth talks", ["in", "in-depth", "talks"], id="hyphen"),
        pytest.param("it's 'so' -- so", ["it's", "so", "so"], id="marks at the ends"),
        pytest.param("a--b -c- d'-e", ["a", "b", "c", "d", "e"], id="two marks"),
        pytest.param("a,b “c”", ["a", "b", "c"], id="signs"),
        pytest.param("один-два, три", ["один-два", "три"], id="another script"),
        pytest.param("snake_case\u00a0naïve", ["snake_case", "naïve"], id="no sign"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text, expected):
    """Words are what is written together, marks inside included."""
    assert [expected, ["z"]] == word_lists(f"{text}\n\0\nz")


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_words_are_what_a_pattern_finds(text):
    """Both ways to find words find the same, however much is ASCII."""
    for each in (text, text + "a" * 200, text + " " + "漢" * 50):
        found = [WORD.findall(part) for part in each.split("\0")]
        assert found == word_lists(each)


def test_words_of():
    """Each text has its own words, one that holds a border as well."""
    assert [["a", "b"], [], ["c"]] == [*words_of(["A\0b", "", "C"])]
