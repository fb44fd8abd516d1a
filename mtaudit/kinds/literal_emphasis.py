"""literal-emphasis: asterisks that were to make words bold and are shown instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import in_lines
from mtaudit.model import Applicability, Document, Hit, Segment, TextSpan

SPACED, UNFLANKED, SINGLE = "spaced", "unflanked", "single"

_MARK = re.compile(r"(?<![*/\\])\*\*(?![*/\\])")
_LONGEST = 300
_BRACKETS = {
    "「": "」",
    "『": "』",
    "“": "”",
    "（": "）",
    "(": ")",
    "《": "》",
    "‘": "’",
}


@dataclass(frozen=True, eq=False, repr=False)
class LiteralEmphasis(DocumentKind):
    """
    Find pairs of ``**`` that a parser of Markdown left in the text.

    ``spaced``: white space stands inside the marks. ``unflanked``: there is
    none, but a mark of punctuation inside and a letter outside keep them from
    working. ``single``: a mark without its partner.
    """

    report: str
    """``spaced``, ``unflanked`` or ``single``."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, (SPACED, UNFLANKED, SINGLE))

    def gate(self) -> Gate:
        """Open where two asterisks are left in the text."""
        return Gate(parts=frozenset({"**"}))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each pair, in the lines of the file around it."""
        if self.formats and document.format not in self.formats:
            return
        for segment in document.segments:
            for hit in self._hits(segment, document.raw):
                yield in_lines(document.raw, hit)

    def _hits(self, segment: Segment, raw: str) -> Iterator[Hit]:
        """Yield the faults of a segment, in offsets of the file."""
        spans = [TextSpan(*match.span()) for match in _MARK.finditer(segment.text)]
        marks = [span for span in spans if segment.is_verbatim(span)]
        if len(marks) % 2:
            if self.report == SINGLE and len(marks) == 1:
                span = segment.to_raw(marks[0])
                yield Hit(TextSpan(span.start, span.end), limit=Applicability.MANUAL)
            return
        for first, last in zip(marks[::2], marks[1::2], strict=True):
            inner = segment.text[first.end : last.start]
            if _is_formula(segment.text, first, last) or not inner.strip():
                continue
            is_spaced = inner != inner.strip()
            wanted = SPACED if is_spaced else UNFLANKED
            if len(inner) <= _LONGEST and self.report == wanted:
                yield _hit(segment, raw, (first, last))


def _is_formula(text: str, first: TextSpan, last: TextSpan) -> bool:
    """Whether the marks raise to powers, stand in a path, or note a table."""
    around = (text[first.end : first.end + 2] + text[: first.start][-2:]).strip()
    return around.isdigit() or text[last.end :].lstrip()[:1].isdigit()


def _hit(segment: Segment, raw: str, marks: tuple[TextSpan, TextSpan]) -> Hit:
    """Return a hit from mark to mark, with what would make the words bold."""
    start, end = map(segment.to_raw, marks)
    inner = raw[start.end : end.start]
    span = TextSpan(start.start, end.end)
    if inner == inner.strip():
        return Hit(span, (_flanked(inner),), limit=Applicability.UNSAFE)
    before, after = raw[: start.start][-1:], raw[end.end : end.end + 1]
    left = " " if inner[0].isspace() and before.isalnum() else ""
    right = " " if inner[-1].isspace() and after.isalnum() else ""
    body = inner.strip()
    mended = f"{left}**{body}**{right}"
    works = _is_plain(body[0]) and _is_plain(body[-1])
    limit = Applicability.SAFE if works else Applicability.UNSAFE
    return Hit(span, (mended,), limit=limit)


def _is_plain(char: str) -> bool:
    """Whether marks next to `char` work whatever stands on their other side."""
    return char.isalnum()


def _flanked(inner: str) -> str:
    """Return the words bold: the marks inside their brackets, or a tag."""
    closing = _BRACKETS.get(inner[0])
    body = inner[1:-1]
    is_whole = closing == inner[-1] and bool(body) and closing not in body
    if is_whole and _is_plain(body[0]) and _is_plain(body[-1]):
        return f"{inner[0]}**{body}**{inner[-1]}"
    return f"<strong>{inner}</strong>"
