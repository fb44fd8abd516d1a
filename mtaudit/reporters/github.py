"""github: workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import Levels, reason
from mtaudit.reporters.order import shown
from mtaudit.reporters.summary import message, plural

_LEVELS = Levels("notice", "warning", "error", "error")
_MOST = 10
"""GitHub shows ten annotations of each level for a step, and drops the rest."""


def render(report: Report, _look: Look) -> Iterator[str]:
    """Yield the worst ten findings of each level, and how many there are besides."""
    broken = [
        _command("error", reason(failure), file=failure.path)
        for failure in report.failures[:_MOST]
    ]
    worst, count = _worst(shown(report))
    kept = [*_kept(worst, taken=len(broken))]
    lines = [*broken, *map(_finding, kept)]
    if len(kept) < count:
        more = plural(count - len(kept), "more finding")
        lines.append(_command("notice", f"{more}: see the summary of the job"))
    yield from (f"{line}\n" for line in lines)


def _worst(findings: Iterable[Finding]) -> tuple[dict[str, list[Finding]], int]:
    """Return the worst ten of each level, and how many there are of all."""
    worst: dict[str, list[Finding]] = {level: [] for level in _LEVELS}
    count = 0
    for count, finding in enumerate(findings, start=1):  # noqa: B007 -- the last
        of_level = worst[_LEVELS.of(finding.severity)]
        insort(of_level, finding, key=_badness)
        del of_level[_MOST:]
    return worst, count


def _badness(finding: Finding) -> tuple[int, int]:
    return -finding.severity, -finding.confidence


def _kept(worst: Mapping[str, Sequence[Finding]], taken: int) -> Iterator[Finding]:
    """
    Yield ten findings of each level.

    Of errors that many are `taken`; of notices one may have to tell of the rest.
    """
    rooms = {"error": _MOST - taken, "warning": _MOST, "notice": _MOST - 1}
    for level, room in rooms.items():
        yield from worst[level][:room]


def _finding(finding: Finding) -> str:
    start, end = finding.location.start, finding.location.end
    where = {"file": finding.location.path, "line": start.line, "endLine": end.line}
    if start.line == end.line:
        where |= {"col": start.column, "endColumn": end.column}
    level = _LEVELS.of(finding.severity)
    return _command(level, message(finding), **where, title=finding.rule.id)


def _command(level: str, said: str, **properties: object) -> str:
    """Return a workflow command from which nothing can break out."""
    listed = ",".join(
        f"{name}={_escaped(f'{value}', ':,')}" for name, value in properties.items()
    )
    return f"{f'::{level} {listed}'.rstrip()}::{_escaped(said)}"


def _escaped(text: str, also: Iterable[str] = ()) -> str:
    """Return `text` with what ends a command, or a property, percent-encoded."""
    for char in ("%", "\r", "\n", *also):
        text = text.replace(char, f"%{ord(char):02X}")
    return text
