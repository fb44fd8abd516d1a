"""sarif: version 2.1.0, as GitHub code scanning and editors read it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from mtaudit import __version__
from mtaudit.model import Failure, Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import Json, dumped, dumped_list
from mtaudit.reporters.machine import reason, uri
from mtaudit.reporters.order import ordered, path_of
from mtaudit.reporters.sarif_result import Place, Results
from mtaudit.reporters.sarif_rule import descriptor
from mtaudit.reporters.summary import plural

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_RESULTS = 25_000
"""GitHub refuses a run with more; the worst are kept, and the rest is told of."""


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield one run with the findings, the suppressed ones marked as such."""
    findings = _worst(ordered(report.findings))
    rules = sorted({each.rule.id: each.rule for each in findings}.items())
    numbers = {name: number for number, (name, _) in enumerate(rules)}
    driver = {
        "name": "mtaudit",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [descriptor(rule) for _, rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "mtaudit/"},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report, len(findings))],
        "results": [],
        "properties": {"signature": report.signature},
    }
    whole = dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})
    # No string has a bare quotation mark in it: this is the key.
    before, key, after = whole.partition('"results": ')
    yield f"{before}{key}"
    yield from dumped_list(_results(findings, report.texts, numbers), indent=6)
    yield after.removeprefix("[]")


def _worst(findings: Collection[Finding]) -> Collection[Finding]:
    """Return as many findings as may be in a run, in their order."""
    if len(findings) <= _MOST_RESULTS:
        return findings
    ranked = sorted(findings, key=_rank)
    return ordered(ranked[:_MOST_RESULTS])


def _rank(finding: Finding) -> tuple[bool, int, int]:
    return bool(finding.suppressed_by), -finding.severity, -finding.rule.confidence


def _results(
    findings: Collection[Finding], texts: Mapping[str, str], numbers: Mapping[str, int]
) -> Iterator[Json]:
    """Yield the results; those of one file share what is known of its lines."""
    has_baseline = any(each.suppressed_by == "baseline" for each in findings)
    for path, group in groupby(findings, path_of):
        results = Results(Place(uri(path), texts.get(path)))
        for finding in group:
            entry = results.result(finding, numbers[finding.rule.id])
            if has_baseline:
                known = finding.suppressed_by == "baseline"
                entry["baselineState"] = "unchanged" if known else "new"
            yield entry


def _invocation(report: Report, kept: int) -> Json:
    """Return what went wrong, files that could not be read above all."""
    notes = [_notification(failure) for failure in report.failures]
    left = len(report.findings) - kept
    if left:
        notes.append(_note(f"{plural(left, 'finding')} left out: GitHub takes no more"))
    succeeded = not any(failure.is_bug for failure in report.failures)
    invocation: Json = {"executionSuccessful": succeeded}
    if notes:
        invocation["toolExecutionNotifications"] = notes
    return invocation


def _notification(failure: Failure) -> Json:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}
    return {**_note(reason(failure)), "level": "error", "locations": [place]}


def _note(said: str) -> Json:
    return {"level": "warning", "message": {"text": said}}
