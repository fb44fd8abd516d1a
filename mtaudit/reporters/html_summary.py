"""The first screen of the page: how bad, where, and what can be mended now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Applicability, Audited, Finding, Report, Severity
from mtaudit.reporters.html_finding import ICONS, badge, rule_anchor
from mtaudit.reporters.markup import Blocks, Markup, attribute, joined
from mtaudit.reporters.penalty import LEAST_WORDS, penalty, weight
from mtaudit.reporters.summary import by_rule, by_severity, direction, plural

_WORST = 10
"""So many files stand beside what can be mended."""

_LISTED = 10
"""So many rows of a table are seen at once; the others are folded away."""

_MOST_FILES = 200
"""More files than these, the worst, are only counted."""

_WORDINGS = {
    "safe": "mended by --fix",
    "unsafe": "more by --unsafe-fixes",
    "manual": "with a suggestion only",
    "none": "to be mended by hand",
}


class FileRow(NamedTuple):
    """A file that was audited, what was found in it, and where that stands."""

    document: Audited
    findings: Sequence[Finding]
    anchor: str


class Count(NamedTuple):
    """A row of a table of counts, and the filter that it stands for."""

    name: str
    findings: int
    key: str
    value: str
    badge: Markup = Markup()
    anchor: str = "findings"


def file_rows(report: Report) -> list[FileRow]:
    """Return the files in the order of the report, each with an id for the page."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.shown:
        found[finding.location.path].append(finding)
    return [
        FileRow(document, found.get(document.path, ()), f"file-{number}")
        for number, document in enumerate(report.documents, 1)
    ]


def tiles(report: Report, blocks: Blocks) -> Markup:
    """Return the penalty, and a tile for each severity, found or not."""
    shown = list(report.shown)
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
    return blocks.fill("tiles", rows=joined([_penalty(report, shown, blocks), *rows]))


def _penalty(report: Report, shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return the tile of the penalty; a short text has none."""
    words = sum(document.words for document in report.documents)
    number = penalty(shown, words)
    if number is None:
        return Markup()
    density = f"{1000 * len(shown) / words:.1f} findings per 1,000 words"
    return blocks.fill("penalty", number=f"{number:,.1f}", formula=density)


def overview(report: Report, blocks: Blocks) -> Markup:
    """Return what can be mended, the tables of counts, and the worst files."""
    shown = list(report.shown)
    parts: list[Markup] = []
    if shown:
        confidence = _table("confidence", _confidences(shown), blocks)
        parts = [
            blocks.fill("beside", parts=joined([_fixable(shown, blocks), confidence])),
            _worst(report, blocks),
            _table("rule", _rules(shown, blocks), blocks),
            _table("category", _categories(shown), blocks),
            _table("pack", _packs(shown), blocks),
            _table("language", _languages(report), blocks),
        ]
    files = _file_table(report, blocks) if report.documents else Markup()
    return blocks.fill("overview", parts=joined([*parts, files]))


def unaudited(report: Report, blocks: Blocks) -> Markup:
    """Return what was not audited, and why; nothing if all was."""
    rows = [*_left_out(report, blocks)]
    if not rows:
        return Markup()
    some, more = joined(rows[:_MOST_FILES]), _unlisted(len(rows), blocks)
    return blocks.fill("unaudited", rows=some, more=more)


def _fixable(shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return how many findings can be mended, and how freely."""
    counts = Counter(_kind_of_fix(finding.applicability) for finding in shown)
    rows, bars, done = [], [], 0.0
    for kind, wording in _WORDINGS.items():
        count = counts[kind]
        if not count:
            continue
        told = {"kind": kind, "count": f"{count:,}", "wording": wording}
        rows.append(blocks.fill("fixable-row", **told))
        width = 100 * count / len(shown)
        place = {"x": f"{done:.2f}", "width": f"{max(width - 0.3, 0.3):.2f}"}
        bars.append(blocks.fill("share-bar", kind=kind, **place))
        done += width
    return blocks.fill("fixable", rows=joined(rows), bars=joined(bars))


def _worst(report: Report, blocks: Blocks) -> Markup:
    """Return a short table of the files with the largest penalty."""
    rows = [row for row in file_rows(report) if row.findings]
    rows.sort(key=lambda row: (-sum(map(weight, row.findings)), -len(row.findings)))
    told = (blocks.fill("worst-row", **_told(row, blocks)) for row in rows[:_WORST])
    return blocks.fill("worst-table", rows=joined(told))


def _kind_of_fix(applicability: Applicability | None) -> str:
    """Return the word for how freely a fix may be applied; for no fix, ``none``."""
    return "none" if applicability is None else str(applicability)


def _categories(shown: Iterable[Finding]) -> list[Count]:
    counts = Counter(finding.rule.category for finding in shown)
    return [Count(name, count, "cat", name) for name, count in _ordered(counts)]


def _confidences(shown: Iterable[Finding]) -> list[Count]:
    counts = Counter(str(finding.confidence) for finding in shown)
    return [Count(name, count, "conf", name) for name, count in _ordered(counts)]


def _packs(shown: Iterable[Finding]) -> list[Count]:
    counts = Counter(finding.rule.pack for finding in shown)
    return [Count(name, count, "pack", name) for name, count in _ordered(counts)]


def _rules(shown: Iterable[Finding], blocks: Blocks) -> list[Count]:
    """Return the rules, the most frequent first."""
    return [
        Count(
            rule,
            len(findings),
            "rule",
            rule,
            badge(max(finding.severity for finding in findings), blocks),
            attribute(rule_anchor(rule)),
        )
        for rule, findings in by_rule(shown).items()
    ]


def _languages(report: Report) -> list[Count]:
    """Return the target languages."""
    counts: Counter[str] = Counter()
    for row in file_rows(report):
        if row.findings:
            counts[row.document.languages.target or "unknown"] += len(row.findings)
    return [Count(name, count, "lang", name) for name, count in _ordered(counts)]


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return names with their counts, the largest first, equal ones by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _table(noun: str, counts: Sequence[Count], blocks: Blocks) -> Markup:
    """Return a table of counts with a bar each."""
    most = max((count.findings for count in counts), default=1)
    rows = [
        blocks.fill(
            "count-row",
            name=count.name,
            badge=count.badge,
            anchor=count.anchor,
            key=count.key,
            value=attribute(count.value),
            count=f"{count.findings:,}",
            percent=f"{100 * count.findings / most:.1f}",
        )
        for count in counts
    ]
    more, rest = Markup(), len(rows) - _LISTED
    if rest > 0:
        told = {"title": f"{rest:,} more", "noun": noun.capitalize()}
        more = blocks.fill("more-counts", rows=joined(rows[_LISTED:]), **told)
    named = {"title": f"By {noun}", "noun": noun.capitalize()}
    return blocks.fill("count-table", rows=joined(rows[:_LISTED]), more=more, **named)


def _file_table(report: Report, blocks: Blocks) -> Markup:
    """Return the files that were audited, those with the most findings first."""
    worst_first = sorted(file_rows(report), key=lambda row: -len(row.findings))
    rows = [_file_row(row, blocks) for row in worst_first[:_MOST_FILES]]
    count = len(worst_first)
    more = Markup()
    if count > _LISTED:
        rest = _unlisted(count, blocks)
        title = plural(count - _LISTED, "more file")
        told = {"rows": joined(rows[_LISTED:]), "title": title, "rest": rest}
        more = blocks.fill("more-files", **told)
    title = plural(count, "file")
    return blocks.fill(
        "file-table", title=title, rows=joined(rows[:_LISTED]), more=more
    )


def _unlisted(count: int, blocks: Blocks) -> Markup:
    """Return how many rows a table does not list, if it does not list all."""
    rest = count - _MOST_FILES
    if rest <= 0:
        return Markup()
    return blocks.fill("rest", sentence=f"… and {plural(rest, 'more file')}")


def _file_row(row: FileRow, blocks: Blocks) -> Markup:
    """Return the line of one file."""
    languages = row.document.languages
    return blocks.fill(
        "file-row",
        **_told(row, blocks),
        words=f"{row.document.words:,}",
        direction=direction(languages),
        evidence=languages.evidence,
    )


def _told(row: FileRow, blocks: Blocks) -> dict[str, str]:
    """Return the name of a file, with a link to its findings, and its numbers."""
    path, words = row.document.path, row.document.words
    number = penalty(row.findings, words)
    link = {"anchor": row.anchor, "path": path, "value": attribute(path)}
    is_long = words >= LEAST_WORDS
    return {
        "name": blocks.fill("file-link" if row.findings else "file-name", **link),
        "count": f"{len(row.findings):,}",
        "density": f"{1000 * len(row.findings) / words:.1f}" if is_long else "–",
        "penalty": "–" if number is None else f"{number:,.1f}",
    }


def _left_out(report: Report, blocks: Blocks) -> Iterator[Markup]:
    """Yield a line for each file, or rule on a file, that was left out."""
    for failure in report.failures:
        rule = f"{failure.rule} broke (a bug): " if failure.is_bug else ""
        reason = f"{rule}{failure.reason}"
        yield blocks.fill("unaudited-row", path=failure.path, reason=reason)
    for path in report.binary:
        yield blocks.fill("unaudited-row", path=path, reason="is not text")
    for path, reason in report.passed_over:
        yield blocks.fill("unaudited-row", path=path, reason=reason)
