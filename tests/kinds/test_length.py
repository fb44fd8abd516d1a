"""Units that are too short or too long for their original."""

import pytest

from mtaudit.kinds.length import Length

USUAL = "The bridge was opened in May."
SOURCE = "Мост был открыт в мае."


@pytest.mark.parametrize(
    ("others", "text", "expected"),
    [
        pytest.param(5, "It was.", "It ⟦was.⟧", id="short"),
        pytest.param(5, " ".join([USUAL] * 4), "May.⟧", id="long"),
        pytest.param(
            5, "The old bridge was opened in the month of May.", "", id="fair"
        ),
        pytest.param(3, "It was.", "", id="too few to tell"),
    ],
)
def test_beside_the_median(marked, others, text, expected):
    """A ratio far from the document's own is found at the end of the unit."""
    found = marked(Length(), *[USUAL] * others, text, source=SOURCE)

    assert [USUAL] * others == found[:-1]
    assert found[-1].endswith(expected) if expected else found[-1] == text


def test_ideographs_count_twice(marked):
    """A Chinese unit is shorter in characters, and not in what it says."""
    texts = ["这座桥在五月由市长开通"] * 5

    assert texts == marked(Length(), *texts, source="The bridge was opened in May.")
