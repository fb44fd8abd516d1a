"""plain: text without markup, where blank lines part paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.pieces import Part, even_breaks, pieces_of, text_of
from mtaudit.formats.plain_roles import with_roles
from mtaudit.formats.plain_units import Line, Unit, lines_of, units_of
from mtaudit.model import (
    Comment,
    Document,
    RawSpan,
    Role,
    Segment,
)

NAME = "plain"
SUFFIXES = (".txt", ".text")

_COMMENT = re.compile(
    r"<!--\s*+(?P<markup>mtaudit:.*?)(?:(?<!\s)\s++)?-->|(?:\#|//)\s*+(?P<line>mtaudit:.*+)"
)


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each paragraph, heading, caption and list item."""
    comments: list[Comment] = []
    blocks = (units_of(block) for block in _blocks(raw, comments))
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(_segment(raw, *placed) for placed in with_roles(blocks)),
        comments=tuple(comments),
    )


def escape(text: str) -> str:
    """Return `text`: nothing in it is markup."""
    return text


def _blocks(raw: str, comments: list[Comment]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones; comments part blocks and are noted."""
    block: list[Line] = []
    for line in lines_of(raw):
        match = _COMMENT.fullmatch(line.text) if "mtaudit:" in line.text else None
        if match:
            text = (match["markup"] or match["line"]).strip()
            comments.append(Comment(text, RawSpan(line.start, line.end)))
        if line.text and not match:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _segment(raw: str, unit: Unit, role: Role) -> Segment:
    """Return the segment of a unit, without the mark of a list item."""
    start = unit.start + (unit.mark_width if role is Role.LIST_ITEM else 0)
    text = raw[start : unit.end]
    parts = [Part(text, start, unit.end)]
    if not unit.is_single:
        parts = [*even_breaks(parts)]
    return Segment(text=text_of(parts), pieces=pieces_of(parts), role=role)
