"""Edits into new text: sorted, atomic for each finding, never overlapping."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from typing import NamedTuple

from mtaudit.model import Applicability, Edit, Finding

PASSES = 10
"""How often a file is fixed and audited again before we give up."""


class Applied(NamedTuple):
    """A text with fixes in it."""

    text: str
    findings: tuple[Finding, ...]
    """Those that were mended; the others stay for the next pass."""


class Stable(NamedTuple):
    """A text in which nothing is left to fix."""

    text: str
    mended: tuple[Finding, ...]
    """What was mended on the way, as each pass found it."""


class Unstable(NamedTuple):
    """Rules that undo each other's fixes; the text is to stay as it was."""

    rules: tuple[str, ...]


def apply_fixes(raw: str, findings: Iterable[Finding], least: Applicability) -> Applied:
    """
    Return `raw` with the best fix of each finding that is at least `least` free.

    Fixes are taken in the order of their first edits. One that overlaps or
    touches a place that an earlier one changes is left for the next pass, whole.
    """
    taken = _Taken()
    mended: list[Finding] = []
    for finding in sorted(filter(_is_open, findings), key=_first_offset):
        fix = finding.fixes[0]
        if fix.applicability < least or not fix.edits:
            continue
        if taken.take(fix.edits):
            mended.append(finding)
    return Applied(taken.written_into(raw), tuple(mended))


def _is_open(finding: Finding) -> bool:
    return bool(finding.fixes) and not finding.suppressed_by


def _first_offset(finding: Finding) -> tuple[int, str]:
    edits = finding.fixes[0].edits
    return min((edit.span.start for edit in edits), default=0), finding.rule.id


class _Taken:
    """Edits that neither overlap nor touch, sorted by place."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []

    def take(self, edits: Iterable[Edit]) -> bool:
        """Take all of `edits`, or none if one touches what was taken before."""
        edits = [*edits]
        if not all(map(self._is_free, edits)):
            return False
        for edit in edits:
            insort(self._edits, edit)
        return True

    def _is_free(self, edit: Edit) -> bool:
        """Whether no taken edit overlaps `edit` or shares an end with it."""
        index = bisect_left(self._edits, edit)
        before, after = (
            self._edits[max(index - 1, 0) : index],
            self._edits[index : index + 1],
        )
        return all(other.span.end < edit.span.start for other in before) and all(
            edit.span.end < other.span.start for other in after
        )

    def written_into(self, raw: str) -> str:
        """Return `raw` with the edits made."""
        parts, position = [], 0
        for edit in self._edits:
            parts += [raw[position : edit.span.start], edit.content]
            position = edit.span.end
        return "".join([*parts, raw[position:]])


def fix_until_stable(
    raw: str,
    findings: tuple[Finding, ...],
    *,
    least: Applicability,
    audit: Callable[[str], tuple[Finding, ...]],
) -> Stable | Unstable:
    """
    Return the text once no fix is left, auditing it again after each pass.

    A text that comes back, or that is not stable after `PASSES`, means rules
    that undo each other: they are named, and nothing should be written.
    """
    text = raw
    mended: tuple[Finding, ...] = ()
    history: list[tuple[str, tuple[str, ...]]] = []
    for _ in range(PASSES):
        applied = apply_fixes(text, findings, least)
        if not applied.findings:
            return Stable(text, mended)
        rules = tuple(sorted({finding.rule.id for finding in applied.findings}))
        history.append((text, rules))
        text = applied.text
        mended += applied.findings
        seen = [before for before, _ in history]
        if text in seen:
            fighting = history[seen.index(text) :]
            return Unstable(
                tuple(sorted({each for _, ids in fighting for each in ids}))
            )
        findings = audit(text)
    left = apply_fixes(text, findings, least)
    if not left.findings:
        return Stable(text, mended)
    return Unstable(tuple(sorted({finding.rule.id for finding in left.findings})))
