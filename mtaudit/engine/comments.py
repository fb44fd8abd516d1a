"""What the comments of a file do to its findings, and the findings on comments."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.engine.due import Direction, concerns
from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.engine.suppress import Fault, faults_of, read_suppressions
from mtaudit.engine.triage import suppress_by_comment
from mtaudit.model import Document, Finding, Hit, Piece, Segment, TextSpan
from mtaudit.packs.rule import Rule

KIND = "suppression"
"""The kind of the rules that speak about comments."""


class Terms(NamedTuple):
    """What suppressions are held to."""

    rules: Sequence[Rule]
    """The rules that are selected."""

    known: Sequence[Rule]
    today: str
    """ISO 8601."""

    need_reason: bool


def has_own(document: Document) -> bool:
    """Whether a comment of the file speaks to mtaudit."""
    return any(comment.text.startswith("mtaudit:") for comment in document.comments)


def obey(
    document: Document, findings: Iterable[Finding], terms: Terms
) -> Iterator[Finding]:
    """Yield the findings, suppressed ones marked, and those on the comments."""
    suppressions, faults = read_suppressions(document, terms.today)
    yield from suppress_by_comment(findings, suppressions)
    directions = _directions(document)
    ran = [each for each in terms.rules if any(concerns(each, d) for d in directions)]
    faults += faults_of(suppressions, ran, terms.known, need_reason=terms.need_reason)
    yield from _of_faults(faults, document, terms.rules)


def _directions(document: Document) -> list[Direction]:
    """Return the directions of a document's texts."""
    target, source, _ = document.languages
    targets = {target, *filter(None, (each.lang for each in document.segments))}
    with_source = any(each.source for each in document.segments)
    return [Direction(each, source, with_source) for each in targets]


def _of_faults(
    faults: Iterable[Fault], document: Document, rules: Iterable[Rule]
) -> Iterator[Finding]:
    """Yield a finding for each fault whose rule is on."""
    by_fault = {rule.options["fault"]: rule for rule in rules if rule.kind_name == KIND}
    maker = FindingMaker(document, str)
    for fault in faults:
        rule = by_fault.get(fault.name)
        if rule is not None:
            yield maker.finding(_placed(fault, rule, document.raw))


def _placed(fault: Fault, rule: Rule, raw: str) -> Placed:
    """Return the comment as a segment of its own, all of it found."""
    span = fault.comment.raw
    whole = TextSpan(0, span.end - span.start)
    segment = Segment(
        text=span.of(raw), pieces=(Piece(0, whole.end, span.start, span.end),)
    )
    return Placed(rule.meta, segment, Hit(whole, slots=(("detail", fault.detail),)))
