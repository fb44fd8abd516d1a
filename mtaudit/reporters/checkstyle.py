"""checkstyle: XML that Jenkins and others have read for twenty years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import Levels, attributes, reason
from mtaudit.reporters.order import path_of, shown
from mtaudit.reporters.summary import message

_LEVELS = Levels("info", "warning", "error", "error")


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the findings that nothing suppresses, by file."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<checkstyle version="4.3">'
    for path, group in groupby(shown(report), path_of):
        yield f"  <file{attributes(name=path)}>"
        yield from map(_finding, group)
        yield "  </file>"
    for failure in report.failures:
        yield f"  <file{attributes(name=failure.path)}>"
        said = attributes(
            line=1, severity="error", message=reason(failure), source="mtaudit"
        )
        yield f"    <error{said}/>"
        yield "  </file>"
    yield "</checkstyle>"


def _finding(finding: Finding) -> str:
    start = finding.location.start
    said = attributes(
        line=start.line,
        column=start.column,
        severity=_LEVELS.of(finding.severity),
        message=message(finding),
        source=f"mtaudit.{finding.rule.id}",
    )
    return f"    <error{said}/>"
