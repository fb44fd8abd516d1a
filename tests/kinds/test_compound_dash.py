"""Dashes where a compound has a hyphen."""

import pytest

from mtaudit.kinds.compound_dash import CompoundDash
from mtaudit.model import Applicability
from mtaudit.packs.gating import is_open

KIND = CompoundDash(
    table=(("end-to-end",), ("go-ahead",), ("run-up",)),
    prefixes=("non",),
    units=("year",),
    endings=("based",),
    not_before=("in", "on"),
    unless=("—up to \\d",),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("the run—up to it", "the ⟦run—up⟧ to it", id="known"),
        pytest.param("RUN—UP and Go—ahead", "⟦RUN—UP⟧ and ⟦Go—ahead⟧", id="case"),
        pytest.param("two run—ups", "two ⟦run—ups⟧", id="plural"),
        pytest.param("the run—up’s end", "the ⟦run—up⟧’s end", id="possessive"),
        pytest.param("an end—to-end test", "an ⟦end—to-end⟧ test", id="half mended"),
        pytest.param("a non—aligned state", "a ⟦non—aligned⟧ state", id="prefix"),
        pytest.param("a 12—year—old boy", "a ⟦12—year—old⟧ boy", id="age"),
        pytest.param("a 2—year plan", "a ⟦2—year⟧ plan", id="number"),
        pytest.param("a Rome—based bank", "a ⟦Rome—based⟧ bank", id="name"),
        pytest.param("Rome—based in part", "Rome—based in part", id="a clause"),
        pytest.param("it—based on lies", "it—based on lies", id="no name"),
        pytest.param("he left—and came", "he left—and came", id="punctuation"),
        pytest.param("x—run—up to it", "x—run—up to it", id="part of a longer chain"),
        pytest.param("you run—up to 9", "you run—up to 9", id="exception"),
        pytest.param("the run–up", "the run–up", id="en dash"),
        pytest.param("the run — up", "the run — up", id="spaces"),
        pytest.param("a non—A", "a non—A", id="a letter after a prefix"),
        pytest.param("in 1999—year", "in 1999—year", id="a year is no number of years"),
    ],
)
def test_compound(marked, text, expected):
    """Compounds are found whole; other words keep their dash."""
    assert [expected] == marked(KIND, text)


def test_fix(fixed):
    """Every dash of the compound becomes a hyphen, and nothing else changes."""
    assert ["End-to-End"] == fixed(KIND, "End—to—End")


def test_guess_is_no_safe_fix(hits):
    """A compound that is only likely is not mended unasked."""
    limits = {hit.limit for _, hit in hits(KIND, "a Rome—based bank")}

    assert {Applicability.UNSAFE} == limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a Rome—based bank", True, id="between letters"),
        pytest.param("a 5—year-old", True, id="after a number"),
        pytest.param("Łódź—Ω", True, id="of any alphabet"),
        pytest.param("the bank — based in Rome", False, id="between spaces"),
        pytest.param("a Rome-based bank", False, id="no dash"),
    ],
)
def test_gate(text, expected):
    """The gate opens on a dash without spaces."""
    assert expected == is_open(KIND.gate(), text)
