"""Whatever the kind, a wrong option or table is refused at its place."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mtaudit.kinds import KINDS, kind_class
from mtaudit.model import GroupedError
from mtaudit.packs.card import read_card

CARD = """\
kind: {kind}
message: "“{{match}}” is wrong"
severity: minor
category: style
confidence: high
why: Because. So.
with:
  {option}
examples:
  - bad: "A ⟦foo⟧ here."
  - good: "A bar here."
"""
TABLES = [
    (name, field.name)
    for name in sorted(KINDS)
    for field in fields(kind_class(name))
    if "table" in field.metadata
]


def _refusal(tmp_path, kind, option):
    path = tmp_path / "rule.yaml"
    path.write_text(CARD.format(kind=kind, option=option), encoding="utf-8")
    with pytest.raises(GroupedError) as caught:
        read_card(path, "pack", trusted=False)
    return str(caught.value)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_unknown_option(tmp_path, kind):
    """An option that the kind does not have is named, with those that it has."""
    said = _refusal(tmp_path, kind, "nonsense: 1")

    assert "rule.yaml:8:3: unknown key “nonsense”" in said


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_option_of_the_wrong_sort(tmp_path, kind):
    """A mapping where an option wants something else is refused at its place."""
    own = [each for each in fields(kind_class(kind)) if not each.metadata]
    name = own[0].name.replace("_", "-")

    said = _refusal(tmp_path, kind, f"{name}: {{ a: {{ b: c }} }}")

    assert "rule.yaml:8:" in said or "rule.yaml:7:" in said or "rule.yaml:1:" in said


@pytest.mark.parametrize(("kind", "option"), TABLES)
def test_table(tmp_path, kind, option):
    """A table that is not there, or has other columns, is named with the remedy."""
    name = option.replace("_", "-")

    assert "there is no table “t.tsv”" in _refusal(tmp_path, kind, f"{name}: t.tsv")

    (tmp_path / "t.tsv").write_text("a\tb\tc\td\te\tf\tg\tz\n", encoding="utf-8")
    said = _refusal(tmp_path, kind, f"{name}: t.tsv")
    assert "t.tsv:1: the columns are a, b" in said
    assert "they should be" in said


def test_there_are_tables():
    """Some kinds have tables."""
    assert len(TABLES) > 5
