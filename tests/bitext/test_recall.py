"""Faults that are put into clean translations are found where they are."""

import pytest

from tests.bitext.faults import FAULTS
from tests.bitext.recall import ALL, DEFAULT, alarms, auditor, recall

COUNT = 6
"""Pages for each sort of fault; `python -m tests.bitext` takes two hundred."""

CHOSEN = {"changed digit"}
"""What correct translations have as well, so that no default rule speaks of it."""


@pytest.fixture(scope="module")
def auditors():
    """Return an auditor for all rules, and one for the default ones."""
    return {selection: auditor(selection) for selection in (ALL, DEFAULT)}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults(auditors, fault):
    """Each sort of fault is found by all rules, and most by the default ones."""
    assert recall(auditors[ALL], fault, COUNT).value >= 0.95
    if fault not in CHOSEN:
        assert recall(auditors[DEFAULT], fault, COUNT).value >= 0.8


def test_clean_pages(auditors):
    """The default rules leave clean translations alone."""
    assert alarms(auditors[DEFAULT], COUNT).value <= 0.005
