"""markdown: for a comment on a change, and for the summary of a job."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.gates import failed_rows
from mtaudit.reporters.links import address_of
from mtaudit.reporters.machine import reason
from mtaudit.reporters.order import shown
from mtaudit.reporters.penalty import penalty, weight
from mtaudit.reporters.summary import (
    Tally,
    assumed_languages,
    available_fixes,
    compared_sentences,
    found_sentence,
    mark,
    message,
    plural,
)
from mtaudit.text.display import visible

_LONGEST = 200
"""Code points of a message; more would make the row unreadable."""

_LISTED = 10
"""Rows of a table of counts."""

_CLOSING = 1000
"""Bytes that are kept free for the word on what did not fit."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>|~&!$]")
_ACTIVE = re.compile(r"[@#]|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where a mention, the number of an issue or an address would become a link."""


def render(report: Report, look: Look) -> Iterator[str]:
    """
    Yield what the page's summary says, and findings, the worst first.

    What there is no room for is counted, with a link to the whole if there is one.
    """
    findings = [*shown(report)]
    parts = [*_summary(report, findings, look), *_unaudited(report)]
    text = "".join(f"{line}\n" for line in parts)
    room = look.room - _CLOSING - len(text.encode())
    rows, left = _fitting(_rows(report, findings, look), room)
    table = f"\n### Findings\n\n{_HEAD}\n{rows}" if rows else ""
    yield f"{text}{table}{_rest(left, len(findings), look)}"


_HEAD = "| Severity | Place | Rule | What |\n| --- | --- | --- | --- |"


def _summary(report: Report, findings: list[Finding], look: Look) -> Iterator[str]:
    yield "## mtaudit\n"
    yield _plain(found_sentence(report, Tally.of(findings)))
    yield from (f"\n{_plain(each)}" for each in _sentences(report, findings, look))
    yield from _failed(report)
    if findings:
        yield from _counts("Rule", (each.rule.id for each in findings))
        yield from _counts("Category", (each.rule.category for each in findings))
        yield from _worst(report, findings)


def _failed(report: Report) -> Iterator[str]:
    """Yield a table of the limits that were not kept."""
    for number, row in enumerate(failed_rows(report)):
        if number == 0:
            yield "\n| Failed | Files | Value | Limit |\n| --- | --- | ---: | --- |"
        yield f"| {' | '.join(map(_plain, row))} |"


def _sentences(report: Report, findings: list[Finding], look: Look) -> Iterator[str]:
    number = penalty(findings, sum(each.words for each in report.documents))
    if number is not None:
        yield f"Detected-issue penalty: {number:,.1f} per 1,000 words."
    yield from available_fixes(Tally.of(findings), look)
    yield from compared_sentences(report)
    yield from assumed_languages(report)


def _counts(noun: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a table of the most frequent names."""
    counts = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    yield f"\n| {noun} | Findings |\n| --- | ---: |"
    for name, count in counts[:_LISTED]:
        yield f"| {_plain(name)} | {count:,} |"
    if len(counts) > _LISTED:
        rest = counts[_LISTED:]
        yield f"| {len(rest):,} more | {sum(count for _, count in rest):,} |"


def _worst(report: Report, findings: list[Finding]) -> Iterator[str]:
    """Yield a table of the files with the largest penalty."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.location.path, []).append(finding)
    if len(found) <= 1:
        return
    words = {document.path: document.words for document in report.documents}
    worst = sorted(
        found.items(), key=lambda item: (-sum(map(weight, item[1])), item[0])
    )
    yield "\n| File | Findings | Penalty |\n| --- | ---: | ---: |"
    for path, group in worst[:_LISTED]:
        number = penalty(group, words.get(path, 0))
        told = "–" if number is None else f"{number:,.1f}"
        yield f"| {_plain(path)} | {len(group):,} | {told} |"


def _unaudited(report: Report) -> Iterator[str]:
    if report.failures:
        yield "\n### Not audited\n"
    for failure in report.failures[:_LISTED]:
        yield f"- {_plain(failure.path)}: {_plain(_cut(reason(failure)))}"
    if len(report.failures) > _LISTED:
        yield f"- … and {plural(len(report.failures) - _LISTED, 'more file')}"


def _rows(report: Report, findings: list[Finding], look: Look) -> Iterator[str]:
    worst = sorted(findings, key=lambda each: (-each.severity, -each.confidence))
    return (_row(finding, report.link, look) for finding in worst)


def _fitting(rows: Iterable[str], room: int) -> tuple[str, int]:
    """Return the first rows as far as there is room, and how many are left."""
    kept: list[str] = []
    left = 0
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            left += 1
        else:
            kept.append(row)
    return "".join(kept), left


def _rest(left: int, whole: int, look: Look) -> str:
    """Return how many findings did not fit, and where everything is."""
    if not left:
        return ""
    more = plural(left, "more finding")
    where = f": [all {whole:,}]({look.whole})" if look.whole else ""
    return f"\n… and {more}{where}.\n"


def _row(finding: Finding, link: str | None, look: Look) -> str:
    line = finding.location.start.line
    where = f"{_plain(finding.location.path)}:{line}"
    address = address_of(link, finding.location)
    if address:
        where = f"[{where}]({address.replace('(', '%28').replace(')', '%29')})"
    said = _plain(_cut(message(finding)))
    what = " ".join(filter(None, (said, _plain(mark(finding, look)))))
    return f"| {finding.severity} | {where} | `{finding.rule.id}` | {what} |\n"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _plain(text: str) -> str:
    """Return `text` as Markdown that shows it: no mark-up, no mention, no link."""
    escaped = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", visible(text))
    escaped = _ACTIVE.sub(lambda found: f"{found[0]}<!-- -->", escaped)
    return escaped.replace("&#<!-- -->", "&#")
