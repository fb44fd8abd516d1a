"""What a pattern cannot match without."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.text.literals import required_literals
from mtaudit.text.words import flatten


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("Recall that", {"recall that"}, id="literal, folded"),
        pytest.param(r"\d+ Mbit/s?", {" mbit/"}, id="the longest run"),
        pytest.param("Kiev|Odessa", {"kiev", "odessa"}, id="alternatives"),
        pytest.param("(?:a|b)cd", {"cd"}, id="longer than the group"),
        pytest.param("run[—–]up", {"—", "–"}, id="the rarer ones"),
        pytest.param("recall[ab]", {"recall"}, id="a class of common ones"),
        pytest.param("so’s\nit", {"so's it"}, id="apostrophe and space"),
        pytest.param("[—–]", {"—", "–"}, id="only a class"),
        pytest.param("(ab)+c?", {"ab"}, id="group that must occur"),
        pytest.param("(ab)*", None, id="group that need not"),
        pytest.param(r"\w+", None, id="no literal"),
        pytest.param("a|", None, id="an empty way"),
        pytest.param("(?<=abc)x", {"x"}, id="look-behind"),
        pytest.param("[^a]", None, id="negated class"),
        pytest.param("[a-z]", None, id="range"),
    ],
)
def test_required(pattern, expected):
    """The rarest literals that every match holds are found."""
    assert expected == required_literals(pattern)


atoms = st.sampled_from(
    [
        "a",
        "B",
        "ı",
        "ß",
        "x?",
        "[cd]",
        "[^e]",
        ".",
        r"\w",
        "(?:ab|C)",
        "(?:f|)",
        "k+",
        "g*",
    ]
)
patterns = st.lists(atoms, min_size=1, max_size=4).map("".join)


@settings(max_examples=300)
@given(
    st.lists(patterns, min_size=1, max_size=3),
    st.text("aAbBcCdDfgkKıİISsßx ", max_size=12),
)
def test_every_match_holds_one(alternatives, text):
    """A text in which a pattern matches holds one of the pattern's literals."""
    pattern = "|".join(alternatives)
    literals = required_literals(pattern)

    if literals is not None and re.search(pattern, text, re.IGNORECASE):
        assert any(literal in flatten(text) for literal in literals)
