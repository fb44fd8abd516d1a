"""Findings as tuples, numbers and strings, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mtaudit.model import (
    Applicability,
    Edit,
    Excerpt,
    Finding,
    Fix,
    Location,
    Position,
    RawSpan,
    Related,
    Severity,
)
from mtaudit.packs.rule import Rule

_SEVERITIES = tuple(Severity)
_APPLICABILITIES = tuple(Applicability)


def plain_finding(finding: Finding) -> Any:
    """Return a finding as plain data."""
    return (
        finding.rule.id,
        finding.message,
        int(finding.severity),
        _plain_location(finding.location),
        finding.match,
        tuple(finding.excerpt),
        finding.fingerprint,
        tuple(map(_plain_related, finding.related)),
        tuple(map(_plain_fix, finding.fixes)),
        finding.suppressed_by,
        finding.content,
    )


def restored_finding(row: Any, rules: Mapping[str, Rule]) -> Finding:
    """Return the finding that `plain_finding` made a row of; `rules` are by id."""
    rule, message, severity, location, match, excerpt, fingerprint = row[:7]
    related, fixes, suppressed_by, content = row[7:]
    return Finding(
        rules[rule].meta,
        message,
        _SEVERITIES[severity],
        _location(location),
        match,
        Excerpt(*excerpt),
        fingerprint,
        tuple(map(_related, related)),
        tuple(map(_fix, fixes)),
        suppressed_by,
        content,
    )


def _plain_location(location: Location) -> Any:
    path, span, start, end = location
    return path, span.start, span.end, tuple(start), tuple(end)


def _location(row: Any) -> Location:
    path, first, last, start, end = row
    return Location(path, RawSpan(first, last), Position(*start), Position(*end))


def _plain_related(related: Related) -> Any:
    note, location, rule = related
    return note, location and _plain_location(location), rule


def _related(row: Any) -> Related:
    note, location, rule = row
    return Related(note, location and _location(location), rule)


def _plain_fix(fix: Fix) -> Any:
    edits = tuple((edit.span.start, edit.span.end, edit.content) for edit in fix.edits)
    return fix.title, edits, int(fix.applicability)


def _fix(row: Any) -> Fix:
    title, edits, applicability = row
    spans = tuple(Edit(RawSpan(start, end), content) for start, end, content in edits)
    return Fix(title, spans, _APPLICABILITIES[applicability])
