"""A very long document, which is searched part by part."""

from pathlib import Path

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine import run
from mtaudit.engine.audit import Auditor
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs

RULES = [card.rule for card in read_packs(built_in())]
PAGES = sorted((Path(__file__).parents[2] / "seeds").rglob("mt/*.txt"))
FAULTS = "One one line , so.\n\n| a | b |\n|---|\n\nTwo [](x) two,two\n\n```\nno end\n"
ALONE = ("en/*", "core/doubled-word", "markdown/*")
"""Rules for which no other part of a document counts."""


def findings(raw, format_name):
    settings = Settings(select=ALONE, target_language="en", source_language="ru")
    auditor = Auditor(settings, RULES, today="2026-01-01")
    found = auditor.audit("a", raw, format_name).findings
    return [(each.rule.id, each.location.span, each.message) for each in found]


@pytest.mark.parametrize(
    ("raw", "format_name"),
    [
        pytest.param(FAULTS, "markdown", id="rules about the file as it is spelled"),
        *(
            pytest.param(page.read_text("utf-8"), "plain", id=page.name)
            for page in PAGES
        ),
    ],
)
def test_parts(monkeypatch, raw, format_name):
    """Each fault is found once, where it stands, in whatever part that is."""
    whole = findings(raw, format_name)

    monkeypatch.setattr(run, "_PART", 100)

    assert whole == findings(raw, format_name)
