"""Wording without the other wording that it needs."""

import pytest

from mtaudit.kinds.conditional import Conditional


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        pytest.param("segment", ["see ⟦[1]⟧", "⟦[1]⟧ and [2]", "Notes"], id="segment"),
        pytest.param("neighbours", ["see ⟦[1]⟧", "[1] and [2]", "Notes"], id="next"),
        pytest.param("document", ["see [1]", "[1] and [2]", "Notes"], id="anywhere"),
    ],
)
def test_within(marked, within, expected):
    """The counterpart may stand as far away as the card says."""
    kind = Conditional(when=(r"\[\d\]",), then=("notes",), within=within)

    assert expected == marked(kind, "see [1]", "[1] and [2]", "Notes")


def test_document_is_marked_once(marked):
    """What a document lacks is reported at the first need."""
    kind = Conditional(when=(r"\[\d\]",), then=("sources",), within="document")

    assert ["see ⟦[1]⟧", "and [2]"] == marked(kind, "see [1]", "and [2]")


def test_marked_group(marked):
    """A group called “at” is what is marked."""
    kind = Conditional(when=(r"see (?P<at>\[\d\])",), then=("notes",))

    assert ["see ⟦[1]⟧"] == marked(kind, "see [1]")


def test_exception(marked):
    """A match under an exception needs nothing."""
    kind = Conditional(when=("see",), then=("notes",), unless=("see you",))

    assert ["see you", "⟦see⟧ me"] == marked(kind, "see you", "see me")


def test_unknown_reach():
    """A reach that is none is refused."""
    with pytest.raises(ValueError, match="“within” must be one of"):
        Conditional(within="page")
