"""rdjsonl: the format of reviewdog, a diagnostic in each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mtaudit.model import Edit, Failure, Finding, Fix, RawSpan, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.columns import Lines
from mtaudit.reporters.json import Json, dumped_line
from mtaudit.reporters.machine import Levels, reason, suggestions
from mtaudit.reporters.order import path_of, shown
from mtaudit.reporters.summary import message

_LEVELS = Levels("INFO", "WARNING", "ERROR", "ERROR")


def render(report: Report, _look: Look) -> Iterator[str]:
    """
    Yield the findings that nothing suppresses, columns in bytes of UTF-8.

    Where a file's text is not at hand, columns and suggestions are left out.
    """
    for path, findings in groupby(shown(report), path_of):
        lines = Lines(report.texts[path]) if path in report.texts else None
        for finding in findings:
            yield f"{dumped_line(_finding(finding, lines))}\n"
    for failure in report.failures:
        yield f"{dumped_line(_failure(failure))}\n"


def _finding(finding: Finding, lines: Lines | None) -> Json:
    location = finding.location
    code: Json = {"value": finding.rule.id}
    if finding.rule.url:
        code["url"] = finding.rule.url
    said: Json = {
        "message": message(finding),
        "location": {"path": location.path, "range": _bare_range(finding)},
        "severity": _LEVELS.of(finding.severity),
        "source": {"name": "mtaudit"},
        "code": code,
    }
    fixes = suggestions(finding)
    if lines is None:
        return said
    whole = _covering(location.span, fixes)
    said["location"] = {"path": location.path, "range": _range(whole, lines)}
    if fixes:
        said["suggestions"] = [
            {"range": _range(whole, lines), "text": _merged(fix.edits, whole, lines)}
            for fix in fixes
        ]
    return said


def _covering(span: RawSpan, fixes: Sequence[Fix]) -> RawSpan:
    """
    Return the stretch that holds the finding and all that its fixes change.

    A suggestion is one replacement, and reviewdog refuses one whose lines are
    not those of the diagnostic: so both get this stretch.
    """
    spans = [span, *(edit.span for fix in fixes for edit in fix.edits)]
    return RawSpan(min(each.start for each in spans), max(each.end for each in spans))


def _merged(edits: Sequence[Edit], whole: RawSpan, lines: Lines) -> str:
    """Return what `edits` make of the stretch `whole`."""
    parts, done = [], whole.start
    for edit in edits:
        parts += [lines.text[done : edit.span.start], edit.content]
        done = edit.span.end
    return "".join([*parts, lines.text[done : whole.end]])


def _range(span: RawSpan, lines: Lines) -> Json:
    start, end = lines.byte_place(span.start), lines.byte_place(span.end)
    return {"start": start._asdict(), "end": end._asdict()}


def _bare_range(finding: Finding) -> Json:
    """Return the lines of a finding, its columns being unknown in bytes."""
    start, end = finding.location.start, finding.location.end
    return {"start": {"line": start.line}, "end": {"line": end.line}}


def _failure(failure: Failure) -> Json:
    return {
        "message": reason(failure),
        "location": {"path": failure.path},
        "severity": "ERROR",
        "source": {"name": "mtaudit"},
    }
