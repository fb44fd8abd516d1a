"""What the page shows where no script runs: the first findings, and the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mtaudit.model import Finding, Report
from mtaudit.reporters.comparison import comparison
from mtaudit.reporters.folding import Told, folded
from mtaudit.reporters.html_finding import Setting, finding_markup, rule_anchor
from mtaudit.reporters.html_since import fixed
from mtaudit.reporters.html_summary import file_rows
from mtaudit.reporters.markup import Blocks, Markup, attribute, joined
from mtaudit.reporters.summary import Tally, by_rule, found_sentence, place, plural

MOST = 250
"""So many findings are drawn; with a script, the page has them all."""


def without_script(report: Report, blocks: Blocks) -> Markup:
    """Return the findings file by file, the suppressed ones, and the rules."""
    shown = list(report.shown)
    return blocks.fill(
        "static",
        files=_files(report, shown, blocks),
        rest=_rest(len(shown) - MOST, blocks),
        fixed=fixed(report, blocks),
        suppressed=_suppressed(report, blocks),
        rules=_rules(shown, blocks),
    )


def _rest(count: int, blocks: Blocks) -> Markup:
    """Return what to do about findings that are not drawn."""
    if count <= 0:
        return Markup()
    more = plural(count, "more finding")
    return blocks.fill("rest", sentence=f"{more}: allow scripts to see everything.")


def _files(report: Report, shown: Sequence[Finding], blocks: Blocks) -> Markup:
    """Return the first findings, or what it means that there are none."""
    if not shown:
        return blocks.fill("empty", sentence=found_sentence(report, Tally.of(shown)))
    rows = {row.document.path: row for row in file_rows(report)}
    told = comparison(report)
    setting = Setting(blocks, None, report.link, frozenset(told.new if told else ()))
    parts = []
    for path, findings in groupby(shown[:MOST], lambda each: each.location.path):
        row = rows.get(path)
        lang = row.document.languages.target if row else None
        anchor = row.anchor if row else "file-0"
        parts.append(_file(anchor, list(findings), setting._replace(lang=lang)))
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
    """Return the first findings that something holds back, folded away."""
    held = [finding for finding in report.findings if finding.suppressed_by]
    if not held:
        return Markup()
    rows = [
        blocks.fill(
            "suppressed-row",
            place=place(finding.location),
            rule=finding.rule.id,
            message=finding.message,
            way=finding.suppressed_by or "",
        )
        for finding in held[:MOST]
    ]
    title = plural(len(held), "finding")
    return blocks.fill("suppressed", title=title, rows=joined(rows))


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
