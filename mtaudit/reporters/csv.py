"""csv: a row for each finding, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.order import ordered
from mtaudit.reporters.summary import message
from mtaudit.text.display import visible

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_COLUMNS = (
    *("path", "line", "column", "end_line", "end_column"),
    *("severity", "confidence", "rule", "category", "message"),
    *("match", "replacement", "applicability", "suppressed_by", "fingerprint"),
)


class _Passed:
    """What a writer writes to, and gets back as the row's text."""

    def write(self, text: str) -> str:
        return text


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the findings, the suppressed ones included, below a row of names."""
    writer = csv.writer(_Passed(), lineterminator="\n")
    yield writer.writerow(_COLUMNS)
    for finding in ordered(report.findings):
        yield writer.writerow(map(_harmless, _row(finding)))


def _row(finding: Finding) -> Iterator[str]:
    """Yield the cells of a finding."""
    location = finding.location
    yield location.path
    yield from map(str, (*location.start, *location.end))
    yield from (str(finding.severity), str(finding.confidence))
    yield from (finding.rule.id, finding.rule.category, message(finding))
    yield finding.match
    best = finding.fixes[0] if finding.fixes else None
    yield " … ".join(edit.content for edit in best.edits) if best else ""
    yield str(best.applicability) if best else ""
    yield from (finding.suppressed_by or "", finding.fingerprint)


def _harmless(cell: str) -> str:
    """Return a cell that a spreadsheet takes for text, never for a formula."""
    shown = visible(cell)
    return f"'{shown}" if shown.startswith(_FORMULAS) else shown
