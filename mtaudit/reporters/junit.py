"""junit: a suite for each file, a case for each finding, one that passes if none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from mtaudit.model import Failure, Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import attributes, reason
from mtaudit.reporters.order import path_of, shown
from mtaudit.reporters.summary import Tally, message, place
from mtaudit.text.display import visible


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the findings that nothing suppresses, and the files without any."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    tally = Tally.of(report.findings)
    clean = {document.path for document in report.documents} - tally.paths
    broken = len(report.failures)
    counts = {"failures": tally.count, "errors": broken}
    tests = tally.count + len(clean) + broken
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<testsuites{attributes(name='mtaudit', tests=tests, **counts)}>"
    groups = groupby(shown(report), path_of)
    for path in sorted(clean | tally.paths):
        findings = () if path in clean else [*next(groups)[1]]
        yield from _suite(path, findings)
    for failure in report.failures:
        yield from _failure(failure)
    yield "</testsuites>"


def _suite(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    counts = {"tests": max(len(findings), 1), "failures": len(findings), "errors": 0}
    yield f"  <testsuite{attributes(name=path, **counts)}>"
    if not findings:
        yield f"    <testcase{attributes(name='no findings', classname=path)}/>"
    for finding in findings:
        yield from _case(finding)
    yield "  </testsuite>"


def _case(finding: Finding) -> Iterator[str]:
    line, column = finding.location.start
    rule = finding.rule.id
    name = f"{rule} ({line}:{column})"
    where = {"classname": finding.location.path, "file": finding.location.path}
    yield f"    <testcase{attributes(name=name, **where, line=line)}>"
    said = attributes(message=message(finding), type=f"{finding.severity}")
    text = f"{place(finding.location)}: {rule}: {message(finding)}"
    text += f"\n{visible(str(finding.excerpt))}"
    yield f"      <failure{said}>{escape(text)}</failure>"
    yield "    </testcase>"


def _failure(failure: Failure) -> Iterator[str]:
    counts = {"tests": 1, "failures": 0, "errors": 1}
    yield f"  <testsuite{attributes(name=failure.path, **counts)}>"
    yield f"    <testcase{attributes(name='audit', classname=failure.path)}>"
    yield f"      <error{attributes(message=reason(failure))}/>"
    yield "    </testcase>"
    yield "  </testsuite>"
