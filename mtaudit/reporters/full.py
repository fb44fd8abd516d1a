"""full: each finding in a frame, with its lines, and the fix before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby

from mtaudit.model import Finding, Report
from mtaudit.reporters.base import Look
from mtaudit.reporters.order import by_parts, path_of
from mtaudit.reporters.summary import Tally, closing, spaced


def render(report: Report, look: Look) -> Iterator[str]:
    """Yield a frame for each finding, those that repeat folded, then the closing."""
    return spaced(_parts(report, look))


def _parts(report: Report, look: Look) -> Iterator[str]:
    tally = Tally()
    for frames, counted in by_parts(report.findings, partial(_drawn, look=look)):
        yield from frames
        tally.add(counted)
    yield closing(report, look, tally)


def _drawn(findings: Iterable[Finding], look: Look) -> tuple[list[str], Tally]:
    """Return the frames of findings, and what was counted of them."""
    tally = Tally()
    return [*_blocks(tally.shown(findings), look)], tally


def _blocks(findings: Iterator[Finding], look: Look) -> Iterator[str]:
    """Yield the frames, those of one file after those of another."""
    first = next(findings, None)
    if first is None:
        return
    # A clean text, the commonest of all, needs no frames.
    from mtaudit.reporters.blocks import blocks_of

    for _, group in groupby(chain([first], findings), path_of):
        yield from blocks_of(group, look)
