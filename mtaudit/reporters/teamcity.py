"""teamcity: service messages, which TeamCity shows as inspections."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import Failure, Finding, Report, RuleMeta
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import Levels, reason, title
from mtaudit.reporters.order import shown
from mtaudit.reporters.summary import message

_LEVELS = Levels("INFO", "WEAK WARNING", "WARNING", "ERROR")
_ESCAPES = {"|": "||", "'": "|'", "\n": "|n", "\r": "|r", "[": "|[", "]": "|]"}


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the rules that found something, and each finding not suppressed."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    rules = {finding.rule.id: finding.rule for finding in report.shown}
    yield from (_type(rules[name]) for name in sorted(rules))
    yield from map(_finding, shown(report))
    yield from map(_failure, report.failures)


def _type(rule: RuleMeta) -> str:
    said = {"id": rule.id, "name": title(rule.id), "category": rule.category}
    return _message("inspectionType", said | {"description": rule.why})


def _finding(finding: Finding) -> str:
    said = {
        "typeId": finding.rule.id,
        "message": message(finding),
        "file": finding.location.path,
        "line": str(finding.location.start.line),
        "SEVERITY": _LEVELS.of(finding.severity),
    }
    return _message("inspection", said)


def _failure(failure: Failure) -> str:
    text = f"{failure.path}: {reason(failure)}"
    return _message("message", {"text": text, "status": "ERROR"})


def _message(name: str, said: dict[str, str]) -> str:
    listed = " ".join(f"{key}='{_escaped(said[key])}'" for key in said)
    return f"##teamcity[{name} {listed}]"


def _escaped(text: str) -> str:
    """Return `text` with nothing in it that ends a value or a message."""
    return "".join(_ESCAPES.get(char, char) for char in text)
