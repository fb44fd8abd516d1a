"""page-furniture: labels of the web page that were swept up with its text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mtaudit.kinds.base import OPEN, DocumentKind, Gate, Rows
from mtaudit.kinds.gates import gate_for
from mtaudit.model import Document, Hit, Role, Segment, TextSpan
from mtaudit.text.scripts import has_word_ends
from mtaudit.text.words import fold

UNMISTAKABLE = "unmistakable"
"""The class of labels that are furniture wherever they stand alone."""

LABEL = "label"
"""The class of labels that need company, or the edge of the page."""

WORD = "word"
"""The class of plain words, which need two neighbours that are furniture."""

_EDGE = 15
"""How many lines make the top, and the bottom, of a page."""

_LONGEST = 120
_SHORT_WORDS = 4
_SHORT_RUN = 3
"""Fewer short lines together are a caption and its credit."""

_FRAME = 10
"""A line that stands in the first and in the last so many frames the page."""

_LINK_WITHIN = re.compile(r"""(?i)<a\s[^<>]*\bhref\s*+=\s*+["']?#[^<>]*+>\s*+\Z""")
_LONGEST_TAG = 300

_STRIP = " \t:.!…»›>→▼▾|•·*-–—"
_PROSE = frozenset({Role.CELL, Role.FRONT_MATTER, Role.QUOTE, Role.ALT_TEXT})
_STRUCTURE = frozenset({Role.HEADING, Role.TITLE, Role.LIST_ITEM})
"""Roles in which a plain label is content: a menu that a page describes."""


class _Line(NamedTuple):
    """A line of a document."""

    segment: Segment
    span: TextSpan
    label: str
    """The line as labels are looked up: folded, without marks at its ends."""

    kind: str | None
    """The class of the label; None if it is none that is known."""

    @property
    def is_short(self) -> bool:
        """Whether it could be a label by its length and lack of a full stop."""
        text = self.span.of(self.segment.text)
        return len(text.split()) <= _SHORT_WORDS and text[-1] not in ".!?…,;"


@dataclass(frozen=True, eq=False, repr=False)
class PageFurniture(DocumentKind):
    """
    Find lines that are labels of a page: navigation, players, advertisements.

    A link of HTML to a place on its own page does what it says, and is none. A
    line counts only if the whole of it is a label. One of class
    ``unmistakable`` is found anywhere; a ``label`` at the top or the bottom of
    the page or next to another, and only if the document has two; a ``word``
    only between others. With `toggles`, these words are found instead, in a run
    of short lines that has two known labels.
    """

    labels: Rows = field(
        default=(), metadata={"table": ("text", "class", "language", "match")}
    )
    """Label, its class, its language, and ``line`` or ``prefix``."""

    toggles: tuple[str, ...] = ()
    """Words such as On and Off: the states of a switch."""

    def gate(self) -> Gate:
        """Open where one of the labels occurs."""
        return gate_for(row[0] for row in self.labels) if self.labels else OPEN

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each line; the fix takes it out."""
        if not any(map(self._has_label, document.segments)):
            return
        lines = [*self._lines(document.segments)]
        found = self._toggled(lines) if self.toggles else _furniture(lines)
        for index in sorted(found):
            if not _is_link_within(lines[index], document.raw):
                yield lines[index].segment, _removal(lines[index])

    def _has_label(self, segment: Segment) -> bool:
        """Whether a line of a segment is a label that counts."""
        if not _is_of_page(segment):
            return False
        lines = (line.strip(_STRIP) for line in segment.text.splitlines())
        short = (line for line in lines if len(line) <= 2 * _LONGEST)
        return any(self._kind(_label(line), segment) for line in short)

    def _lines(self, segments: Iterable[Segment]) -> Iterator[_Line]:
        """Yield the lines of the segments in which furniture could stand."""
        for segment in segments:
            start = 0
            for raw_line in segment.text.splitlines(keepends=True):
                text = raw_line.strip()
                if text:
                    left = start + raw_line.index(text)
                    span = TextSpan(left, left + len(text))
                    label = _label(text)
                    yield _Line(segment, span, label, self._kind(label, segment))
                start += len(raw_line)

    def _kind(self, label: str, segment: Segment) -> str | None:
        """Return the class of a label where it stands, if it counts there."""
        if not _is_of_page(segment):
            return None
        kind = self._class_of(label)
        return None if segment.role in _STRUCTURE and kind != UNMISTAKABLE else kind

    def _class_of(self, label: str) -> str | None:
        """Return the class of a label, if it is known."""
        if len(label) > _LONGEST:
            return None
        known = self._whole.get(label)
        if known is not None or not label.startswith(self._beginnings):
            return known
        for prefix, kind in self._prefixes:
            if label.startswith(prefix) and _ends_word(prefix, label):
                return kind
        return None

    def _toggled(self, lines: list[_Line]) -> set[int]:
        """Return the toggles in runs of short lines with two known labels."""
        found: set[int] = set()
        for run in _short_runs(lines):
            known = [index for index in run if lines[index].kind is not None]
            states = [index for index in run if lines[index].label in self._states]
            if len({lines[index].label for index in known}) > 1:
                found.update(states)
        return found

    @cached_property
    def _whole(self) -> Mapping[str, str]:
        return {_label(row[0]): row[1] for row in self.labels if row[3] == "line"}

    @cached_property
    def _prefixes(self) -> tuple[tuple[str, str], ...]:
        rows = (row for row in self.labels if row[3] == "prefix")
        return tuple((_label(row[0]), row[1]) for row in rows)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(prefix for prefix, _ in self._prefixes)

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(map(_label, self.toggles))


def _is_of_page(segment: Segment) -> bool:
    """Whether labels may have been swept up: where a text has a key, they are meant."""
    return segment.role not in _PROSE and segment.unit_id is None


def _is_link_within(line: _Line, raw: str) -> bool:
    """Whether a line is the text of a link that leads elsewhere on the page."""
    start = line.segment.to_raw(line.span).start
    return _LINK_WITHIN.search(raw, max(0, start - _LONGEST_TAG), start) is not None


def _label(text: str) -> str:
    """Return a line as labels are looked up."""
    return " ".join(fold(text.strip(_STRIP)).split())


def _ends_word(prefix: str, label: str) -> bool:
    """Whether a word ends in `label` where `prefix` does."""
    after = label[len(prefix) : len(prefix) + 1]
    return not after.isalnum() or not has_word_ends(prefix[-1])


def _furniture(lines: list[_Line]) -> set[int]:
    """Return the places of the lines that are furniture."""
    known = {index for index, line in enumerate(lines) if line.kind is not None}
    sure = {index for index in known if lines[index].kind == UNMISTAKABLE}
    labels = {index for index in known if lines[index].kind == LABEL}
    if len({lines[index].label for index in sure | labels}) > 1:
        at_edge = {i for i in labels if i < _EDGE or i >= len(lines) - _EDGE}
        sure |= at_edge | {i for i in labels if {i - 1, i + 1} & (sure | labels)}
    words = {index for index in known if lines[index].kind == WORD}
    sure |= {i for i in words if len({i - 2, i - 1, i + 1, i + 2} & sure) > 1}
    return sure | _frames(lines) if sure else sure


def _frames(lines: list[_Line]) -> set[int]:
    """Return the short lines that stand both at the top and at the bottom."""
    if len(lines) <= 2 * _FRAME:
        return set()
    last = len(lines) - _FRAME
    top = {line.label for line in lines[:_FRAME] if line.is_short}
    bottom = {line.label for line in lines[last:] if line.is_short}
    both = top & bottom
    edges = [*range(_FRAME), *range(last, len(lines))]
    return {i for i in edges if lines[i].label in both and _is_plain(lines[i])}


def _is_plain(line: _Line) -> bool:
    """Whether a line is body text by its role, not a title or an item."""
    return line.segment.role in {Role.PARAGRAPH, Role.CAPTION}


def _short_runs(lines: list[_Line]) -> Iterator[list[int]]:
    """Yield the places of each run of three or more short lines."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.is_short:
            run.append(index)
            continue
        if len(run) >= _SHORT_RUN:
            yield run
        run = []
    if len(run) >= _SHORT_RUN:
        yield run


def _removal(line: _Line) -> Hit:
    """Return a hit whose fix takes out the line with its line break."""
    text, span = line.segment.text, line.span
    if text[span.end : span.end + 1] == "\n":
        return Hit(span, ("",), companions=((TextSpan(span.end, span.end + 1), ""),))
    if span.start and text[span.start - 1] == "\n":
        before = TextSpan(span.start - 1, span.start)
        return Hit(span, ("",), companions=((before, ""),))
    return Hit(span, ("",))
