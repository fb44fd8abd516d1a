"""Every example of every card, and the quality of the cards."""

from __future__ import annotations

import re
import string
import unicodedata

import pytest

from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs
from mtaudit.testing import check_example

CARDS = read_packs(built_in())


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(card.rule, example, id=f"{card.rule.meta.id}-{number}")
        for card in CARDS
        for number, example in enumerate(card.examples)
    ],
)
def test_example(rule, example):
    """A rule finds its bad examples where they are marked, and only those."""
    check_example(rule, example)


@pytest.mark.parametrize(
    "card", [pytest.param(card, id=card.rule.meta.id) for card in CARDS]
)
def test_card(card):
    """A card says why in two sentences, in one line what, and shows near misses."""
    meta = card.rule.meta

    assert len(re.findall(r"[.?](?=\s|$)", meta.why)) >= 2, meta.why
    assert "\n" not in meta.message
    assert "!" not in meta.message
    assert "please" not in meta.message.lower()
    assert meta.message == unicodedata.normalize("NFC", meta.message)
    assert any(example.spans for example in card.examples)
    assert any(not example.spans for example in card.examples)
    for _, name, _, _ in string.Formatter().parse(meta.message):
        assert name != "", "a placeholder without a name"


def test_ids_are_unique():
    """No rule, and no former name of one, is there twice."""
    ids = [
        name for card in CARDS for name in (card.rule.meta.id, *card.rule.meta.aliases)
    ]

    assert len(ids) == len(set(ids))
