"""Parts of words: what a string asks of words, and which words have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.packs import word_parts
from mtaudit.packs.word_parts import WordParts, parts_of

WORDS = st.text("abcБ", min_size=1, max_size=7)
EDGES = st.sampled_from(["", " "])


@pytest.mark.parametrize(
    ("string", "is_whole", "parts"),
    [
        pytest.param("kiev", True, [" kiev "], id="a word"),
        pytest.param("kiev", False, ["kiev"], id="within a word"),
        pytest.param(
            "in the framework of", False, [" framework ", " the "], id="ends are open"
        ),
        pytest.param("run up", True, [" run ", " up "], id="words of its own"),
        pytest.param("[LINE", False, [" LINE"], id="a sign before"),
        pytest.param("The Uk", False, ["The ", " Uk"], id="short capitals tell"),
        pytest.param(" 'll", False, [], id="too short"),
        pytest.param("](#", False, [], id="no word"),
        pytest.param("翻译", False, ["翻译"], id="short, but not in bytes"),
    ],
)
def test_parts_of(string, is_whole, parts):
    """A string asks for its words; for the outer ones only as far as they go."""
    assert parts == parts_of(string, is_whole=is_whole)


@pytest.mark.parametrize("remembered", [0, 2, 1000])
@given(
    asked=st.sets(st.tuples(EDGES, WORDS, EDGES).map("".join), min_size=1),
    pages=st.lists(st.frozensets(WORDS, max_size=5), max_size=5),
)
def test_held_by(remembered, asked, pages):
    """Each page's words are told to hold what they hold, whatever was met before."""
    parts = WordParts.of(asked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_parts, "_REMEMBERED", remembered)
        for words in pages:
            held = {part for part in asked if any(part in f" {w} " for w in words)}
            assert held == parts.held_by(words)
