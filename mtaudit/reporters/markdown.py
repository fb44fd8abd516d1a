"""markdown: for a comment on a change, and for the summary of a job."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.gates import failed_rows
from mtaudit.reporters.links import address_of
from mtaudit.reporters.machine import reason
from mtaudit.reporters.order import shown
from mtaudit.reporters.penalty import per_thousand, weight
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

_SHORTEST = 20
"""Bytes of a row of findings, at least."""

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
    found = _Found(shown(report))
    parts = [*_summary(report, found, look), *_unaudited(report)]
    text = "".join(f"{line}\n" for line in parts)
    room = look.room - _CLOSING - len(text.encode())
    rows = [*_fitting(report, room, look)]
    table = f"\n### Findings\n\n{_HEAD}\n{''.join(rows)}" if rows else ""
    yield f"{text}{table}{_rest(found.tally.count - len(rows), found, look)}"


_HEAD = "| Severity | Place | Rule | What |\n| --- | --- | --- | --- |"


class _Found:
    """What is counted of the findings that are shown."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.tally = Tally()
        self.categories: Counter[str] = Counter()
        self.files: Counter[str] = Counter()
        self.weights: dict[str, float] = {}
        self.weight = 0.0
        for finding in self.tally.shown(findings):
            path, weighs = finding.location.path, weight(finding)
            self.categories[finding.rule.category] += 1
            self.files[path] += 1
            self.weights[path] = self.weights.get(path, 0.0) + weighs
            self.weight += weighs


def _summary(report: Report, found: _Found, look: Look) -> Iterator[str]:
    yield "## mtaudit\n"
    yield _plain(found_sentence(report, found.tally))
    yield from (f"\n{_plain(each)}" for each in _sentences(report, found, look))
    yield from _failed(report)
    if found.tally.count:
        yield from _counts("Rule", found.tally.rules)
        yield from _counts("Category", found.categories)
        yield from _worst(report, found)


def _failed(report: Report) -> Iterator[str]:
    """Yield a table of the limits that were not kept."""
    for number, row in enumerate(failed_rows(report)):
        if number == 0:
            yield "\n| Failed | Files | Value | Limit |\n| --- | --- | ---: | --- |"
        yield f"| {' | '.join(map(_plain, row))} |"


def _sentences(report: Report, found: _Found, look: Look) -> Iterator[str]:
    words = sum(each.words for each in report.documents)
    number = per_thousand(found.weight, words)
    if number is not None:
        yield f"Detected-issue penalty: {number:,.1f} per 1,000 words."
    yield from available_fixes(found.tally, look)
    yield from compared_sentences(report)
    yield from assumed_languages(report)


def _counts(noun: str, names: Mapping[str, int]) -> Iterator[str]:
    """Yield a table of the most frequent names."""
    counts = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    yield f"\n| {noun} | Findings |\n| --- | ---: |"
    for name, count in counts[:_LISTED]:
        yield f"| {_plain(name)} | {count:,} |"
    if len(counts) > _LISTED:
        rest = counts[_LISTED:]
        yield f"| {len(rest):,} more | {sum(count for _, count in rest):,} |"


def _worst(report: Report, found: _Found) -> Iterator[str]:
    """Yield a table of the files with the largest penalty."""
    if len(found.files) <= 1:
        return
    words = {document.path: document.words for document in report.documents}
    worst = sorted(found.weights.items(), key=lambda item: (-item[1], item[0]))
    yield "\n| File | Findings | Penalty |\n| --- | ---: | ---: |"
    for path, weighed in worst[:_LISTED]:
        number = per_thousand(weighed, words.get(path, 0))
        told = "–" if number is None else f"{number:,.1f}"
        yield f"| {_plain(path)} | {found.files[path]:,} | {told} |"


def _unaudited(report: Report) -> Iterator[str]:
    if report.failures:
        yield "\n### Not audited\n"
    for failure in report.failures[:_LISTED]:
        yield f"- {_plain(failure.path)}: {_plain(_cut(reason(failure)))}"
    if len(report.failures) > _LISTED:
        yield f"- … and {plural(len(report.failures) - _LISTED, 'more file')}"


def _fitting(report: Report, room: int, look: Look) -> Iterator[str]:
    """Yield the rows of the worst findings, as far as there is room."""
    most = max(room, 0) // _SHORTEST
    for finding in nsmallest(most, shown(report), key=_badness):
        row = _row(finding, report.link, look)
        room -= len(row.encode())
        if room < 0:
            return
        yield row


def _badness(finding: Finding) -> tuple[int, int]:
    return -finding.severity, -finding.confidence


def _rest(left: int, found: _Found, look: Look) -> str:
    """Return how many findings did not fit, and where everything is."""
    if not left:
        return ""
    more = plural(left, "more finding")
    where = f": [all {found.tally.count:,}]({look.whole})" if look.whole else ""
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
