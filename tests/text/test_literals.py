"""What a pattern cannot match without."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.text.literals import all_required, required_literals
from mtaudit.text.words import flatten


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("Recall that", {"recall that"}, id="literal, folded"),
        pytest.param(r"\d+ Mbit/s?\d", {" mbit/"}, id="what is in all of them"),
        pytest.param(r"a\s+b\s*c", {"a b c", "a bc"}, id="white space"),
        pytest.param("Kiev|Odessa", {"kiev", "odessa"}, id="alternatives"),
        pytest.param("(?:a|b)cd", {"acd", "bcd"}, id="a group and what follows"),
        pytest.param("run[—–]up", {"run—up", "run–up"}, id="a class inside"),
        pytest.param(r"recall\w[ab]", {"recall"}, id="a class of common ones"),
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
        for each in all_required(pattern):
            assert any(literal in flatten(text) for literal in each)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(
            "It (?:looks|seems) like",
            (("it looks like", "it seems like"),),
            id="a sequence",
        ),
        pytest.param(
            "a(?:b(?:cde)f?)g", (("abcdefg", "abcdeg"),), id="what is optional"
        ),
        pytest.param(
            r"a \w+ (?:model|tool)s?, I",
            ((" model, i", " models, i", " tool, i", " tools, i"), ("a ",)),
            id="a common one last",
        ),
        pytest.param(
            r"naval\s+\w+ (?:base|port)", ((" base", " port"), ("naval ",)), id="two"
        ),
        pytest.param(",{4,}", ((",,,,",),), id="repeated"),
        pytest.param("(?:abc|def)|ghi", (("abc", "def", "ghi"),), id="alternatives"),
        pytest.param("a", (("a",),), id="a common one if there is no other"),
        pytest.param("a|", (), id="an empty way"),
        pytest.param("(?i:by)(?-i:At) Home", ((" home",),), id="a case of its own"),
    ],
)
def test_all_required(pattern, expected):
    """Every set that a match has to hold one of is found, the rarest first."""
    assert {*expected} == {*all_required(pattern)}
