"""How many of the faults are found in their places, and how much cries wolf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.model import Confidence, Finding
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs
from tests.bitext.faults import FAULTS, PAGES, Broken
from tests.bitext.pairs import Page, page

ALL, DEFAULT = "ALL", "DEFAULT"


class Share(NamedTuple):
    """How many of how many."""

    found: int
    whole: int

    @property
    def value(self) -> float:
        """From 0 to 1; nothing of nothing is nothing."""
        return self.found / self.whole if self.whole else 0.0


def auditor(selection: str) -> Auditor:
    """Return what audits translations into English."""
    everything = selection == ALL
    settings = Settings(
        target_language="en",
        select=(selection,),
        min_confidence=Confidence.LOW if everything else Confidence.MEDIUM,
    )
    rules = [card.rule for card in read_packs(built_in())]
    return Auditor(settings, rules, today="2000-01-01")


def findings(by: Auditor, clean: Page, blocks: Sequence[str]) -> tuple[Finding, ...]:
    """Return what is found in a translation beside its original."""
    original = by.parse_original("o.md", "\n\n".join(clean.source) + "\n", "markdown")
    text = "\n\n".join(blocks) + "\n"
    document = by.parse("t.md", text, "markdown", original=original)
    result = by.audit_document(document, original)
    assert not result.failures
    return result.findings


def recall(by: Auditor, fault: str, count: int) -> Share:
    """Return how many faults of one sort are found in their places."""
    chance = Random(fault)  # noqa: S311 -- the same faults each time
    found = 0
    for number in range(count):
        clean = PAGES.get(fault, page)(number)
        broken = FAULTS[fault](clean, chance)
        before = {each.message for each in findings(by, clean, clean.target)}
        found += any(
            each.message not in before and _is_there(each, broken)
            for each in findings(by, clean, broken.blocks)
        )
    return Share(found, count)


def alarms(by: Auditor, count: int) -> Share:
    """Return how many blocks of clean translations are flagged."""
    flagged = whole = 0
    for number in range(count):
        clean = page(number)
        spans = [*_spans(clean.target)]
        found = [each.location.span.start for each in findings(by, clean, clean.target)]
        flagged += sum(any(a <= at < b for at in found) for a, b in spans)
        whole += len(spans)
    return Share(flagged, whole)


def _is_there(finding: Finding, broken: Broken) -> bool:
    """Whether a finding is in the block at fault, or beside where one is missing."""
    spans = [*_spans(broken.blocks)]
    first, last = (
        spans[max(broken.place - 1, 0)],
        spans[min(broken.place, len(spans) - 1)],
    )
    return first[0] <= finding.location.span.start < last[1]


def _spans(blocks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the blocks of a page stand in its file."""
    start = 0
    for block in blocks:
        yield start, start + len(block)
        start += len(block) + 2
