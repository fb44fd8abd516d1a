"""What happens between rules and reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.triage import merge_same_span
from mtaudit.kinds import OPEN
from mtaudit.model import Confidence, RuleMeta, Severity
from mtaudit.packs.rule import Options, Rule


def _rule(rule_id, *, phrase="Kiev", severity=Severity.MINOR, **fields):
    meta = RuleMeta(
        id=rule_id,
        message=f"{rule_id} says {{match}}",
        severity=severity,
        category="style",
        confidence=Confidence.HIGH,
        why="Because. So.",
        **fields,
    )
    return Rule.of(
        meta,
        "existence",
        Options.of({"phrases": (phrase,)}),
        OPEN,
        document_wide=False,
    )


def _audit(raw, *rules, **fields):
    settings = Settings(
        select=("ALL",), source_language="ru", target_language="en", **fields
    )
    return Auditor(settings, rules, today="2026-01-01").audit("a/b.txt", raw, "plain")


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        pytest.param(
            [_rule("core/x"), _rule("ru-en/x", langs=("en",), source_langs=("ru",))],
            "ru-en/x",
            id="this pair of languages first",
        ),
        pytest.param(
            [_rule("core/x"), _rule("en/x", langs=("en",))], "en/x", id="this target"
        ),
        pytest.param(
            [_rule("a/x"), _rule("b/x", severity=Severity.MAJOR)], "b/x", id="severity"
        ),
        pytest.param([_rule("b/x"), _rule("a/x")], "a/x", id="name"),
    ],
)
def test_same_span(rules, shown):
    """Of rules that find the same place the most specific speaks for the others."""
    (finding,) = _audit("Kiev.", *rules).findings

    (other,) = {rule.meta.id for rule in rules} - {shown}
    assert shown == finding.rule.id
    assert [(f"{other} says Kiev", other)] == [
        (each.note, each.rule) for each in finding.related
    ]


def test_merging_keeps_overlapping_spans_apart():
    """Only findings on the very same place are one."""
    findings = _audit(
        "New Kiev.", _rule("a/x"), _rule("a/y", phrase="New Kiev")
    ).findings

    assert ["New Kiev", "Kiev"] == [each.match for each in merge_same_span(findings)]


def test_per_file_ignores():
    """A file may be exempt from a rule; its findings are marked, not dropped."""
    ignores = {"a/*.txt": ("x/one",)}

    found = _audit(
        "Kiev, Lvov.",
        _rule("x/one"),
        _rule("x/two", phrase="Lvov"),
        per_file_ignores=ignores,
        root=str(Path.cwd()),
    ).findings

    assert ["config", None] == [each.suppressed_by for each in found]


def test_fingerprints_survive_moved_lines():
    """Text above does not change a finding's identity; equal ones are numbered."""
    before = _audit("Kiev, Kiev.", _rule("a/x")).findings
    after = _audit("New words.\n\nKiev, Kiev.", _rule("a/x")).findings

    assert [each.fingerprint for each in before] == [each.fingerprint for each in after]
    assert 2 == len({each.fingerprint for each in after})


def test_broken_rule_does_not_hide_the_others():
    """A rule that raises is a failure that names it; other rules are heard."""
    broken = _rule("a/broken", phrase=None)

    result = _audit("Kiev.", broken, _rule("a/x"))

    assert ["a/x"] == [each.rule.id for each in result.findings]
    assert [("a/broken", True)] == [
        (each.rule, each.is_bug) for each in result.failures
    ]


@pytest.mark.parametrize(
    ("langs", "source_langs", "target", "runs"),
    [
        pytest.param((), (), None, True, id="for any, nothing known"),
        pytest.param(("en",), (), None, False, id="target unknown"),
        pytest.param(("en",), (), "en-GB", True, id="variety"),
        pytest.param(("en-GB",), (), "en", False, id="variety asked for"),
        pytest.param(("de",), (), "en", False, id="other target"),
        pytest.param(("en",), ("uk",), "en", False, id="other source"),
        pytest.param(("en",), ("uk", "ru"), "en", True, id="one of its sources"),
    ],
)
def test_direction(langs, source_langs, target, runs):
    """A rule that needs a certainty stays silent without it."""
    rule = _rule("a/x", langs=langs, source_langs=source_langs)
    settings = Settings(select=("ALL",), source_language="ru", target_language=target)
    auditor = Auditor(settings, [rule], today="2026-01-01")

    assert runs == bool(auditor.audit("a.txt", "Kiev, 漢字.", "plain").findings)
