"""fluent: messages of Project Fluent, variants and attributes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.fluent_scan import Pattern, patterns
from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import Part
from mtaudit.model import OPAQUE, Comment, Document, RawSpan, Segment

NAME = "fluent"
SUFFIXES = (".ftl",)

_COMMENT = re.compile(r"^\#{1,3} [ \t]*(mtaudit:[^\r\n]*)", re.MULTILINE)
_REFERENCE = r"&\#?\w+;"
_BREAK = re.compile(r"(?:(?<![ ])[ ]++)?(?:\r?\n[ ]*+)++")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each pattern; what Fluent would skip has none."""
    found = (
        each for pattern in patterns(raw, path) for each in _segments(raw, pattern)
    )
    comments = (
        Comment(match[1].strip(), RawSpan(*match.span()))
        for match in _COMMENT.finditer(raw)
    )
    return Document(path, raw, NAME, tuple(found), tuple(comments))


def escape(text: str, spelling: str = "fluent") -> str | None:  # noqa: ARG001 -- there is one
    """Return `text` as a pattern has it; None where it needs a placeable."""
    return None if re.search(rf"[{{}}\r\n]|{_REFERENCE}", text) else text


def fits(text: str, spelling: str) -> bool:  # noqa: ARG001 -- all are alike
    """Whether a pattern may be `text`: no line may look like another part."""
    return not re.search(rf"(?m)^[\[*.}}\s]|\s$|{_REFERENCE}", text)


def _segments(raw: str, pattern: Pattern) -> Iterator[Segment]:
    """Yield the segments of a pattern."""
    parts: list[Part] = []
    done = pattern.start
    for start, end in (*pattern.placeables, (pattern.end, pattern.end)):
        parts.extend(_lines(raw, done, start))
        if end > start:
            parts.append(Part(OPAQUE, start, end, verbatim=False))
        done = end
    # What shows a pattern on a page takes it for HTML if it has a reference.
    unit = Unit(key=pattern.key, spelling="fluent", is_html=True)
    yield from segments(parts, unit)


def _lines(raw: str, start: int, end: int) -> Iterator[Part]:
    """Yield text between placeables; a line break and its indent are one."""
    done = start
    for match in _BREAK.finditer(raw, start, end):
        if match.start() > done:
            yield Part(raw[done : match.start()], done, match.start())
        breaks = "\n" * match[0].count("\n")
        yield Part(breaks, *match.span(), verbatim=False)
        done = match.end()
    if done < end:
        yield Part(raw[done:end], done, end)
