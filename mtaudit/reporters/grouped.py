"""grouped: the findings of each file below its name, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from mtaudit.model import Finding, Report
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.order import by_parts, path_of
from mtaudit.reporters.summary import (
    Tally,
    closing,
    mark,
    message,
    plural,
    spaced,
)
from mtaudit.text.display import visible


def render(report: Report, look: Look) -> Iterator[str]:
    """Yield a block for each file that has findings, then the closing."""
    return spaced(_parts(report, look))


def _parts(report: Report, look: Look) -> Iterator[str]:
    tally = Tally()
    for blocks, counted in by_parts(report.findings, partial(_drawn, look=look)):
        yield from blocks
        tally.add(counted)
    yield closing(report, look, tally)


def _drawn(findings: Iterable[Finding], look: Look) -> tuple[list[str], Tally]:
    """Return the blocks of files, and what was counted of their findings."""
    tally = Tally()
    groups = groupby(tally.shown(findings), path_of)
    return [_block(path, list(group), look) for path, group in groups], tally


def _block(path: str, findings: Sequence[Finding], look: Look) -> str:
    """Return the name of a file, and a line for each of its findings."""
    paint = painter(color=look.color)
    head = f"{paint('strong', visible(path))}: {plural(len(findings), 'finding')}\n"
    rows = [_cells(finding, look) for finding in findings]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return head + "".join(
        f"  {_row(finding, cells, widths, paint=paint)}\n"
        for finding, cells in zip(findings, rows, strict=True)
    )


def _cells(finding: Finding, look: Look) -> tuple[str, str, str, str]:
    """Return what stands in the columns before the message."""
    line, column = finding.location.start
    severity, sign = str(finding.severity), mark(finding, look)
    return f"{line}:{column}", severity, finding.rule.id, sign


def _row(
    finding: Finding, cells: Sequence[str], widths: Sequence[int], *, paint: Paint
) -> str:
    """Return one line: the cells, each as wide as its column, and the message."""
    styles = ("plain", severity_style(finding.severity), "strong", "available")
    padded = [
        paint(style, f"{cell:>{width}}" if style == "plain" else f"{cell:<{width}}")
        for cell, width, style in zip(cells, widths, styles, strict=True)
        if width
    ]
    return "  ".join([*padded, message(finding)])
