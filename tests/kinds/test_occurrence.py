"""Too many or too few of something."""

import pytest

from mtaudit.kinds.occurrence import Occurrence
from mtaudit.model import Role


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"max": 1}, ["so we ⟦so⟧", "and so"], id="document, beyond one"),
        pytest.param({"max": 2}, ["so we so", "and ⟦so⟧"], id="document, beyond two"),
        pytest.param({"max": 3}, ["so we so", "and so"], id="document, as many"),
        pytest.param(
            {"max": 1, "per": "segment"}, ["so we ⟦so⟧", "and so"], id="one segment"
        ),
        pytest.param({"min": 4}, ["⟦so we so⟧", "and so"], id="too few in all"),
        pytest.param(
            {"min": 2, "per": "segment"}, ["so we so", "⟦and so⟧"], id="too few in one"
        ),
        pytest.param({"min": 3, "max": 3}, ["so we so", "and so"], id="just right"),
    ],
)
def test_phrases(marked, options, expected):
    """The first superfluous phrase is marked, or the first segment that lacks it."""
    kind = Occurrence(phrases=("so",), **options)

    assert expected == marked(kind, "so we so", "and so")


def test_rate(hits):
    """A rate is by a thousand words, and the hit is the first above it."""
    text = "very good " * 5 + "word " * 990
    kind = Occurrence(phrases=("very",), max=3, per="thousand-words")

    ((_, hit),) = hits(kind, text)

    assert len("very good ") * 3 == hit.span.start


def test_rate_of_few(hits):
    """However high its rate, what occurs less than `least` times is not too much."""
    kind = Occurrence(phrases=("very",), max=3, per="thousand-words", least=3)

    assert [] == hits(kind, "very good, very good")
    assert 1 == len(hits(kind, "very good, very good, very good"))


def test_slots(hits):
    """The message may name the count, the limit and the rate."""
    ((_, hit),) = hits(Occurrence(patterns=("!",), max=1), "Ah! Oh! Eh!")

    assert {"count": "3", "limit": "1", "rate": "3.0"} == dict(hit.slots)


def test_roles(marked):
    """Segments of other roles are not counted."""
    kind = Occurrence(patterns=("!",), max=0, roles=("heading",))

    assert ["Ah!"] == marked(kind, "Ah!")
    assert ["Ah⟦!⟧"] == marked(kind, "Ah!", role=Role.HEADING)


def test_empty_document(hits):
    """An empty document lacks nothing."""
    assert [] == hits(Occurrence(patterns=("!",), min=1))


def test_bounds_are_needed():
    """A card without a bound is refused."""
    with pytest.raises(ValueError, match="“min” or “max”"):
        Occurrence(phrases=("so",))
