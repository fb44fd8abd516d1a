"""Lines as a terminal shows them: carets under the match, long ones cropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.reporters.ansi import painter
from mtaudit.reporters.cropping import carets, crop, painted, reach
from mtaudit.reporters.lines import line
from mtaudit.text.width import display_width

PLAIN = painter(color=False)
LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


def drawn(text, *marks, width=80):
    full = line(text, marks, width)
    cropped = crop(full, width, reach(full, width))
    return painted(cropped, PLAIN, ("plain", "plain")), carets(cropped)


@pytest.mark.parametrize(
    ("text", "mark", "below"),
    [
        pytest.param("a bad word", (2, 5), "  ^^^", id="ascii"),
        pytest.param("漢字は bad", (4, 7), "       ^^^", id="after wide characters"),
        pytest.param("漢字は bad", (0, 2), "^^^^", id="under wide characters"),
        pytest.param("cafe\u0301 bad", (6, 9), "     ^^^", id="after a combining mark"),
        pytest.param("cafe\u0301", (4, 5), "   ^", id="under a combining mark"),
        pytest.param(
            "👩\u200d👩\u200d👧 bad", (6, 9), "   ^^^", id="after joined emoji"
        ),
        pytest.param("\tbad", (1, 4), "    ^^^", id="after a tab"),
        pytest.param("ab\tbad", (3, 6), "    ^^^", id="after a tab that is not first"),
        pytest.param("a\tb", (1, 2), " ^^^", id="under a tab"),
        pytest.param("a\x1bb", (1, 2), " ^^^^", id="under a control written out"),
        pytest.param("\u202ebad", (1, 4), "        ^^^", id="after a bidi mark"),
        pytest.param("a\u00a0b", (1, 2), " ^^^^^^^^", id="under an unusual space"),
        pytest.param("שלום bad", (5, 8), "     ^^^", id="after right to left"),
    ],
)
def test_carets(text, mark, below):
    """Carets stand below what is marked, as wide as it is drawn."""
    assert below == drawn(text, mark)[1]


@pytest.mark.parametrize(
    ("marks", "width", "shown"),
    [
        pytest.param([(8, 13)], 80, LONG, id="room for all"),
        pytest.param([(0, 3)], 20, "one two three four …", id="at the start"),
        pytest.param([(63, 71)], 20, "… twelve thirteen", id="at the end"),
        pytest.param([(34, 39)], 20, "…seven eight nine …", id="in the middle"),
        pytest.param(
            [(0, 3), (63, 71)], 30, "one two … twelve thirteen", id="far apart"
        ),
        pytest.param([(8, 60)], 20, "…three four five si…", id="longer than the room"),
        pytest.param([(34, 34)], 20, "… seven eight …", id="a point"),
        pytest.param([], 20, "one two three four …", id="nothing marked"),
    ],
)
def test_crop(marks, width, shown):
    """A long line keeps what is marked, and whole words around it."""
    assert shown == drawn(LONG, *marks, width=width)[0]


@given(
    st.text(st.characters(exclude_characters="\r\n")), st.integers(20, 200), st.data()
)
def test_crop_fits(text, width, data):
    """No line is wider than its room, and carets never stand beyond its end."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    above, below = drawn(text, (start, end), width=width)

    assert width >= display_width(above)
    assert len(below) <= display_width(above)
