"""How many cells a text takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.width import clusters, display_width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("plain", 5, id="ascii"),
        pytest.param("Стамбул", 7, id="cyrillic"),
        pytest.param("漢字", 4, id="han"),
        pytest.param("ｆｕｌｌ", 8, id="full-width latin"),
        pytest.param("ｶﾅ", 2, id="half-width kana"),
        pytest.param("cafe\u0301", 4, id="a combining mark"),
        pytest.param("가", 2, id="a hangul syllable"),
        pytest.param("\u1112\u1161\u11ab", 2, id="the same hangul in jamo"),
        pytest.param("😀", 2, id="an emoji"),
        pytest.param("👍🏽", 2, id="an emoji with a skin tone"),
        pytest.param("👩\u200d👩\u200d👧", 2, id="a family joined by joiners"),
        pytest.param("🇺🇦", 2, id="a flag of two letters"),
        pytest.param("🇺🇦🇬🇧", 4, id="two flags"),
        pytest.param("❤\ufe0f", 2, id="a symbol in emoji style"),
        pytest.param("שלום", 4, id="right to left"),
        pytest.param("\N{EM DASH}…", 2, id="ambiguous signs are narrow"),
        pytest.param("\u202e", 0, id="a bidi mark"),
    ],
)
def test_display_width(text, cells):
    """A text is as wide as a terminal draws it."""
    assert cells == display_width(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("ab", ["a", "b"], id="letters"),
        pytest.param("e\u0301a", ["e\u0301", "a"], id="a mark sits on its base"),
        pytest.param(" \u0301", [" ", "\u0301"], id="a mark does not sit on a space"),
        pytest.param("a\u200db", ["a", "\u200d", "b"], id="a joiner in latin is dirt"),
        pytest.param(
            "می\u200cخواهم"[1:4], ["ی\u200c", "خ"], id="a joiner in persian is spelling"
        ),
        pytest.param("👩\u200d🚀!", ["👩\u200d🚀", "!"], id="joined emoji"),
        pytest.param("🇺🇦🇬", ["🇺🇦", "🇬"], id="flags go by two"),
        pytest.param("a\ufeffb", ["a", "\ufeff", "b"], id="a format sign stands alone"),
    ],
)
def test_clusters(text, pieces):
    """What is drawn in one place stays together; what hides stands alone."""
    assert pieces == list(clusters(text))


@given(st.text())
def test_clusters_lose_nothing(text):
    """The pieces of a text make up the text, and none is empty."""
    pieces = list(clusters(text))

    assert text == "".join(pieces)
    assert all(pieces)
