"""Which shapes a pattern cannot match without."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.text.literals import required_chars
from mtaudit.text.shape_needs import required_shapes
from mtaudit.text.shapes import shape_of


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(r"\d,\d", {"0,0"}, id="digits"),
        pytest.param(r"\[[ \t]{0,3}\]\(", {"[](", "[ ]("}, id="spaces that may be"),
        pytest.param(r"\w+\s?;[a-z]", {";a"}, id="what may be missing before it"),
        pytest.param(r"(?<=[a-z])—(?=\d)", {"a\x010"}, id="looking around"),
        pytest.param(r"\b(?=\d{9})(\w+)\1", {"0" * 8}, id="looking inside"),
        pytest.param(r"\d{3,}\.\d", {"0.0"}, id="repeated"),
        pytest.param(r"[^\W\d_]{3}", None, id="what is everywhere"),
        pytest.param(r"[^\W\d_]{9}", None, id="what a shape leaves out"),
        pytest.param(r"\S", None, id="anything"),
    ],
)
def test_required_shapes(pattern, expected):
    """The rarest shape is found, with what stands around it."""
    assert expected == required_shapes(pattern)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("[‘’]", {"‘", "’"}, id="apostrophes are apart"),
        pytest.param("a[\u00a0\u202f]b", {"\u00a0", "\u202f"}, id="so are spaces"),
        pytest.param("e?«x|»", {"«", "»"}, id="of each way one"),
        pytest.param("a\\s?b", None, id="letters"),
        pytest.param("Ⓐ", None, id="a sign with another case"),
    ],
)
def test_required_chars(pattern, expected):
    """Signs are asked for as they stand."""
    assert expected == required_chars(pattern)


ATOMS = st.sampled_from(
    [
        *("a", r"\d", r"\s?", r"[ \t]*", ",", "[.;]", r"\w{2,}", "(?=,)", "—"),
        *("[ ,]", "“?", r"[^\W\d_]{6,}", r"\d{5}"),
    ]
)
PARTS = st.sampled_from(["a", "aaaaaa", "aa a", "12345", *"1٣² \n\u00a0,.;—“"])
patterns = st.lists(ATOMS, min_size=1, max_size=5).map("".join)


@settings(max_examples=400)
@given(patterns, st.lists(PARTS, max_size=9).map("".join))
def test_a_text_with_a_match_has_one(pattern, text):
    """A text in which a pattern matches has a shape, and a sign, of those named."""
    if not re.search(pattern, text):
        return
    shapes, chars = required_shapes(pattern), required_chars(pattern)

    assert shapes is None or any(shape in shape_of(text) for shape in shapes)
    assert chars is None or not chars.isdisjoint(text)
