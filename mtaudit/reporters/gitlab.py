"""gitlab: Code Quality, for the widget of a merge request."""

from __future__ import annotations

from mtaudit.model import Failure, Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import Json, dumped
from mtaudit.reporters.machine import Levels, ordered, reason
from mtaudit.reporters.summary import message

_LEVELS = Levels("info", "minor", "major", "critical")


def render(report: Report, _look: Look) -> str:
    """Return the findings that nothing suppresses, and what was not audited."""
    entries = [_finding(finding) for finding in ordered(report.shown)]
    return dumped(entries + [_failure(failure) for failure in report.failures])


def _finding(finding: Finding) -> Json:
    """Return an entry; the rule stands in its text, as GitLab shows no other place."""
    location = finding.location
    return {
        "description": f"{finding.rule.id}: {message(finding)}",
        "check_name": finding.rule.id,
        "fingerprint": finding.fingerprint,
        "severity": _LEVELS.of(finding.severity),
        "location": {
            "path": location.path,
            "lines": {"begin": location.start.line, "end": location.end.line},
        },
    }


def _failure(failure: Failure) -> Json:
    from hashlib import sha256

    identity = f"{failure.path}\0{failure.rule}\0{failure.reason}"
    digest = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": reason(failure),
        "check_name": failure.rule or "mtaudit",
        "fingerprint": digest[:16],
        "severity": "major",
        "location": {"path": failure.path, "lines": {"begin": 1}},
    }
