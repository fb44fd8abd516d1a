"""gitlab: Code Quality, for the widget of a merge request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mtaudit.model import Failure, Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.json import Json, dumped_list
from mtaudit.reporters.machine import Levels, reason
from mtaudit.reporters.order import shown
from mtaudit.reporters.summary import message

_LEVELS = Levels("info", "minor", "major", "critical")


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the findings that nothing suppresses, and what was not audited."""
    findings, failures = map(_finding, shown(report)), map(_failure, report.failures)
    yield from dumped_list(chain(findings, failures))
    yield "\n"


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
