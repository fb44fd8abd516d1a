"""Case carried from one wording to another."""

import pytest

from mtaudit.text.case import capitalise, transfer_case


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        pytest.param("recall", "remember", "remember", id="small"),
        pytest.param("Recall", "remember", "Remember", id="capital"),
        pytest.param("RECALL", "remember", "REMEMBER", id="capitals"),
        pytest.param("A", "one", "One", id="a lone capital"),
        pytest.param("“Recall", "remember", "Remember", id="after a mark"),
        pytest.param("recall", "Kyiv", "Kyiv", id="a name stays"),
        pytest.param("Киев", "київ", "Київ", id="cyrillic"),
        pytest.param("5", "five", "five", id="no letters"),
    ],
)
def test_transfer_case(model, text, expected):
    """The wording takes over the case of what it replaces."""
    assert expected == transfer_case(model, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“he", "“He"), ("5 km", "5 Km"), ("…", "…"), ("élan", "Élan")],
    ids=["mark", "digit", "no letter", "accent"],
)
def test_capitalise(text, expected):
    """The first letter becomes a capital."""
    assert expected == capitalise(text)
