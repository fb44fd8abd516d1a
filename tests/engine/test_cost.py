"""What rules cost is measured on text of their language, the dearest named first."""

from __future__ import annotations

from mtaudit.engine import cost
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs

CARDS = read_packs(pack for pack in built_in() if pack.name in {"core", "de", "en"})
RULES = [card.rule for card in CARDS if card.rule.kind_name != "suppression"]


def test_every_rule_has_a_cost():
    """Each rule is tried once, and those that take longest come first."""
    found = cost.costs(RULES, CARDS)

    assert {rule.meta.id for rule in RULES} == {each.rule_id for each in found}
    assert len(RULES) == len(found)
    assert sorted(found, key=lambda each: -each.seconds) == found


def test_sample_is_in_the_language_of_the_rule(monkeypatch):
    """A rule for German is tried on German sentences, as long a text as any."""
    seen = []
    monkeypatch.setattr(
        cost.Runner, "run", lambda _, document, __: seen.append(document)
    )
    cost.costs([rule for rule in RULES if rule.meta.id.startswith("de/")], CARDS)

    texts = {document.raw for document in seen}
    assert {"de"} == {document.languages.target for document in seen}
    assert {cost.SAMPLE} == {len(text) for text in texts}
    assert any(" der " in text for text in texts)


def test_budget():
    """What is beyond the budget is said to be."""
    assert cost.Cost("a/b", cost.BUDGET * 1.5).is_too_high
    assert not cost.Cost("a/b", cost.BUDGET).is_too_high
