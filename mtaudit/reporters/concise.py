"""concise: one line for each finding, for grep and for editors."""

from __future__ import annotations

from mtaudit.model import Finding, Report
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.summary import closing, mark, message, place


def render(report: Report, look: Look) -> str:
    """Return ``path:line:column: severity rule message [*]`` for each finding."""
    paint = painter(color=look.color)
    lines = [_line(finding, look, paint) for finding in report.shown]
    end = closing(report, look)
    gap = "\n" if lines and end else ""
    return "".join(lines) + gap + end


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
