"""Findings that say the same again and again, told a few times and then counted."""

from collections.abc import Iterable
from typing import NamedTuple

from mtaudit.model import Finding

_DRAWN = 3
"""Of findings that are the same but for the place, this many are drawn."""


class Told(NamedTuple):
    """A finding to draw, and those that it stands for as well."""

    finding: Finding
    more: list[Finding]


def folded(findings: Iterable[Finding]) -> list[Told]:
    """
    Return the findings to draw, in order.

    In one file, findings of one rule with the same match and the same
    replacement are drawn three times; the third stands for the rest.
    """
    drawn: dict[tuple[object, ...], list[Told]] = {}
    everything: list[Told] = []
    for finding in findings:
        same = drawn.setdefault(_sameness(finding), [])
        if len(same) == _DRAWN:
            same[-1].more.append(finding)
        else:
            same.append(Told(finding, []))
            everything.append(same[-1])
    return everything


def _sameness(finding: Finding) -> tuple[object, ...]:
    """Return what two findings share when only the place tells them apart."""
    replacement = tuple(edit.content for fix in finding.fixes[:1] for edit in fix.edits)
    return finding.location.path, finding.rule.id, finding.match, replacement
