"""statistics: how many findings each rule has, the most frequent first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Finding, Report, Severity
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import dumped
from mtaudit.reporters.summary import FIXABLE, closing, mark, spaced


class Count(NamedTuple):
    """What there is to say of one rule."""

    rule: str
    findings: int = 0
    severity: Severity = Severity.NEUTRAL
    """The worst among its findings."""

    fixable: int = 0
    """How many of them the fixes in use would mend."""

    def plus(self, finding: Finding, look: Look) -> "Count":
        """Return the row with one more finding."""
        fixable = self.fixable + (mark(finding, look) == FIXABLE)
        worst = max(self.severity, finding.severity)
        return Count(self.rule, self.findings + 1, worst, fixable)


def counts(report: Report, look: Look) -> list[Count]:
    """Return a row for each rule that has findings, the most frequent first."""
    rows: dict[str, Count] = {}
    for finding in report.shown:
        rule = finding.rule.id
        rows[rule] = rows.get(rule, Count(rule)).plus(finding, look)
    return sorted(rows.values(), key=lambda row: (-row.findings, row.rule))


def render(report: Report, look: Look) -> Iterator[str]:
    """Yield the counts as a table, then the closing."""
    rows = counts(report, look)
    lines = _table(rows, painter(color=look.color)) if rows else []
    yield from spaced(["".join(lines), closing(report, look)])


def render_json(report: Report, look: Look) -> Iterator[str]:
    """Yield the counts as a JSON list."""
    rows = [
        {
            "rule": row.rule,
            "count": row.findings,
            "severity": str(row.severity),
            "fixable": row.fixable,
        }
        for row in counts(report, look)
    ]
    yield dumped(rows)


def _table(rows: Sequence[Count], paint: Paint) -> list[str]:
    """Return a line for each row, in columns."""
    count = max(len(f"{row.findings:,}") for row in rows)
    severity = max(len(str(row.severity)) for row in rows)
    rule = max(len(row.rule) for row in rows)
    return [
        f"{row.findings:>{count},}"
        f"  {paint(severity_style(row.severity), f'{row.severity!s:<{severity}}')}"
        f"  {paint('strong', f'{row.rule:<{rule}}')}"
        f"  {paint('available', _fixable(row))}".rstrip()
        + "\n"
        for row in rows
    ]


def _fixable(row: Count) -> str:
    """Return the mark of a rule whose findings can be mended: all, or how many."""
    if row.fixable in {0, row.findings}:
        return FIXABLE if row.fixable else ""
    return f"{FIXABLE} {row.fixable:,} of them"
