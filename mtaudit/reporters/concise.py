"""concise: one line for each finding, for grep and for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from mtaudit.model import Finding, Report
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.order import by_parts
from mtaudit.reporters.summary import Tally, closing, mark, message, place


def render(report: Report, look: Look) -> Iterator[str]:
    """Yield ``path:line:column: severity rule message [*]`` for each finding."""
    tally = Tally()
    for lines, counted in by_parts(report.findings, partial(_drawn, look=look)):
        yield lines
        tally.add(counted)
    end = closing(report, look, tally)
    yield f"\n{end}" if tally.count and end else end


def _drawn(findings: Iterable[Finding], look: Look) -> tuple[str, Tally]:
    """Return the lines of findings, and what was counted of them."""
    paint = painter(color=look.color)
    tally = Tally()
    lines = [_line(finding, look, paint) for finding in tally.shown(findings)]
    return "".join(lines), tally


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
