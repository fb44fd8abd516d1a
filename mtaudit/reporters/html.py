"""html: one page that needs nothing else, for people who edit text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mtaudit import __version__
from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.folding import Told, folded
from mtaudit.reporters.html_finding import Setting, finding_markup, rule_anchor
from mtaudit.reporters.html_summary import file_rows, overview, severities, unaudited
from mtaudit.reporters.markup import Blocks, Markup, attribute, joined
from mtaudit.reporters.summary import (
    assumed_languages,
    by_rule,
    found_sentence,
    place,
    plural,
    share,
)


def render(report: Report, _look: Look) -> str:
    """Return the page: counts, what was left out, the findings by file, the rules."""
    blocks = Blocks()
    shown = list(report.shown)
    return blocks.fill(
        "page",
        style=blocks.style,
        headline=_headline(report, shown),
        lead=_lead(report),
        severities=severities(shown, blocks),
        overview=overview(report, blocks),
        unaudited=unaudited(report, blocks),
        files=_files(report, shown, blocks),
        suppressed=_suppressed(report, blocks),
        rules=_rules(shown, blocks),
        version=__version__,
        signature=report.signature,
    )


def _headline(report: Report, shown: Sequence[Finding]) -> str:
    """Return the outcome in a few words."""
    if shown:
        return f"{plural(len(shown), 'finding')} in {share(report)}"
    return "No findings" if report.documents else "No files were audited"


def _lead(report: Report) -> str:
    """Return how much was checked, with how many rules, in which languages."""
    words = plural(sum(document.words for document in report.documents), "word")
    files = plural(len(report.documents), "file")
    checked = f"Checked {words} in {files} with {plural(report.rules, 'rule')}."
    fixed = [f"Fixed {plural(report.fixed, 'finding')}."] if report.fixed else []
    return " ".join([checked, *fixed, *assumed_languages(report)])


def _files(report: Report, shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return the findings file by file, or what it means that there are none."""
    if not shown:
        return blocks.fill("empty", sentence=found_sentence(report, shown))
    rows = {row.document.path: row for row in file_rows(report)}
    parts = []
    for path, findings in groupby(shown, lambda finding: finding.location.path):
        row = rows.get(path)
        lang = row.document.languages.target if row else None
        anchor = row.anchor if row else "file-0"
        parts.append(_file(anchor, list(findings), Setting(blocks, lang)))
    return joined(parts)


def _file(anchor: str, findings: Sequence[Finding], setting: Setting) -> Markup:
    """Return the findings of one file below its name."""
    return setting.blocks.fill(
        "file",
        anchor=anchor,
        path=findings[0].location.path,
        count=plural(len(findings), "finding"),
        findings=joined(_told(told, setting) for told in folded(findings)),
    )


def _told(told: Told, setting: Setting) -> Markup:
    """Return a finding, and those that it stands for folded away below it."""
    first = _article(told.finding, setting)
    if not told.more:
        return first
    title = f"… and {len(told.more):,} more of “{told.finding.match}”"
    findings = joined(_article(finding, setting) for finding in told.more)
    return joined(
        [first, setting.blocks.fill("more-findings", title=title, findings=findings)]
    )


def _article(finding: Finding, setting: Setting) -> Markup:
    """Return one finding, its fingerprint for an address that lasts."""
    return finding_markup(finding, f"f-{finding.fingerprint}", setting)


def _suppressed(report: Report, blocks: Blocks) -> Markup:
    """Return the findings that something holds back, folded away."""
    rows = [
        blocks.fill(
            "suppressed-row",
            place=place(finding.location),
            rule=finding.rule.id,
            message=finding.message,
            way=finding.suppressed_by,
        )
        for finding in report.findings
        if finding.suppressed_by
    ]
    title = plural(len(rows), "finding")
    return (
        blocks.fill("suppressed", title=title, rows=joined(rows)) if rows else Markup()
    )


def _rules(shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return why the rules that found something are there."""
    rows = joined(_rule_rows(shown, blocks))
    return blocks.fill("rules", rows=rows) if rows else Markup()


def _rule_rows(shown: Sequence[Finding], blocks: Blocks) -> Iterator[Markup]:
    """Yield the word of each rule, by id."""
    for rule, findings in sorted(by_rule(shown).items()):
        meta = findings[0].rule
        reason = meta.why_not_safe
        yield blocks.fill(
            "rule",
            anchor=attribute(rule_anchor(rule)),
            rule=rule,
            why=meta.why,
            why_not_safe=blocks.fill("why-not-safe", reason=reason) if reason else "",
            category=meta.category,
            confidence=str(meta.confidence),
        )
