"""From a string of a resource file to segments: placeables, choices, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.formats.pieces import Part, build, fill, within
from mtaudit.model import OPAQUE, Role, Segment
from mtaudit.text.icu import messages
from mtaudit.text.placeables import placeables, shown

_BREAKS = re.compile(
    r"(?:[ \t]*\r?\n){2,}[ \t]*|\r?\n(?=[ \t]*(?:[-*+•>]|#{1,6}|\d{1,3}[.)])[ \t])"
)
_MARK = re.compile(r"[ \t]*(?:(?P<item>[-*+•]|\d{1,3}[.)])|(?P<head>#{1,6})|>)[ \t]+")
_ROLES = {"item": Role.LIST_ITEM, "head": Role.HEADING, None: Role.QUOTE}
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Unit(NamedTuple):
    """What is known of a string beside its text."""

    key: str | None = None
    role: Role = Role.PARAGRAPH
    lang: str | None = None
    source: str | None = None
    spelling: str = ""


PLAIN = Unit()


def segments(parts: Sequence[Part], unit: Unit = PLAIN) -> Iterator[Segment]:
    """
    Yield the segments of a string, what is no prose in them opaque.

    A string with its original beside it stays whole, so that the two can be
    compared. Branches of a choice come after the message that they stand in.
    """
    text = "".join([part.text for part in parts])
    if _SURROGATE.search(text):
        return
    branches = messages(text)
    if branches is None:
        filled = fill([*parts], [*placeables(text)])
        yield from _paragraphs(filled, unit)
        return
    for start, end, spans in branches:
        holes = [(first - start, last - start, OPAQUE) for first, last in spans]
        inner = fill(within(parts, start, end), holes)
        again = "".join([part.text for part in inner])
        is_whole = end - start == len(text)
        own = unit if is_whole else unit._replace(source=None)
        yield from _paragraphs(fill(inner, [*placeables(again)]), own)


def source_text(text: str | None) -> str | None:
    """Return an original as rules see it, and as `segments` shows a translation."""
    if text is None or not text.strip():
        return None
    branches = messages(text)
    if branches:
        for start, end in reversed(branches[0].holes):
            text = f"{text[:start]}{OPAQUE}{text[end:]}"
    return shown(text).strip()


def _paragraphs(parts: Sequence[Part], unit: Unit) -> Iterator[Segment]:
    """Yield the paragraphs, headings and items of a string."""
    text = "".join([part.text for part in parts])
    if unit.source is not None or "\n" not in text.strip():
        yield from _built(parts, unit)
        return
    start = 0
    for end, after in [*(m.span() for m in _BREAKS.finditer(text)), (len(text),) * 2]:
        mark = _MARK.match(text, start, end)
        role = _ROLES[mark.lastgroup] if mark else unit.role
        inner = within(parts, mark.end() if mark else start, end)
        yield from _built(inner, unit._replace(role=role))
        start = after


def _built(parts: Sequence[Part], unit: Unit) -> Iterator[Segment]:
    segment = build(parts, unit.role, unit.key) if parts else None
    if segment is not None:
        yield segment._replace(
            lang=unit.lang, source=unit.source, spelling=unit.spelling
        )
