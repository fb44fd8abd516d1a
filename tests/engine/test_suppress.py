"""Comments that suppress, and what is wrong with comments."""

from __future__ import annotations

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.kinds import OPEN
from mtaudit.model import Applicability, Confidence, RuleMeta, Severity
from mtaudit.packs.rule import Options, Rule


def _rule(rule_id, kind="existence", **options):
    meta = RuleMeta(
        id=rule_id,
        message="{match}{detail}",
        severity=Severity.MINOR,
        category="style",
        confidence=Confidence.HIGH,
        why="Because. So.",
        fix=Applicability.MANUAL,
        aliases=(f"{rule_id}-before",),
    )
    return Rule.of(
        meta,
        kind,
        Options.of(options),
        OPEN,
        document_wide=kind == "suppression",
    )


FAULTS = ("malformed", "unknown-rule", "expired", "unused")
RULES = [
    _rule("t/kiev", phrases=("Kiev",)),
    _rule("t/lvov", phrases=("Lvov",)),
    *(_rule(f"s/{fault}", "suppression", fault=fault) for fault in FAULTS),
]


def _audit(raw, format_name="markdown", **fields):
    settings = Settings(select=("ALL",), **fields)
    auditor = Auditor(settings, RULES, today="2026-06-15")
    return auditor.audit("a.md", raw, format_name).findings


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("Kiev.", ["Kiev"], id="no comment"),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev. Kiev.", [], id="next block"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev.\n\nKiev.",
            ["Kiev"],
            id="next block only",
        ),
        pytest.param(
            "Kiev. <!-- mtaudit: ignore[t/kiev] dish -->\nKiev.", ["Kiev"], id="line"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] dish -->\n\nKiev, Lvov.", ["Lvov"], id="named"
        ),
        pytest.param("<!-- mtaudit: ignore[t] a -->\n\nKiev, Lvov.", [], id="pack"),
        pytest.param("<!-- mtaudit: ignore[t/k*] a -->\n\nKiev.", [], id="glob"),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev-before] a -->\n\nKiev.", [], id="former name"
        ),
        pytest.param(
            '<!-- mtaudit: ignore[t="Kiev"] dish -->\n\nKiev, Lvov.',
            ["Lvov"],
            id="one wording",
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev, t/lvov] a -->\n\nKiev, Lvov.", [], id="two"
        ),
        pytest.param(
            "A.\n\nKiev.\n\n<!-- mtaudit: file-ignore[t/kiev] history -->",
            [],
            id="file",
        ),
        pytest.param(
            "<!-- mtaudit: disable[t] -->\n\nKiev.\n\n"
            "<!-- mtaudit: enable[t] -->\n\nLvov.",
            ["Lvov"],
            id="range",
        ),
        pytest.param(
            "Lvov.\n\n<!-- mtaudit: disable[t] -->\n\nKiev.", ["Lvov"], id="open range"
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev, until=2026-06-15] a -->\n\nKiev.",
            [],
            id="last day",
        ),
    ],
)
def test_suppression(raw, shown):
    """A comment leaves out what it names, where it reaches, and nothing else."""
    found = _audit(raw)

    assert shown == [each.match for each in found if not each.suppressed_by]
    assert all(
        each.suppressed_by == "comment" for each in found if each.match not in shown
    )


@pytest.mark.parametrize(
    ("raw", "rule", "match"),
    [
        pytest.param(
            "<!-- mtaudit: ignore[t/kiev] -->\n\nKyiv.",
            "s/unused",
            "<!-- mtaudit: ignore[t/kiev] -->",
            id="unused",
        ),
        pytest.param(
            "<!-- mtaudit: ignore[t/kyiv] -->\n\nText.",
            "s/unknown-rule",
            "<!-- mtaudit: ignore[t/kyiv] -->",
            id="unknown",
        ),
        pytest.param(
            "<!-- mtaudit: ignore -->\n\nText.",
            "s/malformed",
            "<!-- mtaudit: ignore -->",
            id="no rule",
        ),
        pytest.param(
            "<!-- mtaudit: skip[t] -->\n\nText.",
            "s/malformed",
            "<!-- mtaudit: skip[t] -->",
            id="no such verb",
        ),
    ],
)
def test_fault(raw, rule, match):
    """A comment that has no effect is a finding on the comment."""
    assert [(rule, match)] == [(each.rule.id, each.match) for each in _audit(raw)]


def test_expired():
    """After its last day a comment suppresses nothing, and says so."""
    raw = "<!-- mtaudit: ignore[t/kiev, until=2026-06-14] a -->\n\nKiev."

    assert ["s/expired", "t/kiev"] == [each.rule.id for each in _audit(raw)]


def test_unselected_rule_is_not_unused():
    """A comment for a rule that did not run is not called unused."""
    raw = "<!-- mtaudit: ignore[t/kiev] -->\n\nText."

    assert () == _audit(raw, ignore=("t/kiev",))


def test_plain_text():
    """Plain text has comments of its own, on lines of their own."""
    raw = "# mtaudit: ignore[t/kiev] dish\n\nKiev.\n\nKiev."

    found = _audit(raw, "plain")

    assert ["comment", None] == [each.suppressed_by for each in found]
