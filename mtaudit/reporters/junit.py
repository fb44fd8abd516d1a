"""junit: a suite for each file, a case for each finding, one that passes if none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from mtaudit.model import Failure, Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import attributes, ordered, reason
from mtaudit.reporters.summary import message, place
from mtaudit.text.display import visible


def render(report: Report, _look: Look) -> str:
    """Return the findings that nothing suppresses, and the files without any."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    suites = _suites(report)
    failed = sum(1 for _ in report.shown)
    passed = sum(not findings for findings in suites.values())
    broken = len(report.failures)
    counts = {"failures": failed, "errors": broken}
    tests = failed + passed + broken
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<testsuites{attributes(name='mtaudit', tests=tests, **counts)}>"
    for path, findings in suites.items():
        yield from _suite(path, findings)
    for failure in report.failures:
        yield from _failure(failure)
    yield "</testsuites>"


def _suites(report: Report) -> dict[str, list[Finding]]:
    """Return the findings of each audited file, by path."""
    paths = {document.path for document in report.documents}
    paths |= {finding.location.path for finding in report.shown}
    suites: dict[str, list[Finding]] = {path: [] for path in sorted(paths)}
    for finding in ordered(report.shown):
        suites[finding.location.path].append(finding)
    return suites


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
