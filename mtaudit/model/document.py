"""What a file becomes: segments of prose, each with a map back to the file."""

import re
from bisect import bisect_right
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from mtaudit.model.span import RawSpan, TextSpan

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in `Segment.text` for inline code, a placeholder, an autolink.

Rules see a noun there and not a hole.
"""


class Role(StrEnum):
    """What a segment is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    """A lone short line: the caption of a picture, or furniture of the page."""

    ALT_TEXT = "alt-text"
    QUOTE = "quote"
    FRONT_MATTER = "front-matter"
    MARKUP = "markup"
    """Lines of the file as it spells them, for rules about the markup itself."""


class Piece(NamedTuple):
    """
    One stretch of segment text and the stretch of file it came from.

    Offsets in code points, of `Segment.text` and of `Document.raw`. They are four
    numbers and not two spans: of thousands of pieces, few are asked where they are.
    """

    text_start: int
    text_end: int
    raw_start: int
    raw_end: int
    verbatim: bool = True
    """
    Whether the two strings are equal, code point for code point.

    An entity, an escape, inline code is a piece that is not verbatim.
    """

    @property
    def text(self) -> TextSpan:
        """Where it is in the segment."""
        return TextSpan(self.text_start, self.text_end)

    @property
    def raw(self) -> RawSpan:
        """Where it is in the file."""
        return RawSpan(self.raw_start, self.raw_end)


class Segment(NamedTuple):
    """A unit of prose that rules look at: a paragraph, a cell, a message."""

    text: str
    pieces: tuple[Piece, ...]
    """Sorted, gapless over `text`, and never overlapping in the file."""

    role: Role = Role.PARAGRAPH
    lang: str | None = None
    """The BCP 47 tag that the file itself gives; else the document's holds."""

    source: str | None = None
    """The same unit in the source language, where it is at hand."""

    source_codes: tuple[str, ...] = ()
    """What each `OPAQUE` of `source` stands for, as its file spells it."""

    source_raw: str | None = None
    """How its file spells `source`, with the markup at its ends."""

    extent: RawSpan | None = None
    """The unit with the markup at its ends; known wherever `source` is."""

    unit_id: str | None = None
    """The key that the format knows the unit by: a msgid, an XLIFF id."""

    spelling: str = ""
    """How the file spells it, in a word of the format's, if there are several ways."""

    is_plural: bool = False
    """Whether it is one of several forms, of which a number chooses."""

    def to_raw(self, span: TextSpan) -> RawSpan:
        """
        Return where `span` of the text stands in the file.

        A span that starts or ends inside a piece that is not verbatim covers
        the whole of that piece.
        """
        first = self._piece_at(span.start)
        last = first if span.end <= first.text_end else self._piece_at(span.end - 1)
        start, end = first.raw_start, last.raw_end
        if first.verbatim:
            start += span.start - first.text_start
        if last.verbatim:
            end = last.raw_start + span.end - last.text_start
        return RawSpan(start, max(start, end))

    def is_verbatim(self, span: TextSpan) -> bool:
        """Whether the file spells `span` exactly as the text does, without gaps."""
        raw = self.to_raw(span)
        return raw.end - raw.start == span.end - span.start and all(
            piece.verbatim for piece in self.pieces if piece.text.overlaps(span)
        )

    def codes(self, raw: str) -> tuple[str, ...]:
        """Return what each `OPAQUE` of the text stands for in the file `raw`."""
        return tuple(
            self.to_raw(TextSpan(match.start(), match.end())).of(raw)
            for match in re.finditer(OPAQUE, self.text)
        )

    def spelled(self, raw: str) -> str:
        """Return how the file `raw` spells the unit, as `source_raw` the original."""
        if self.extent is not None:
            return self.extent.of(raw)
        return self.to_raw(TextSpan(0, len(self.text))).of(raw)

    def _piece_at(self, offset: int) -> Piece:
        """Return the piece that holds the code point at `offset`, else the last."""
        index = bisect_right(self.pieces, offset, key=_text_start)
        return self.pieces[max(index - 1, 0)]


_text_start = attrgetter("text_start")


class Comment(NamedTuple):
    """A comment of the file; any may carry a suppression."""

    text: str
    """Without the marks that make it a comment, stripped."""

    raw: RawSpan
    """With those marks."""

    reach: RawSpan | None = None
    """What it is about, where the format says so; else what follows it."""


class Languages(NamedTuple):
    """The direction of a translation, and on what ground it is assumed."""

    target: str | None = None
    source: str | None = None
    evidence: str = "nothing to go by"


UNKNOWN = Languages()


class Pair(NamedTuple):
    """
    Segments that say the same, or one that nothing on the other side answers.

    Mostly there is one of each side; two of one and one of the other where a
    block was parted or two were joined.
    """

    sources: tuple[int, ...]
    """Places in the original's `Document.segments`; none for what was added."""

    targets: tuple[int, ...]
    """Places in the translation's `Document.segments`; none for what is missing."""

    confidence: float = 1.0
    """How sure it is that they belong together, from 0 to 1."""


class Pairing(NamedTuple):
    """A document beside its original."""

    original: "Document"
    pairs: tuple[Pair, ...]
    """
    Every segment of both sides once, in the order of the translation.

    What is missing stands between its neighbours; a block that was moved stands
    where the translation has it.
    """

    confidence: float
    """How sure it is that the two files are one text, from 0 to 1."""

    by_key: bool = False
    """Whether the keys of the segments say which belong together."""

    @property
    def is_sure(self) -> bool:
        """Whether segments may be compared; if not, only the files as a whole."""
        return self.confidence >= SURE


SURE = 0.8
"""The confidence of a file below which its pairs of segments prove nothing."""


class Document(NamedTuple):
    """One file, parsed."""

    path: str
    """POSIX, relative to the working directory; ``-`` is standard input."""

    raw: str
    """The decoded file: without a BOM, newlines as they are."""

    format: str
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
    declared_lang: str | None = None
    """The target language that the file itself states, e.g. in front matter."""

    declared_source: str | None = None
    """The source language that the file itself states."""

    languages: Languages = UNKNOWN

    pairing: Pairing | None = None
    """The original and what of it became what, where it is a file of its own."""
