"""Fixing: edits are atomic, never overlap, and change nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.engine.fix import Stable, Unstable, apply_fixes, fix_until_stable
from mtaudit.model import (
    Applicability,
    Confidence,
    Document,
    Hit,
    Piece,
    RuleMeta,
    Segment,
    Severity,
    TextSpan,
)

SAFE, UNSAFE, MANUAL = Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL


def _meta(name="test/rule", fix=SAFE):
    return RuleMeta(
        id=name,
        message="{match}",
        severity=Severity.MINOR,
        category="style",
        confidence=Confidence.HIGH,
        why="Because. So.",
        fix=fix,
    )


def _findings(raw, *hits, meta=None):
    """Return the findings of hits in a text that is one verbatim segment."""
    whole = len(raw)
    pieces = (Piece(0, whole, 0, whole),)
    segment = Segment(text=raw, pieces=pieces)
    document = Document(path="a", raw=raw, format="plain", segments=(segment,))
    maker = FindingMaker(document, str)
    metas = meta or _meta()
    return tuple(maker.finding(Placed(metas, segment, hit)) for hit in hits)


def _hit(start, end, *replacements, **fields):
    return Hit(TextSpan(start, end), replacements, **fields)


@pytest.mark.parametrize(
    ("hits", "least", "text", "mended"),
    [
        pytest.param([_hit(0, 1, "A")], SAFE, "Abcdef", 1, id="one"),
        pytest.param([_hit(0, 1, "A"), _hit(3, 4, "D")], SAFE, "AbcDef", 2, id="two"),
        pytest.param(
            [_hit(0, 3, "X"), _hit(2, 4, "Y")], SAFE, "Xdef", 1, id="overlap waits"
        ),
        pytest.param(
            [_hit(0, 2, "X"), _hit(2, 4, "Y")], SAFE, "Xcdef", 1, id="touching waits"
        ),
        pytest.param([_hit(0, 1, "A", "B")], SAFE, "abcdef", 0, id="two candidates"),
        pytest.param([_hit(0, 1, "A", "B")], UNSAFE, "Abcdef", 1, id="best candidate"),
        pytest.param([_hit(0, 1, "A", limit=MANUAL)], UNSAFE, "abcdef", 0, id="limit"),
        pytest.param(
            [_hit(0, 1, "A", companions=((TextSpan(4, 5), "E"),))],
            SAFE,
            "AbcdEf",
            1,
            id="companion",
        ),
        pytest.param(
            [
                _hit(4, 5, "X"),
                _hit(0, 1, "A", companions=((TextSpan(4, 5), "E"),)),
            ],
            SAFE,
            "AbcdEf",
            1,
            id="all edits of a fix or none",
        ),
        pytest.param([_hit(2, 2, "-")], SAFE, "ab-cdef", 1, id="insertion"),
        pytest.param([_hit(1, 3, "")], SAFE, "adef", 1, id="deletion"),
    ],
)
def test_apply_fixes(hits, least, text, mended):
    """Fixes that are free enough are made, in order, each whole."""
    applied = apply_fixes("abcdef", _findings("abcdef", *hits), least)

    assert (text, mended) == (applied.text, len(applied.findings))


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(max_size=4))),
)
def test_text_outside_edits_stays(raw, places):
    """What no taken edit names is in the result, in order and unchanged."""
    hits = [
        _hit(min(start, len(raw)), min(start + length, len(raw)), new)
        for start, length, new in places
    ]
    findings = _findings(raw, *hits)

    applied = apply_fixes(raw, findings, SAFE)

    spans = sorted(each.fixes[0].edits[0] for each in applied.findings)
    position, expected = 0, []
    for span, content in spans:
        expected += [raw[position : span.start], content]
        position = span.end
    assert "".join([*expected, raw[position:]]) == applied.text
    kept = {id(each) for each in applied.findings}
    assert all(each.fixes for each in findings if id(each) not in kept)


def _audit(*swaps):
    """Return an auditor that replaces, each under a rule of its own."""

    def audit(text):
        return tuple(
            finding
            for number, (old, new) in enumerate(swaps)
            for match in re.finditer(old, text)
            for finding in _findings(
                text, _hit(*match.span(), new), meta=_meta(f"test/rule-{number}")
            )
        )

    return audit


def test_until_stable():
    """A fix that makes room for another is followed by it."""
    audit = _audit(("aa", "a"))

    fixed = fix_until_stable("aaaa", audit("aaaa"), least=SAFE, audit=audit)

    assert isinstance(fixed, Stable)
    assert "a" == fixed.text


def test_rules_that_undo_each_other():
    """Two rules that undo each other are both named, and nothing is fixed."""
    audit = _audit(("Kiev", "Kyiv"), ("Kyiv", "Kiev"))

    fixed = fix_until_stable("Kiev", audit("Kiev"), least=SAFE, audit=audit)

    assert Unstable(("test/rule-0", "test/rule-1")) == fixed


def test_rule_that_never_ends():
    """A fix that feeds itself ends after a bounded number of passes."""
    audit = _audit(("a", "ab"))

    fixed = fix_until_stable("a", audit("a"), least=SAFE, audit=audit)

    assert Unstable(("test/rule-0",)) == fixed


def test_suppressed_finding_is_not_fixed():
    """What a comment suppresses stays as it is."""
    (finding,) = _findings("abc", _hit(0, 1, "A"))
    suppressed = finding._replace(suppressed_by="comment")

    assert "abc" == apply_fixes("abc", [suppressed], SAFE).text


def test_text_the_file_spells_its_own_way_is_not_rewritten():
    """A hit on an entity has its suggestion, and no edit."""
    pieces = (Piece(0, 1, 0, 5, verbatim=False),)
    segment = Segment(text="&", pieces=pieces)
    document = Document(path="a", raw="&amp;", format="plain", segments=(segment,))

    finding = FindingMaker(document, str).finding(
        Placed(_meta(), segment, _hit(0, 1, "and"))
    )

    assert ("Replace with “and”", (), MANUAL) == finding.fixes[0]
    assert "&amp;" == apply_fixes("&amp;", [finding], MANUAL).text
