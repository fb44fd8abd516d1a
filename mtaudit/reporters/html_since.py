"""What the page says of earlier runs: the changes, the trend, what was fixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.model import Report, Severity
from mtaudit.reporters.comparison import (
    Comparison,
    Point,
    comparison,
    trend,
)
from mtaudit.reporters.markup import Blocks, Markup, joined
from mtaudit.reporters.summary import compared_sentences, place, plural

_MOST = 250
"""So many fixed findings are listed where no script runs."""

_TALL, _GAP = 30.0, 0.15
"""The height of the chart, and how much of its step a bar leaves free."""

_SEVERITIES = sorted(Severity, reverse=True)


def since(report: Report, blocks: Blocks) -> Markup:
    """Return what changed since the last earlier run, and how it went before."""
    told = comparison(report)
    if told is None:
        return Markup()
    points = trend(report)
    heads = (blocks.fill("number-head", name=str(each)) for each in _SEVERITIES)
    _, *cautions = compared_sentences(report)
    return blocks.fill(
        "since",
        name=told.before.name,
        changes=joined(_changes(told, blocks)),
        cautions=joined(blocks.fill("caution", sentence=each) for each in cautions),
        bars=joined(_bars(points, blocks)),
        severities=joined(heads),
        rows=joined(_row(point, blocks) for point in points),
    )


def fixed(report: Report, blocks: Blocks) -> Markup:
    """Return a table of what was fixed, folded away; nothing if nothing was."""
    told = comparison(report)
    if told is None or not told.fixed:
        return Markup()
    rows = (
        blocks.fill(
            "fixed-row",
            place=place(finding.location),
            rule=finding.rule.id,
            message=finding.message,
        )
        for finding in told.fixed[:_MOST]
    )
    title = plural(len(told.fixed), "finding")
    return blocks.fill("fixed", name=told.before.name, title=title, rows=joined(rows))


def _changes(told: Comparison, blocks: Blocks) -> Iterator[Markup]:
    """Yield how many findings came, went and stayed; each leads to them."""
    kinds = (
        ("new", told.new, "new", "findings"),
        ("fixed", told.fixed, "fixed", "fixed" if told.fixed else "findings"),
        ("known", told.known, "still there", "findings"),
    )
    for state, findings, wording, anchor in kinds:
        count = f"{len(findings):,}"
        yield blocks.fill(
            "change-link", state=state, count=count, wording=wording, anchor=anchor
        )


def _bars(points: Sequence[Point], blocks: Blocks) -> Iterator[Markup]:
    """Yield for each run its findings as parts of a bar, the worst at the bottom."""
    most = max((point.counts.total() for point in points), default=0) or 1
    step = 100 / len(points)
    for number, point in enumerate(points):
        bottom = _TALL
        for severity in _SEVERITIES:
            height = _TALL * point.counts[severity] / most
            bottom -= height
            if height:
                yield blocks.fill(
                    "trend-bar",
                    severity=str(severity),
                    x=f"{step * (number + _GAP / 2):.2f}",
                    y=f"{bottom:.2f}",
                    width=f"{step * (1 - _GAP):.2f}",
                    height=f"{height:.2f}",
                )


def _row(point: Point, blocks: Blocks) -> Markup:
    """Return the numbers of one run."""
    counts = [point.counts[severity] for severity in _SEVERITIES]
    whole = [point.counts.total(), *counts, point.words]
    numbers = [*(f"{each:,}" for each in whole)]
    numbers.append("–" if point.penalty is None else f"{point.penalty:,.1f}")
    cells = (blocks.fill("number-cell", number=each) for each in numbers)
    return blocks.fill("trend-row", name=point.name, cells=joined(cells))
