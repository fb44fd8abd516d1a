"""A finding as a block of lines: its head, its frame, its fix and its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtaudit.model import Finding, Fix, Related
from mtaudit.reporters.ansi import Paint, painter, severity_style
from mtaudit.reporters.base import Look
from mtaudit.reporters.folding import folded
from mtaudit.reporters.frame import Frame
from mtaudit.reporters.summary import mark, message, place
from mtaudit.text.display import visible
from mtaudit.text.width import display_width


def blocks_of(findings: Iterable[Finding], look: Look) -> Iterator[str]:
    """Yield the block of each finding; those that repeat are folded into one."""
    for finding, more in folded(findings):
        yield "".join(f"{line}\n" for line in _block(finding, more, look))


def _block(finding: Finding, more: Sequence[Finding], look: Look) -> Iterator[str]:
    """Yield the lines of one finding."""
    paint = painter(color=look.color)
    frame = Frame(finding, look.width, paint)
    yield _head(finding, look, paint)
    yield from frame.excerpt()
    if finding.fixes:
        yield f"{paint('help', 'help')}: {visible(finding.fixes[0].title)}"
        yield from frame.change(finding.fixes[0])
    if finding.fixes[1:]:
        alternatives = ", ".join(map(_wording, finding.fixes[1:]))
        yield f"{paint('help', 'or')}: {alternatives}"
    for related in finding.related:
        yield f"{paint('strong', 'note')}: {_note(related)}"
    if more:
        yield paint("faint", _rest(finding, more, look.width))


def _head(finding: Finding, look: Look, paint: Paint) -> str:
    """Return the line that says what is wrong."""
    words = [
        paint(severity_style(finding.severity), str(finding.severity)),
        paint("strong", finding.rule.id),
        paint("available", mark(finding, look)),
        message(finding),
    ]
    return " ".join(filter(None, words))


def _wording(fix: Fix) -> str:
    """Return what `fix` would write, or what it says it does."""
    if len(fix.edits) == 1 and fix.edits[0].content.strip():
        return f"“{visible(fix.edits[0].content)}”"
    return visible(fix.title.removeprefix("Replace with "))


def _note(related: Related) -> str:
    """Return what else there is to say, who says it, and where."""
    rule = f"{related.rule}: " if related.rule else ""
    where = f" at {place(related.location)}" if related.location else ""
    return f"{rule}{visible(related.note)}{where}"


def _rest(finding: Finding, more: Sequence[Finding], width: int) -> str:
    """Return how many more there are, and as many of their places as fit."""
    where = [
        f"{line}:{column}" for line, column in (other.location.start for other in more)
    ]
    start = f"… and {len(more):,} more of “{visible(finding.match)}” at "
    room = width - display_width(start)
    while len(where) > 1 and len(", ".join(where)) > room:
        where = [*where[:-2], "…"] if where[-1] == "…" else [*where[:-1], "…"]
    return start + ", ".join(where)
