"""Words: folded, told apart, counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.words import (
    count_words,
    count_words_of,
    flatten,
    fold,
    has_whole,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kyiv", "kyiv", id="ascii"),
        pytest.param("КИЇВ", "київ", id="cyrillic"),
        pytest.param("İSTANBUL", "istanbul", id="dotted capital"),
        pytest.param("ısı", "isi", id="dotless small"),
        pytest.param("\N{KELVIN SIGN}m", "km", id="kelvin"),
        pytest.param("ſo", "so", id="long s"),
        pytest.param("ΟΔΟΣ", "οδοσ", id="no final sigma"),
        pytest.param("\N{MICRO SIGN}", "μ", id="micro sign"),
    ],
)
def test_fold(text, expected):
    """Case goes, and so does what `re.IGNORECASE` does not tell apart."""
    assert expected == fold(text)


def test_fold_agrees_with_re():
    """Characters that `re.IGNORECASE` takes for one fold to one string."""
    cased = [
        char
        for char in map(chr, range(0x1_0000))
        if char.lower() != char or char.upper() != char
    ]
    text = "".join(cased)

    different = {
        (char, other)
        for char in cased
        if char not in "^]\\-["
        for other in re.findall(re.escape(char), text, re.IGNORECASE)
        if fold(char) != fold(other)
    }

    assert set() == different


def test_flatten():
    """White space is one space, at the ends as well, and apostrophes are one."""
    assert " it's so far " == flatten("It’s\n so\N{NO-BREAK SPACE}far")


def test_tokens():
    """Words are told apart once each, without marks."""
    assert {"the", "run", "up", "5", "запуск"} == tokens("the run—up, the запуск 5!")


@given(st.text())
def test_tokens_are_words_of_patterns(text):
    """What a pattern takes for a word is one."""
    assert set(re.findall(r"\w+", text)) == tokens(text)


@pytest.mark.parametrize(
    ("string", "has"),
    [
        pytest.param("kiev", True, id="a word"),
        pytest.param("in kiev", True, id="two"),
        pytest.param("kie", False, id="the beginning of one"),
        pytest.param("run", True, id="a second place"),
    ],
)
def test_has_whole(string, has):
    """Only what ends where a word ends counts."""
    assert has == has_whole(flatten("Rerun: in Kiev! Run."), string)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("one two, three", 3, id="plain"),
        pytest.param("naïve façade", 2, id="accents"),
        pytest.param("東京都", 1, id="two wide characters make a word"),
        pytest.param("API使用 now", 3, id="mixed"),
        pytest.param("", 0, id="none"),
    ],
)
def test_count(text, count):
    """A reader meets so many words."""
    assert count == count_words(text)


@given(st.text(max_size=40))
def test_fold_is_stable(text):
    """Folding twice changes nothing more."""
    assert fold(text) == fold(fold(text))


@given(texts=st.lists(st.text("aé \n漢かカ\u3000\ud800"), max_size=5))
def test_count_words_of(texts):
    """Words of several texts are those of each."""
    assert sum(map(count_words, texts)) == count_words_of(texts)
