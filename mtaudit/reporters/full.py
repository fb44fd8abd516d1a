"""full: each finding in a frame, with its lines, and the fix before and after."""

from __future__ import annotations

from mtaudit.model import Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.summary import closing


def render(report: Report, look: Look) -> str:
    """Return a frame for each finding, those that repeat folded, then the closing."""
    findings = [*report.shown]
    blocks: list[str] = []
    if findings:
        # A clean text, the commonest of all, needs no frames.
        from mtaudit.reporters.blocks import blocks_of

        blocks = [*blocks_of(findings, look)]
    return "\n".join(filter(None, [*blocks, closing(report, look)]))
