"""concise: one line for each finding, for grep and for editors."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import Finding, Report
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.summary import Tally, closing, mark, message, place


def render(report: Report, look: Look) -> Iterator[str]:
    """Yield ``path:line:column: severity rule message [*]`` for each finding."""
    paint = painter(color=look.color)
    tally = Tally()
    for finding in tally.shown(report.findings):
        yield _line(finding, look, paint)
    end = closing(report, look, tally)
    yield f"\n{end}" if tally.count and end else end


def _line(finding: Finding, look: Look, paint: Paint) -> str:
    """Return the line of one finding."""
    words = [
        f"{paint('strong', place(finding.location))}:",
        paint(severity_style(finding.severity), str(finding.severity)),
        paint("strong", finding.rule.id),
        message(finding),
        paint("available", mark(finding, look)),
    ]
    return " ".join(filter(None, words)) + "\n"
