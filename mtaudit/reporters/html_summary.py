"""The top of the HTML page: counts, tables of rules and files, what was left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Applicability, Audited, Finding, Report, Severity
from mtaudit.reporters.html_finding import ICONS, badge, rule_anchor
from mtaudit.reporters.markup import Blocks, Markup, attribute, joined
from mtaudit.reporters.summary import by_rule, by_severity, direction, plural

_FILES = 10
"""So many files are listed at the top; the others are folded away."""

_WORDS = 250
"""In less text than this, findings per thousand words say nothing."""

_WORDINGS = {
    "safe": "mended by --fix",
    "unsafe": "more by --unsafe-fixes",
    "manual": "with a suggestion only",
    "none": "to be mended by hand",
}


class FileRow(NamedTuple):
    """A file that was audited, how much was found in it, and where that stands."""

    document: Audited
    findings: int
    anchor: str


def file_rows(report: Report) -> list[FileRow]:
    """Return the files in the order of the report, each with an id for the page."""
    counts = Counter(finding.location.path for finding in report.shown)
    return [
        FileRow(document, counts[document.path], f"file-{number}")
        for number, document in enumerate(report.documents, 1)
    ]


def severities(shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return a tile for each severity, those without findings among them."""
    counts = by_severity(shown)
    rows = [
        blocks.fill(
            "severity-tile",
            severity=str(severity),
            icon=ICONS[severity],
            count=f"{counts.get(severity, 0):,}",
            state="some" if severity in counts else "nothing",
        )
        for severity in sorted(Severity, reverse=True)
    ]
    return blocks.fill("severities", rows=joined(rows))


def overview(report: Report, blocks: Blocks) -> Markup:
    """Return the share that can be mended, the rules, and the files, worst first."""
    shown = list(report.shown)
    parts = [_fixable(shown, blocks), _rule_table(shown, blocks)] if shown else []
    files = _file_table(report, blocks) if report.documents else Markup()
    return joined([*parts, files])


def unaudited(report: Report, blocks: Blocks) -> Markup:
    """Return what was not audited, and why; nothing if all was."""
    rows = [*_left_out(report, blocks)]
    return blocks.fill("unaudited", rows=joined(rows)) if rows else Markup()


def _fixable(shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return how many findings can be mended, and how freely."""
    counts = Counter(_kind_of_fix(finding.applicability) for finding in shown)
    rows = [
        blocks.fill(
            "fixable-row", kind=kind, count=f"{counts[kind]:,}", wording=wording
        )
        for kind, wording in _WORDINGS.items()
        if counts[kind]
    ]
    shares = {kind: str(counts[kind]) for kind in _WORDINGS}
    return blocks.fill("fixable", rows=joined(rows), **shares)


def _kind_of_fix(applicability: Applicability | None) -> str:
    """Return the word for how freely a fix may be applied; for no fix, ``none``."""
    return "none" if applicability is None else str(applicability)


def _rule_table(shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return the rules, the most frequent first."""
    rules = by_rule(shown)
    most = max(map(len, rules.values()))
    rows = [
        blocks.fill(
            "rule-row",
            anchor=attribute(rule_anchor(rule)),
            rule=rule,
            badge=badge(max(finding.severity for finding in findings), blocks),
            count=f"{len(findings):,}",
            percent=str(round(100 * len(findings) / most)),
        )
        for rule, findings in rules.items()
    ]
    return blocks.fill("rule-table", rows=joined(rows))


def _file_table(report: Report, blocks: Blocks) -> Markup:
    """Return the files that were audited, those with the most findings first."""
    worst_first = sorted(file_rows(report), key=lambda row: -row.findings)
    rows = [_file_row(row, blocks) for row in worst_first]
    more = Markup()
    if len(rows) > _FILES:
        title = f"{plural(len(rows) - _FILES, 'more file')}"
        more = blocks.fill("more-files", title=title, rows=joined(rows[_FILES:]))
    return blocks.fill(
        "file-table",
        title=plural(len(rows), "file"),
        rows=joined(rows[:_FILES]),
        more=more,
    )


def _file_row(row: FileRow, blocks: Blocks) -> Markup:
    """Return the line of one file."""
    path, words, languages = (
        row.document.path,
        row.document.words,
        row.document.languages,
    )
    name = blocks.fill("file-link", anchor=row.anchor, path=path)
    density = f"{1000 * row.findings / words:.1f}" if words >= _WORDS else "–"
    return blocks.fill(
        "file-row",
        name=name if row.findings else blocks.fill("file-name", path=path),
        count=f"{row.findings:,}",
        words=f"{words:,}",
        density=density,
        direction=direction(languages),
        evidence=languages.evidence,
    )


def _left_out(report: Report, blocks: Blocks) -> Iterator[Markup]:
    """Yield a line for each file, or rule on a file, that was left out."""
    for failure in report.failures:
        rule = f"{failure.rule} broke (a bug): " if failure.is_bug else ""
        reason = f"{rule}{failure.reason}"
        yield blocks.fill("unaudited-row", path=failure.path, reason=reason)
    for path in report.binary:
        yield blocks.fill("unaudited-row", path=path, reason="is not text")
