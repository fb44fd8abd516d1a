"""Results as tuples, numbers and strings, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mtaudit.engine.audit import Result
from mtaudit.model import (
    Applicability,
    Audited,
    Edit,
    Excerpt,
    Finding,
    Fix,
    Languages,
    Location,
    Position,
    RawSpan,
    Related,
    Severity,
)
from mtaudit.packs.rule import Rule

_SEVERITIES = tuple(Severity)
_APPLICABILITIES = tuple(Applicability)


def plain(result: Result) -> Any:
    """Return a result without failures and document as plain data."""
    _, form, words, languages, source_path = result.audited
    findings = tuple(map(_plain_finding, result.findings))
    return form, words, tuple(languages), source_path, findings


def restored(path: str, row: Any, rules: Mapping[str, Rule]) -> Result:
    """
    Return the result of the file at `path` that `plain` made a row of.

    `rules` are those that ran, by id. Raises `KeyError`, `TypeError` or `ValueError`
    for what is no such row.
    """
    form, words, languages, source_path, findings = row
    audited = Audited(path, form, words, Languages(*languages), source_path)
    return Result(audited, tuple(_finding(each, rules) for each in findings), ())


def _plain_finding(finding: Finding) -> Any:
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


def _finding(row: Any, rules: Mapping[str, Rule]) -> Finding:
    rule, message, severity, location, match, excerpt, fingerprint, *rest = row
    related, fixes, suppressed_by, content = rest
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
