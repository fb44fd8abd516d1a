"""azure: logging commands of Azure Pipelines."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import Levels, reason
from mtaudit.reporters.order import shown
from mtaudit.reporters.summary import message

_LEVELS = Levels("warning", "warning", "error", "error")
_ESCAPES = {
    "%": "%AZP25",
    "\r": "%0D",
    "\n": "%0A",
    "]": "%5D",
    ";": "%3B",
}


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield a command for each finding that nothing suppresses."""
    for finding in shown(report):
        yield f"{_finding(finding)}\n"
    for failure in report.failures:
        said = _command(reason(failure), type="error", sourcepath=failure.path)
        yield f"{said}\n"


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
