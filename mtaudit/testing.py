"""
What a pack's author needs to test a pack: `check_example`.

    from mtaudit.testing import check_example, pack_cards

    @pytest.mark.parametrize("card", pack_cards("house-rules"))
    def test_card(card):
        for example in card.examples:
            check_example(card.rule, example)
"""

from __future__ import annotations

from pathlib import Path

from mtaudit.engine.examples import complaints, find_in
from mtaudit.model import Example
from mtaudit.packs.card import Card
from mtaudit.packs.folders import find_packs
from mtaudit.packs.load import read_packs
from mtaudit.packs.rule import Rule

__all__ = ["Card", "Example", "Rule", "check_example", "find_in", "pack_cards"]


def pack_cards(folder: str | Path) -> tuple[Card, ...]:
    """Return the cards of the packs in `folder`; raises `GroupedError`."""
    return read_packs(find_packs([str(folder)], Path.cwd()))


def check_example(rule: Rule, example: Example) -> None:
    """Assert that a rule finds an example's marked spans, and mends them."""
    failed = [*complaints(rule, example)]
    assert not failed, f"{rule.meta.id}: {'; '.join(failed)}"
