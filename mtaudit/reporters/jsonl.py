"""jsonl: a finding in each line, in the shape that json gives it."""

from __future__ import annotations

from mtaudit.model import Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import as_json, dumped_line
from mtaudit.reporters.machine import ordered


def render(report: Report, _look: Look) -> str:
    """Return the findings, the suppressed ones included, each in a line."""
    return "".join(
        f"{dumped_line(as_json(finding))}\n" for finding in ordered(report.findings)
    )
