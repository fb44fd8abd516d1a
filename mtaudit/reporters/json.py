"""json: the whole report for programs, in the shape of schema version 1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from mtaudit import __version__
from mtaudit.model import (
    Audited,
    Edit,
    Failure,
    Finding,
    Fix,
    Location,
    Position,
    Related,
    Report,
)
from mtaudit.model.report import GateResult
from mtaudit.reporters.base import Look
from mtaudit.reporters.order import ordered
from mtaudit.reporters.summary import Tally

SCHEMA_VERSION = 1
"""Raised when a program that reads the report would break."""

Json = dict[str, object]

_ACTS = re.compile(
    "[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Controls, marks that turn text round, ends of lines, halves of pairs."""


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the report as JSON, the suppressed findings included."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "mtaudit", "version": __version__},
        "signature": report.signature,
        "summary": _summary(report),
    }
    lists = {
        "documents": map(_document, report.documents),
        "failures": map(_failure, report.failures),
        "findings": map(as_json, ordered(report.findings)),
    }
    yield dumped(head).removesuffix("\n}\n")
    for name, values in lists.items():
        yield f',\n  "{name}": '
        yield from dumped_list(values, indent=2)
    yield "\n}\n"


def dumped_list(values: Iterable[object], indent: int = 0) -> Iterator[str]:
    """Yield a list as `dumped` has it, one value at a time, without a newline."""
    newline = "\n" + " " * (indent + 2)
    before = "["
    for value in values:
        text = dumped(value).removesuffix("\n").replace("\n", newline)
        yield f"{before}{newline}{text}"
        before = ","
    yield "[]" if before == "[" else f"\n{' ' * indent}]"


def dumped(value: object) -> str:
    r"""
    Return `value` as JSON for people too: indented, other scripts as they are.

    What acts on a screen is written as JSON writes it, ``\\u202e``; so is a lone
    surrogate, which the name of a file may hold and UTF-8 may not.
    """
    return _harmless(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def dumped_line(value: object) -> str:
    """Return `value` as JSON in one line, without a newline behind it."""
    return _harmless(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _harmless(text: str) -> str:
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _summary(report: Report) -> Json:
    """Return the counts; those by severity and by rule without the suppressed."""
    tally = Tally.of(report.findings)
    severities = sorted(tally.severities.items(), reverse=True)
    counts: Json = {
        "files": len(report.documents),
        "words": sum(document.words for document in report.documents),
        "findings": tally.count,
        "suppressed": tally.suppressed.total(),
        "by_severity": {str(level): count for level, count in severities},
        "by_rule": dict(sorted(tally.rules.items())),
    }
    return counts | {"gates": [*map(_gate, report.gates)]} if report.gates else counts


def _gate(gate: GateResult) -> Json:
    """Return a limit and what it was held against."""
    return {**gate._asdict(), "passed": gate.passed}


def _document(document: Audited) -> Json:
    """Return a file that was audited."""
    return {
        "path": document.path,
        "format": document.format,
        "words": document.words,
        "source_language": document.languages.source,
        "target_language": document.languages.target,
        "language_evidence": document.languages.evidence,
        "source_path": document.source_path,
    }


def _failure(failure: Failure) -> Json:
    """Return what could not be audited."""
    return {"path": failure.path, "rule": failure.rule, "reason": failure.reason}


def as_json(finding: Finding) -> Json:
    """Return one finding."""
    return {
        "rule": finding.rule.id,
        "message": finding.message,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "category": finding.rule.category,
        **_location(finding.location),
        "match": finding.match,
        "excerpt": str(finding.excerpt),
        "fingerprint": finding.fingerprint,
        "suppressed_by": finding.suppressed_by,
        "related": [_related(related) for related in finding.related],
        "fixes": _fixes(finding.fixes),
    }


def _location(location: Location) -> Json:
    """Return where something is."""
    return {
        "path": location.path,
        "start": _position(location.span.start, location.start),
        "end": _position(location.span.end, location.end),
    }


def _position(offset: int, position: Position) -> Json:
    """Return a place in code points of the file and as people count."""
    return {"offset": offset, "line": position.line, "column": position.column}


def _related(related: Related) -> Json:
    """Return another rule's word, or another place; what is unknown is null."""
    nowhere: Json = {"path": None, "start": None, "end": None}
    where = _location(related.location) if related.location else nowhere
    return {"note": related.note, "rule": related.rule, **where}


def _fixes(fixes: Sequence[Fix]) -> list[Json]:
    """Return the ways to mend a finding, best first."""
    return [
        {
            "title": fix.title,
            "applicability": str(fix.applicability),
            "edits": [_edit(edit) for edit in fix.edits],
        }
        for fix in fixes
    ]


def _edit(edit: Edit) -> Json:
    """Return a replacement."""
    start, end = edit.span.start, edit.span.end
    return {"start": start, "end": end, "content": edit.content}
