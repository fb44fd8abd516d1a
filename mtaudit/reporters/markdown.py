"""markdown: for a comment on a change, and for the summary of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.machine import ordered, reason
from mtaudit.reporters.summary import (
    assumed_languages,
    available_fixes,
    found_sentence,
    mark,
    message,
    plural,
)
from mtaudit.text.display import visible

_ROWS = 100
"""More would not fit into a comment, which GitHub cuts at 65,536 characters."""

_LONGEST = 200
_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>|~&!$]")
_ACTIVE = re.compile(r"[@#]|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where a mention, the number of an issue or an address would become a link."""


def render(report: Report, look: Look) -> str:
    """Return a heading, what was found, and a table with the worst hundred."""
    return "".join(f"{line}\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    shown = ordered(report.shown)
    yield "## mtaudit\n"
    yield _plain(found_sentence(report, shown))
    for sentence in (*available_fixes(shown, look), *assumed_languages(report)):
        yield f"\n{_plain(sentence)}"
    yield from _table(shown, look)
    if report.failures:
        yield "\n### Not audited\n"
        for failure in report.failures:
            yield f"- {_plain(failure.path)}: {_plain(reason(failure))}"


def _table(shown: list[Finding], look: Look) -> Iterator[str]:
    if not shown:
        return
    yield "\n| Severity | Place | Rule | What |\n| --- | --- | --- | --- |"
    worst = sorted(shown, key=lambda each: (-each.severity, -each.confidence))
    for finding in worst[:_ROWS]:
        yield _row(finding, look)
    if len(shown) > _ROWS:
        yield f"\n… and {plural(len(shown) - _ROWS, 'more finding')}."


def _row(finding: Finding, look: Look) -> str:
    line = finding.location.start.line
    where = f"{_plain(finding.location.path)}:{line}"
    said = message(finding)
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST].rstrip()}…"
    what = " ".join(filter(None, (_plain(said), _plain(mark(finding, look)))))
    return f"| {finding.severity} | {where} | `{finding.rule.id}` | {what} |"


def _plain(text: str) -> str:
    """Return `text` as Markdown that shows it: no mark-up, no mention, no link."""
    escaped = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", visible(text))
    escaped = _ACTIVE.sub(lambda found: f"{found[0]}<!-- -->", escaped)
    return escaped.replace("&#<!-- -->", "&#")
