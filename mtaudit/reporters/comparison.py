"""What changed since earlier runs: new findings, fixed ones, those still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mtaudit.model import Audited, Earlier, Finding, Report, Severity
from mtaudit.reporters.penalty import penalty


class Comparison(NamedTuple):
    """A run beside the one before it."""

    before: Earlier
    new: tuple[Finding, ...]
    """What the run before did not have."""

    known: tuple[Finding, ...]
    """What it had as well."""

    fixed: tuple[Finding, ...]
    """What it had and is gone from files that are audited still."""

    unaudited: tuple[Finding, ...]
    """What it had in files that are not audited any more: nobody knows of those."""


class Point(NamedTuple):
    """One run in a row of runs."""

    name: str
    counts: Counter[Severity]
    words: int
    penalty: float | None


def comparison(report: Report) -> Comparison | None:
    """Return what changed since the last earlier run; None if there is none."""
    if not report.earlier:
        return None
    before = report.earlier[-1]
    had = {finding.fingerprint for finding in before.findings}
    has = {finding.fingerprint for finding in report.findings}
    shown = [*report.shown]
    gone = [finding for finding in before.shown if finding.fingerprint not in has]
    audited = {document.path for document in report.documents}
    return Comparison(
        before,
        new=tuple(each for each in shown if each.fingerprint not in had),
        known=tuple(each for each in shown if each.fingerprint in had),
        fixed=tuple(each for each in gone if each.location.path in audited),
        unaudited=tuple(each for each in gone if each.location.path not in audited),
    )


def first_seen(report: Report) -> dict[str, int]:
    """
    Return since which earlier run each finding has been there, by fingerprint.

    It is a place in `Report.earlier`; of what is new, the number of runs.
    """
    runs = [{each.fingerprint for each in run.findings} for run in report.earlier]
    seen = {}
    for finding in report.findings:
        since = len(runs)
        while since and finding.fingerprint in runs[since - 1]:
            since -= 1
        seen[finding.fingerprint] = since
    return seen


def trend(report: Report) -> list[Point]:
    """Return the earlier runs and this one, which is called “now”."""
    points = [_point(run.name, [*run.shown], run.documents) for run in report.earlier]
    return [*points, _point("now", [*report.shown], report.documents)]


def _point(name: str, shown: Sequence[Finding], documents: Sequence[Audited]) -> Point:
    words = sum(document.words for document in documents)
    counts = Counter(finding.severity for finding in shown)
    return Point(name, counts, words, penalty(shown, words))
