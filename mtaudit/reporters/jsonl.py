"""jsonl: a finding in each line, in the shape that json gives it."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import as_json, dumped_line
from mtaudit.reporters.order import ordered


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the findings, the suppressed ones included, each in a line."""
    for finding in ordered(report.findings):
        yield f"{dumped_line(as_json(finding))}\n"
