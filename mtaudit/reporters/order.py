"""The order in which findings are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from mtaudit.model import Finding, Report, SortedFindings

_Made = TypeVar("_Made")


def by_parts(
    findings: Iterable[Finding], work: Callable[[Iterable[Finding]], _Made]
) -> Iterator[_Made]:
    """Yield what `work` makes of the findings, of those of some files at a time."""
    if isinstance(findings, SortedFindings):
        return findings.by_parts(work)
    return iter([work(findings)])


def ordered(findings: Iterable[Finding]) -> Collection[Finding]:
    """Return the findings by path, place and rule, however the run had them."""
    if isinstance(findings, SortedFindings):
        return findings
    return sorted(findings, key=_order)


def shown(report: Report) -> Iterator[Finding]:
    """Return the findings that nothing suppresses, in order."""
    return (each for each in ordered(report.findings) if not each.suppressed_by)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    return location.path, location.span.start, location.span.end, finding.rule.id


def path_of(finding: Finding) -> str:
    """Return the file that a finding is in: findings in order are grouped by it."""
    return finding.location.path
