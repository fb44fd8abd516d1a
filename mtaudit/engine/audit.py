"""One text under one set of settings: parsed, searched, triaged."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.config.schema import Settings
from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.engine.languages import languages_of
from mtaudit.engine.run import Runner
from mtaudit.engine.suppress import Fault, Suppression, faults_of, read_suppressions
from mtaudit.engine.triage import (
    merge_same_span,
    suppress_by_comment,
    suppress_by_config,
)
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import (
    Audited,
    Document,
    Failure,
    Finding,
    Hit,
    Piece,
    Segment,
    TextSpan,
)
from mtaudit.packs.rule import Rule
from mtaudit.packs.select import select
from mtaudit.text.words import count_words

LONGEST_SEGMENT = 1_000_000
"""Code points. A longer paragraph is no prose, and no rule is meant for it."""


class Result(NamedTuple):
    """What came of one text."""

    audited: Audited
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


class Auditor:
    """Audits texts under one set of settings."""

    def __init__(
        self,
        settings: Settings,
        known: Sequence[Rule],
        *,
        today: str,
        ignore_suppressions: bool = False,
    ) -> None:
        self.settings = settings
        self.rules = select(known, settings)
        self._known = known
        self._today = today
        self._ignore_suppressions = ignore_suppressions
        self._runner = Runner(
            [rule for rule in self.rules if rule.kind_name != "suppression"]
        )
        self._options = FormatOptions(front_matter=settings.front_matter)
        self._faults = {
            str(rule.options["fault"]): rule
            for rule in self.rules
            if rule.kind_name == "suppression"
        }

    def parse(self, path: str, raw: str, format_name: str) -> Document:
        """Return the document, its languages decided; raises `ParseError`."""
        parsed = load_format(format_name).parse(raw, path, self._options)
        return with_languages(parsed, self.settings)

    def audit(self, path: str, raw: str, format_name: str) -> Result:
        """Return the findings of a text; raises `ParseError`."""
        return self.audit_document(self.parse(path, raw, format_name))

    def audit_document(self, document: Document) -> Result:
        """Return the findings of a document, those that are suppressed marked so."""
        escape = load_format(document.format).escape
        outcome = self._runner.run(_within_limits(document), escape)
        suppressions, faults = self._suppressions(document)
        findings = merge_same_span(outcome.findings)
        findings = suppress_by_comment(findings, suppressions)
        shown = tuple(suppress_by_config(findings, self.settings))
        faults += faults_of(
            suppressions,
            self.rules,
            self._known,
            need_reason=self.settings.require_suppression_reason,
        )
        shown += tuple(self._of_faults(faults, document))
        return Result(
            _audited(document),
            tuple(sorted(shown, key=_order)),
            (*outcome.failures, *_too_long(document)),
        )

    def _suppressions(
        self, document: Document
    ) -> tuple[list[Suppression], list[Fault]]:
        if self._ignore_suppressions:
            return [], []
        return read_suppressions(document, self._today)

    def _of_faults(
        self, faults: Iterable[Fault], document: Document
    ) -> Iterator[Finding]:
        """Yield a finding for each fault of a comment whose rule is on."""
        maker = FindingMaker(document, str)
        for fault in faults:
            rule = self._faults.get(fault.name)
            if rule is None:
                continue
            span = fault.comment.raw
            whole = TextSpan(0, span.end - span.start)
            text = span.of(document.raw)
            segment = Segment(text=text, pieces=(Piece(whole, span),))
            hit = Hit(whole, slots=(("detail", fault.detail),))
            yield maker.finding(Placed(rule.meta, segment, hit))


def with_languages(document: Document, settings: Settings) -> Document:
    """Return `document` with the direction of its translation decided."""
    from dataclasses import replace

    return replace(document, languages=languages_of(document, settings))


def _audited(document: Document) -> Audited:
    words = sum(count_words(segment.text) for segment in document.segments)
    return Audited(document.path, document.format, words, document.languages)


def _within_limits(document: Document) -> Document:
    """Return `document` without the segments that are too long to look at."""
    if all(len(each.text) <= LONGEST_SEGMENT for each in document.segments):
        return document
    from dataclasses import replace

    kept = (each for each in document.segments if len(each.text) <= LONGEST_SEGMENT)
    return replace(document, segments=tuple(kept))


def _too_long(document: Document) -> Iterator[Failure]:
    for segment in document.segments:
        if len(segment.text) > LONGEST_SEGMENT:
            reason = (
                f"a paragraph of {len(segment.text):,} characters was passed over: "
                f"the limit is {LONGEST_SEGMENT:,}"
            )
            yield Failure(document.path, reason)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    return location.path, location.span.start, location.span.end, finding.rule.id
