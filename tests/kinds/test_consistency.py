"""A form that is not the document's own."""

import pytest

from mtaudit.kinds.consistency import Consistency

CEASE = Consistency(either=(("ceasefire", "cease-fire"), ("e-mail", "email")))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["A ceasefire, the ceasefire.", "Cease-fire now."],
            ["A ceasefire, the ceasefire.", "⟦Cease-fire⟧ now."],
            id="the minority",
        ),
        pytest.param(
            ["A cease-fire.", "A ceasefire."],
            ["A cease-fire.", "A ⟦ceasefire⟧."],
            id="of equals the first stays",
        ),
        pytest.param(["A cease-fire, an email."], None, id="groups are apart"),
        pytest.param(["Ceasefires, a cease-fire."], None, id="whole words"),
        pytest.param(["Nothing here."], None, id="none"),
    ],
)
def test_majority(marked, texts, expected):
    """The form that occurs most stays, the others are marked."""
    assert (expected or texts) == marked(CEASE, *texts)


def test_fix(hits):
    """The kept form takes over the case; the message may name the numbers."""
    ((_, hit),) = hits(CEASE, "Ceasefire, ceasefire. Cease-fire!")

    assert ("Ceasefire",) == hit.replacements
    assert {
        "kept": "ceasefire",
        "count": "2",
        "forms": "ceasefire 2, cease-fire 1",
    } == dict(hit.slots)


def test_forms_that_differ_in_case(fixed):
    """With case told apart, the kept form is put in as it is."""
    kind = Consistency(either=(("Internet", "internet"),), ignore_case=False)

    assert ["internet"] == fixed(kind, "internet, internet, Internet")


def test_table(marked):
    """A table groups its forms by the word in the first column."""
    kind = Consistency(groups=(("odesa", "Odesa"), ("odesa", "Odessa")))

    assert ["Odesa, Odesa, ⟦Odessa⟧"] == marked(kind, "Odesa, Odesa, Odessa")


def test_exception(marked):
    """What an exception covers neither counts nor is marked."""
    kind = Consistency(either=(("Odesa", "Odessa"),), unless=("Odessa, Texas",))

    assert ["Odessa, Texas", "Odesa"] == marked(kind, "Odessa, Texas", "Odesa")
