"""From a string of a resource file to segments: placeables, choices, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.formats.pieces import Part, Prose, fill, prose_of, text_of, within
from mtaudit.model import OPAQUE, Piece, RawSpan, Role, Segment
from mtaudit.text.icu import messages
from mtaudit.text.placeables import placeables, plain_parts

_BREAKS = re.compile(
    r"(?:(?<![ \t])[ \t]++)?\r?\n(?:[ \t]*+\r?\n)++[ \t]*+"
    r"|\r?\n(?=[ \t]*+(?:[-*+•>]|#{1,6}|\d{1,3}[.)])[ \t])"
)
_MARK = re.compile(r"[ \t]*(?:(?P<item>[-*+•]|\d{1,3}[.)])|(?P<head>#{1,6})|>)[ \t]+")
_CODE = re.compile(r"(?ms)^[ \t]*+(`{3,}+)[^`\n]*+\n.*?^[ \t]*+\1`*+[ \t]*+$")
"""A fenced block, from one fence to the other."""

_ROLES = {"item": Role.LIST_ITEM, "head": Role.HEADING, None: Role.QUOTE}
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Original(NamedTuple):
    """The string that another one is a translation of."""

    text: str
    """As rules see it, and as `segments` shows the translation."""

    codes: tuple[str, ...]
    raw: str


class Unit(NamedTuple):
    """What is known of a string beside its text."""

    key: str | None = None
    role: Role = Role.PARAGRAPH
    lang: str | None = None
    source: Original | None = None
    spelling: str = ""
    extent: RawSpan | None = None
    """The string with the markup at its ends, if that goes beyond its text."""

    is_plural: bool = False
    is_html: bool = False
    """Whether it is HTML though it has no tags."""


PLAIN = Unit()


def segments(parts: Sequence[Part], unit: Unit = PLAIN) -> Iterator[Segment]:
    """
    Yield the segments of a string, what is no prose in them opaque.

    A string with its original beside it stays whole, so that the two can be
    compared. Branches of a choice come after the message that they stand in.
    """
    text = text_of(parts)
    if not text.isascii() and _SURROGATE.search(text):
        return
    branches = messages(text)
    if unit.source is not None and parts and unit.extent is None:
        unit = unit._replace(extent=RawSpan(parts[0].start, parts[-1].end))
    if branches is None:
        prose = _at_once(parts) if unit.source else None
        if prose is None:
            found = [*placeables(text, is_html=unit.is_html)]
            yield from _paragraphs(fill([*parts], found), unit)
        else:
            yield _segment(prose, unit)
        return
    for start, end, spans in branches:
        holes = [(first - start, last - start, OPAQUE) for first, last in spans]
        inner = fill(within(parts, start, end), holes)
        again = text_of(inner)
        is_whole = end - start == len(text)
        own = unit if is_whole else unit._replace(source=None)
        yield from _paragraphs(fill(inner, [*placeables(again)]), own)


def original(
    parts: Sequence[Part], raw: str, extent: RawSpan | None = None
) -> Original | None:
    """Return the original that `parts` of the file spell; None if it is blank."""
    text = text_of(parts)
    if not text.strip():
        return None
    spelled = extent.of(raw) if extent else raw[parts[0].start : parts[-1].end]
    branches = messages(text)
    inner = branches[0].holes if branches else ()
    filled = fill([*parts], [(*hole, OPAQUE) for hole in inner])
    filled = fill(filled, [*placeables(text_of(filled))])
    text = text_of(filled)
    if OPAQUE not in text:
        return Original(text.strip(), (), spelled)
    codes = tuple(raw[each.start : each.end] for each in filled if each.text == OPAQUE)
    return Original(text.strip(), codes, spelled)


def _paragraphs(parts: Sequence[Part], unit: Unit) -> Iterator[Segment]:
    """Yield the paragraphs, headings and items of a string."""
    text = text_of(parts)
    if unit.source is not None or "\n" not in text.strip():
        yield from _built(parts, unit)
        return
    start = 0
    for end, after in [*_ends(text), (len(text),) * 2]:
        mark = _MARK.match(text, start, end)
        role = _ROLES[mark.lastgroup] if mark else unit.role
        inner = within(parts, mark.end() if mark else start, end)
        yield from _built(inner, unit._replace(role=role))
        start = after


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph ends and the next begins; code between is left out."""
    start = 0
    for code in _CODE.finditer(text) if "```" in text else ():
        yield from (each.span() for each in _BREAKS.finditer(text, start, code.start()))
        yield code.span()
        start = code.end()
    yield from (each.span() for each in _BREAKS.finditer(text, start))


def _built(parts: Sequence[Part], unit: Unit) -> Iterator[Segment]:
    prose = prose_of(parts) if parts else None
    if prose is not None:
        yield _segment(prose, unit)


def _segment(prose: Prose, unit: Unit) -> Segment:
    source, codes, spelled = unit.source or (None, (), None)
    return Segment(
        *prose,
        unit.role,
        unit.lang,
        source,
        codes,
        spelled,
        unit.extent if unit.source else None,
        unit.key,
        unit.spelling,
        unit.is_plural,
    )


def _at_once(parts: Sequence[Part]) -> Prose | None:
    """
    Return what `prose_of` makes of a string that the file spells as it is.

    None if that is no string in one part, with plain placeholders and prose.
    """
    if len(parts) != 1 or not parts[0].verbatim:
        return None
    text, place, _, _ = parts[0]
    turns = plain_parts(text)
    if turns is None or text.strip() != text or "\r" in text:
        return None
    shown = OPAQUE.join(turns[::2])
    if not shown.replace(OPAQUE, "").strip():
        return None
    pieces: list[Piece] = []
    offset = 0
    for number, turn in enumerate(turns):
        start, place = place, place + len(turn)
        if number % 2:
            pieces.append(Piece(offset, offset + 1, start, place, verbatim=False))
            offset += 1
        elif turn:
            stop = offset + len(turn)
            pieces.append(Piece(offset, stop, start, place))
            offset = stop
    return Prose(shown, tuple(pieces))
