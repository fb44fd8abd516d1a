"""Letters that look alike."""

import unicodedata

import pytest

from mtaudit.text.scripts import script_of
from mtaudit.text.twins import respelled


@pytest.mark.parametrize(
    ("script", "letter", "twin"),
    [
        ("CYRILLIC", "SMALL LETTER A", "a"),
        ("CYRILLIC", "SMALL LETTER ER", "p"),
        ("CYRILLIC", "SMALL LETTER ES", "c"),
        ("CYRILLIC", "SMALL LETTER U", "y"),
        ("CYRILLIC", "SMALL LETTER HA", "x"),
        ("CYRILLIC", "SMALL LETTER BYELORUSSIAN-UKRAINIAN I", "i"),
        ("CYRILLIC", "SMALL LETTER YI", "ï"),
        ("CYRILLIC", "SMALL LETTER DZE", "s"),
        ("CYRILLIC", "SMALL LETTER SHHA", "h"),
        ("CYRILLIC", "CAPITAL LETTER VE", "B"),
        ("CYRILLIC", "CAPITAL LETTER EN", "H"),
        ("CYRILLIC", "CAPITAL LETTER ER", "P"),
        ("CYRILLIC", "CAPITAL LETTER JE", "J"),
        ("GREEK", "CAPITAL LETTER RHO", "P"),
        ("GREEK", "CAPITAL LETTER ETA", "H"),
        ("GREEK", "SMALL LETTER OMICRON", "o"),
        ("CYRILLIC", "SMALL LETTER IO", "ë"),
        ("CYRILLIC", "SMALL LETTER ZHE", None),
        ("GREEK", "SMALL LETTER MU", None),
        ("GREEK", "CAPITAL LETTER OMEGA", None),
    ],
)
def test_latin_twin(script, letter, twin):
    """A letter that looks like a Latin one becomes it; others have no twin."""
    assert twin == respelled(unicodedata.lookup(f"{script} {letter}"), "Latn")


@pytest.mark.parametrize(
    ("word", "script", "expected"),
    [
        pytest.param("Kyiv", "Latn", "Kyiv", id="as it was"),
        pytest.param("сода5", "Cyrl", "сода5", id="digits stay"),
        pytest.param("coda", "Cyrl", None, id="no twin of d"),
        pytest.param("she", "Cyrl", None, id="rare letters are put into no word"),
        pytest.param("oP", "Grek", "οΡ", id="into greek"),
        pytest.param("ВРЕ", "Grek", "ΒΡΕ", id="cyrillic into greek"),
    ],
)
def test_word(word, script, expected):
    """A word is respelled letter by letter, or not at all."""
    assert expected == respelled(word, script)


@pytest.mark.parametrize("script", ["Cyrl", "Grek"])
def test_there_and_back(script):
    """What is respelled from Latin is in the script, and comes back the same."""
    for letter in "ABEHIKMNOPTXYaceiopxy":
        there = respelled(letter, script)
        if there is not None:
            assert script == script_of(there)
            assert letter == respelled(there, "Latn")
