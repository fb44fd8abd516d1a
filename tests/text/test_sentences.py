"""Where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He came. She left!", ["He came.", "She left!"], id="two"),
        pytest.param("“No.” He left.", ["“No.”", "He left."], id="closing quote"),
        pytest.param("Mr. Low left.", ["Mr. Low left."], id="abbreviation"),
        pytest.param("J. D. Low left.", ["J. D. Low left."], id="initials"),
        pytest.param("It is 5.5 cm. So", ["It is 5.5 cm.", "So"], id="decimals"),
        pytest.param("Tea, etc. and so on.", ["Tea, etc. and so on."], id="goes on"),
        pytest.param("東京。大阪！", ["東京。", "大阪！"], id="wide marks"),
        pytest.param("A line\n\nanother", ["A line", "another"], id="blank line"),
        pytest.param("Over\nlines.", ["Over\nlines."], id="line break"),
        pytest.param("  ", [], id="nothing"),
    ],
)
def test_sentences(text, expected):
    """A sentence ends at a stop that no abbreviation needs."""
    assert expected == [span.of(text) for span in sentences(text)]


@given(st.text(alphabet="Aa. !?…\n”。", max_size=40))
def test_nothing_is_lost(text):
    """Sentences hold all that is not white space, in order."""
    joined = "".join(span.of(text) for span in sentences(text))

    assert "".join(text.split()) == "".join(joined.split())
