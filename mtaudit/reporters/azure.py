"""azure: logging commands of Azure Pipelines."""

from __future__ import annotations

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import Levels, ordered, reason
from mtaudit.reporters.summary import message

_LEVELS = Levels("warning", "warning", "error", "error")
_ESCAPES = {
    "%": "%AZP25",
    "\r": "%0D",
    "\n": "%0A",
    "]": "%5D",
    ";": "%3B",
}


def render(report: Report, _look: Look) -> str:
    """Return a command for each finding that nothing suppresses."""
    lines = [*map(_finding, ordered(report.shown))]
    lines += [
        _command(reason(failure), type="error", sourcepath=failure.path)
        for failure in report.failures
    ]
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding) -> str:
    start = finding.location.start
    return _command(
        message(finding),
        type=_LEVELS.of(finding.severity),
        sourcepath=finding.location.path,
        linenumber=start.line,
        columnnumber=start.column,
        code=finding.rule.id,
    )


def _command(said: str, **properties: object) -> str:
    listed = "".join(
        f"{name}={_escaped(str(properties[name]))};" for name in properties
    )
    return f"##vso[task.logissue {listed}]{_escaped(said)}"


def _escaped(text: str) -> str:
    """Return `text` with nothing in it that ends a property or a command."""
    return "".join(_ESCAPES.get(char, char) for char in text)
