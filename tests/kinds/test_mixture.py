"""Two ways of doing one thing in the same document."""

import pytest

from mtaudit.kinds.mixture import Mixture

ADDRESS = Mixture(
    patterns={r"\b(?:du|dein)\b": "du", r"(?<=[a-z] )(?P<at>Sie|Ihr)\b": "Sie"},
    ignore_case=False,
    unless=(r"„[^“]*“",),
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["Klicken Sie hier.", "Nehmen Sie den, wenn du magst."],
            ["Klicken Sie hier.", "Nehmen Sie den, wenn ⟦du⟧ magst."],
            id="the minority",
        ),
        pytest.param(
            ["Wenn du magst, nimm dein Rad.", "Klicken Sie hier."],
            ["Wenn du magst, nimm dein Rad.", "Klicken ⟦Sie⟧ hier."],
            id="a group marks what it holds",
        ),
        pytest.param(
            ["Hier bist du, und dort sind Sie.", "Gehen Sie, du."],
            ["Hier bist du, und dort sind ⟦Sie⟧.", "Gehen ⟦Sie⟧, du."],
            id="of equals the first stays",
        ),
        pytest.param(["Klicken Sie, wenn du magst."], None, id="too little to tell"),
        pytest.param(["Gehen Sie. Sehen Sie."], None, id="one side"),
        pytest.param(["Gehen Sie, sehen Sie „du Narr“."], None, id="exception"),
    ],
)
def test_mixture(marked, texts, expected):
    """What speaks for the weaker side is marked, if the stronger one is certain."""
    assert (expected or texts) == marked(ADDRESS, *texts)


def test_once(marked):
    """With `once`, the first match stands for all."""
    kind = Mixture(patterns={"X": "x", "Y": "y"}, once=True)

    assert ["X X X ⟦Y⟧ Y"] == marked(kind, "X X X Y Y")


def test_slots(hits):
    """The message may name both sides, and how often the kept one occurs."""
    ((_, hit),) = hits(Mixture(patterns={"X": "x", "Y": "y"}), "X X X Y")

    assert {"side": "y", "kept": "x", "count": "3"} == dict(hit.slots)


def test_gate():
    """The gate asks for the side that is rarer; a side that may be anything is free."""
    kind = Mixture(patterns={r"\d+": "digits", "vier": "words"})

    assert frozenset({"vier"}) == kind.gate().parts


def test_open_gate():
    """Two sides that may be anything leave the gate open."""
    assert Mixture(patterns={r"\d+": "digits", r"\s+": "spaces"}).gate().is_open
