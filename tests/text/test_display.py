"""Text of others made fit to be seen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.display import clusters, line_spans, shown, visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("as it is", "as it is", id="plain"),
        pytest.param("\x1b[31mred", "\\x1b[31mred", id="an ansi code"),
        pytest.param("\x1b]8;;a\x07", "\\x1b]8;;a\\x07", id="a terminal link"),
        pytest.param("\x9b31m", "\\x9b31m", id="an eight-bit control"),
        pytest.param("a\nb\r\tc", "a\\nb\\r\\tc", id="newlines and tabs"),
        pytest.param("\u202etxt\u202c", "<U+202E>txt<U+202C>", id="bidi marks"),
        pytest.param("\u2066a\u2069", "<U+2066>a<U+2069>", id="bidi isolates"),
        pytest.param("zero\u200bwidth", "zero<U+200B>width", id="a zero-width space"),
        pytest.param("soft\u00adhyphen", "soft<U+00AD>hyphen", id="a soft hyphen"),
        pytest.param("\ufeffbom", "<U+FEFF>bom", id="a stray byte order mark"),
        pytest.param("a\u2028b", "a<U+2028>b", id="a line separator"),
        pytest.param("a\u3164b", "a<U+3164>b", id="a filler that counts as a letter"),
        pytest.param("\udcff", "<U+DCFF>", id="a lone surrogate"),
        pytest.param("a\u200db", "a<U+200D>b", id="a joiner where none belongs"),
        pytest.param("👩\u200d🚀", "👩\u200d🚀", id="a joiner that makes one emoji"),
        pytest.param(
            "می\u200cخواهم", "می\u200cخواهم", id="a joiner that persian needs"
        ),
        pytest.param("cafe\u0301", "cafe\u0301", id="a mark on its base"),
        pytest.param("\u0301", "◌\u0301", id="a mark without one"),
        pytest.param("a\u00a0b", "a\u00a0b", id="an unusual space"),
    ],
)
def test_visible(text, seen):
    """What acts or hides is written out; all that people can see stays."""
    assert seen == visible(text)


def test_shown_spaces():
    """Unusual spaces are written out where they are what the reader looks for."""
    seen = [shown(each, spaces=True) for each in clusters("a\u00a0b c")]

    assert ["a", "<U+00A0>", "b", " ", "c"] == seen


@given(st.text())
def test_nothing_acts(text):
    """No control, line separator, surrogate or bidi mark comes through."""
    seen = visible(text)

    assert set() == {unicodedata.category(char) for char in seen} & {
        "Cc",
        "Cs",
        "Zl",
        "Zp",
    }
    assert set() == set(seen) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [""], id="nothing"),
        pytest.param("a\nb", ["a", "b"], id="line feed"),
        pytest.param("a\r\nb\r\n", ["a", "b", ""], id="carriage return and line feed"),
        pytest.param("a\rb", ["a", "b"], id="carriage return"),
        pytest.param("a\u2028b", ["a\u2028b"], id="a line separator ends no line"),
    ],
)
def test_line_spans(text, lines):
    """A line ends where an editor would end it."""
    assert lines == [text[start:end] for start, end in line_spans(text)]
