"""Numbers as texts write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.numbers import Sort, numbers

NNBSP, NBSP = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1,234.5", [("1,234.5", "1234.5")], id="english"),
        pytest.param("1.234,5", [("1.234,5", "1234.5")], id="german"),
        pytest.param("1 234,5", [("1 234,5", "1234.5")], id="space"),
        pytest.param(f"1{NBSP}234", [(f"1{NBSP}234", "1234")], id="no-break space"),
        pytest.param(f"1{NNBSP}234", [(f"1{NNBSP}234", "1234")], id="narrow space"),
        pytest.param("1’234.50", [("1’234.50", "1234.50")], id="swiss"),
        pytest.param("12,34,567", [("12,34,567", "1234567")], id="indian"),
        pytest.param("٣٫٥", [("٣٫٥", "3.5")], id="arabic digits"),
        pytest.param("１２３", [("１２３", "123")], id="full width"),
        pytest.param("0.125", [("0.125", "0.125")], id="a nought groups nothing"),
        pytest.param("3,14", [("3,14", "3.14")], id="decimal comma"),
        pytest.param(
            "In 2021, 300 men.", [("2021", "2021"), ("300", "300")], id="stop"
        ),
        pytest.param("2020 300", [("2020", "2020"), ("300", "300")], id="two numbers"),
        pytest.param("2019–2020", [("2019", "2019"), ("2020", "2020")], id="range"),
        pytest.param("1,2,3", [("1", "1"), ("2", "2"), ("3", "3")], id="list"),
        pytest.param("10/20", [("10", "10"), ("20", "20")], id="fraction"),
        pytest.param("no digits", [], id="none"),
    ],
)
def test_value(text, expected):
    """A number is read with its marks, whatever the style and the digits."""
    found = [(number.text, *number.readings) for number in numbers(text)]

    assert expected == found


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        pytest.param("1,234", ("1234", "1.234"), id="comma"),
        pytest.param("1.234", ("1234", "1.234"), id="stop"),
    ],
)
def test_ambiguous(text, readings):
    """One mark before three digits may group, or part decimals."""
    (number,) = numbers(text)

    assert readings == number.readings


@pytest.mark.parametrize(
    ("text", "written", "sort"),
    [
        pytest.param("v1.2.3", "1.2.3", Sort.VERSION, id="version"),
        pytest.param("192.168.0.1", "192.168.0.1", Sort.VERSION, id="address"),
        pytest.param("at 20:30.", "20:30", Sort.TIME, id="time"),
        pytest.param("03.05.2020", "03.05.2020", Sort.DATE, id="date"),
        pytest.param("2020-05-03", "2020-05-03", Sort.DATE, id="iso date"),
        pytest.param("5/20/2020", "5/20/2020", Sort.DATE, id="american date"),
        pytest.param("5 %", "5", Sort.PERCENT, id="percent"),
        pytest.param("5٪", "5", Sort.PERCENT, id="arabic percent"),
        pytest.param("the 21st", "21", Sort.ORDINAL, id="english ordinal"),
        pytest.param("21-й", "21", Sort.ORDINAL, id="russian ordinal"),
        pytest.param("21 strong", "21", Sort.PLAIN, id="no ordinal"),
        pytest.param("1.234.567", "1.234.567", Sort.PLAIN, id="millions"),
    ],
)
def test_sort(text, written, sort):
    """Dates, times, versions, percentages and ordinals are told by their form."""
    (number,) = numbers(text)

    assert (written, sort) == (number.text, number.sort)


@given(st.text(alphabet="0123456789.,:/-' \u00a0٣%stx", max_size=30))
def test_places(text):
    """Numbers lie where they say, in order, and every digit is in one of them."""
    found = [*numbers(text)]
    covered = "".join(number.text for number in found)

    assert [number.text for number in found] == [text[n.start : n.end] for n in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [c for c in text if c.isdigit()] == [c for c in covered if c.isdigit()]
