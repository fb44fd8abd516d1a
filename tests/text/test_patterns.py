"""Patterns made from phrases."""

import re

import pytest

from mtaudit.text.patterns import any_of, over_breaks, phrase_pattern


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("art", "the art of", ["art"], id="whole word"),
        pytest.param("art", "start, arts", [], id="inside a word"),
        pytest.param("art", "part art", ["art"], id="after a longer word"),
        pytest.param("数据", "这些数据很好", ["数据"], id="han has no word ends"),
        pytest.param("ไทย", "ภาษาไทยดี", ["ไทย"], id="thai has none either"),
        pytest.param("한국", "한국어", [], id="hangul has word ends"),
        pytest.param("C++", "in C++, too", ["C++"], id="ends in punctuation"),
        pytest.param("so far", "so\n  far", ["so\n  far"], id="over a line break"),
        pytest.param("it's", "It’s", ["It’s"], id="curly apostrophe"),
        pytest.param("a.b", "aXb a.b", ["a.b"], id="no pattern"),
        pytest.param("А", "фА А", ["А"], id="one letter"),
    ],
)
def test_any_of(phrase, text, found):
    """A phrase matches where a reader would see it."""
    pattern = any_of([phrase], ignore_case=True)

    assert found == pattern.findall(text)


def test_longer_phrases_win():
    """Of two phrases that begin alike the longer one is found."""
    pattern = any_of(["in order", "in order to"], ignore_case=False)

    assert ["in order to", "in order"] == pattern.findall(
        "in order to, in order, In order"
    )


def test_case():
    """Case counts only where it is asked for."""
    assert [] == any_of(["Us"], ignore_case=False).findall("us")
    assert ["us"] == any_of(["Us"], ignore_case=True).findall("us")


def test_literal_search_is_not_turned_off():
    """A pattern begins with a literal, by which `re` looks for it fast."""
    assert phrase_pattern("recall that").startswith("r")
    assert re.search(phrase_pattern("recall that"), "to recall that")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("so far", "so\nfar", ["so\nfar"], id="a space"),
        pytest.param("one[- ]room", "one\nroom one-room", 2, id="in a class"),
        pytest.param("[-a ]b", "-b ab \nb", 3, id="last in a class"),
        pytest.param("a[ -/]b", "a\nb a+b", 2, id="the beginning of a range"),
        pytest.param("a[]x ]b", "a\nb a]b", 2, id="a class that holds its end"),
        pytest.param("a[^ ]b", "a\nb a-b", ["a-b"], id="no space"),
        pytest.param(r"a\ b", "a\nb a b", ["a b"], id="escaped"),
        pytest.param(r"a\x20b", "a\nb a b", ["a b"], id="by its number"),
        pytest.param(r"a[\x20-]b", "a\nb a-b", ["a-b"], id="by its number in a class"),
        pytest.param(r"\[ a", "[\na", ["[\na"], id="a bracket that opens no class"),
        pytest.param("a {2}b", "a \nb", ["a \nb"], id="counted"),
        pytest.param("(?<=a )b", "a\nb", ["b"], id="looking behind"),
        pytest.param("(?x) a b", "ab a b", ["ab"], id="white space that means nothing"),
    ],
)
def test_over_breaks(pattern, text, found):
    """A space of a pattern matches where a line breaks, unless it says it does not."""
    matches = re.findall(over_breaks(pattern), text)

    assert found == (matches if isinstance(found, list) else len(matches))
