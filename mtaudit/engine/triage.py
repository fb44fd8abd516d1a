"""The pure steps between rules and reader. A step marks findings; it drops none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from mtaudit.config.schema import Settings
from mtaudit.model import Finding, Related
from mtaudit.packs.select import matches
from mtaudit.text.globs import Globs


class Covers(Protocol):
    """What can say that it leaves a finding out."""

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is to be left out."""


def merge_same_span(findings: Iterable[Finding]) -> Iterator[Finding]:
    """
    Yield one finding for each span; the others are listed in its `related`.

    It must come before suppression: a comment that names the rule that is shown
    must silence the place. The more specific rule is shown: one for this pair of
    languages before one for this target before one for any.
    """
    for _, group in groupby(findings, lambda each: each.location.span):
        first, *others = sorted(group, key=_specificity)
        if not others:
            yield first
            continue
        related = (Related(each.message, rule=each.rule.id) for each in others)
        fixes = first.fixes or next((each.fixes for each in others if each.fixes), ())
        yield first._replace(related=(*first.related, *related), fixes=fixes)


def _specificity(finding: Finding) -> tuple[int, int, int, str]:
    rule = finding.rule
    scope = 2 * bool(rule.source_langs) + bool(rule.langs)
    return -scope, -finding.severity, -rule.confidence, rule.id


def suppress_by_comment(
    findings: Iterable[Finding], suppressions: Sequence[Covers]
) -> Iterator[Finding]:
    """Yield the findings, those that a comment covers marked so."""
    for finding in findings:
        covering = [each for each in suppressions if each.covers(finding)]
        yield finding._replace(suppressed_by="comment") if covering else finding


def suppress_by_config(
    findings: Iterable[Finding], settings: Settings
) -> Iterator[Finding]:
    """Yield the findings, those that ``per-file-ignores`` covers marked so."""
    if not settings.per_file_ignores:
        yield from findings
        return
    globs = {
        Globs([glob], settings.root): selectors
        for glob, selectors in settings.per_file_ignores.items()
    }
    for finding in findings:
        path = os.path.abspath(finding.location.path)  # noqa: PTH100 -- globs take text
        ignored = any(
            glob.match(path)
            and any(matches(selector, finding.rule) for selector in selectors)
            for glob, selectors in globs.items()
        )
        if ignored and not finding.suppressed_by:
            yield finding._replace(suppressed_by="config")
        else:
            yield finding
