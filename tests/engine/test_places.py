"""Lines, columns and excerpts."""

from __future__ import annotations

import pytest

from mtaudit.engine.places import Places
from mtaudit.model import Position, RawSpan


@pytest.mark.parametrize(
    ("raw", "offset", "position"),
    [
        pytest.param("", 0, (1, 1), id="empty"),
        pytest.param("ab\ncd", 3, (2, 1), id="newline"),
        pytest.param("ab\r\ncd", 4, (2, 1), id="crlf"),
        pytest.param("ab\r\ncd", 3, (1, 4), id="inside crlf"),
        pytest.param("ab\rcd", 3, (2, 1), id="carriage return alone"),
        pytest.param("😀é\n漢", 3, (2, 1), id="code points, not units"),
        pytest.param("a\u2028b", 2, (1, 3), id="line separator is no line"),
        pytest.param("ab\n", 3, (2, 1), id="end of file"),
    ],
)
def test_position(raw, offset, position):
    """Lines and columns count from 1, columns in code points."""
    assert Position(*position) == Places("a", raw).position(offset)


@pytest.mark.parametrize(
    ("raw", "span", "excerpt"),
    [
        pytest.param("one\ntwo three\nfour", (8, 13), ("two ", "three", ""), id="line"),
        pytest.param("one\r\ntwo", (5, 8), ("", "two", ""), id="crlf"),
        pytest.param("a b\nc d", (2, 5), ("a ", "b\nc", " d"), id="two lines"),
        pytest.param("abc", (1, 1), ("a", "", "bc"), id="nothing"),
    ],
)
def test_excerpt(raw, span, excerpt):
    """An excerpt is the lines of the span, cut at its ends."""
    found = Places("a", raw).excerpt(RawSpan(*span))

    assert excerpt == (found.before, found.match, found.after)
    assert raw[found.start :].startswith(str(found))


def test_long_line_is_cropped():
    """An excerpt of a very long line keeps what is near."""
    found = Places("a", "x" * 10_000 + "HERE" + "y" * 10_000).excerpt(
        RawSpan(10_000, 10_004)
    )

    assert "HERE" == found.match
    assert len(str(found)) < 1_000
