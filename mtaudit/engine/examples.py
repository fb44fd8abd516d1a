"""Whether a rule does what the examples on its card say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.fix import apply_fixes
from mtaudit.model import Applicability, Confidence, Document, Example, Finding
from mtaudit.packs.options import with_options
from mtaudit.packs.rule import Rule


def complaints(rule: Rule, example: Example) -> Iterator[str]:
    """
    Yield what does not hold of an example, in words.

    The rule finds the marked spans and nothing else. Where there are fixes, the
    first of each finding is applied: the result is what the example says, if it
    says so, and where there was a fix there is nothing left to find.
    """
    findings = find_in(rule, example)
    found = [(each.location.span.start, each.location.span.end) for each in findings]
    if [*example.spans] != found:
        wanted = [example.text[start:end] for start, end in example.spans]
        actual = [each.match for each in findings]
        yield f"in {example.text!r} expected {wanted}, found {actual}"
        return
    for finding in findings:
        if "{" in finding.message and "{" not in finding.match:
            yield f"the message has a name that nothing fills: {finding.message}"
    yield from _complaints_of_fixes(rule, example, findings)


def _complaints_of_fixes(
    rule: Rule, example: Example, findings: tuple[Finding, ...]
) -> Iterator[str]:
    applied = apply_fixes(example.text, findings, Applicability.MANUAL)
    if example.fixed is not None and example.fixed != applied.text:
        yield f"the fix makes {applied.text!r}, not {example.fixed!r}"
    if applied.findings:
        left = find_in(rule, example._replace(text=applied.text))
        if len(left) > len(findings) - len(applied.findings):
            matches = [each.match for each in left]
            yield f"the fixed text {applied.text!r} still has {matches}"


def find_in(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Return what `rule` alone finds in an example, sorted by place."""
    settings = Settings(
        target_language=next(iter(rule.meta.langs), "en"),
        source_language=next(iter(rule.meta.source_langs), None),
        select=("ALL",),
        min_confidence=Confidence.LOW,
        require_suppression_reason=True,
    )
    if example.options:
        rule = with_options(rule, example.options, Path())
    auditor = Auditor(settings, [rule], today="2000-01-01")
    document = auditor.parse("example", example.text, example.format)
    if rule.kind.needs_file and example.source is not None:
        original = auditor.parse_original("original", example.source, example.format)
        result = auditor.audit_document(document, original)
    else:
        result = auditor.audit_document(_with_source(document, example.source))
    if result.failures:
        raise RuntimeError(result.failures[0].reason)
    return result.findings


def _with_source(document: Document, source: str | None) -> Document:
    """Return `document` with `source` as the original of each segment."""
    if source is None:
        return document
    segments = (segment._replace(source=source) for segment in document.segments)
    return document._replace(segments=tuple(segments))
