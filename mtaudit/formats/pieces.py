"""Building a segment from the stretches of a file that spell it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mtaudit.model import OPAQUE, Piece, Role, Segment

_BLANK = " \t\r\n"
_BREAK = re.compile(r"(?<![ \t])[ \t]*+(?:\r\n?|\n)[ \t]*+")

_UNSPOKEN_SIGNS = ("://", "www.", "{{", "{%")
"""One of these is in all that is opaque in running text."""


class Part(NamedTuple):
    """A stretch of text and the place in the file that spells it."""

    text: str
    start: int
    end: int
    verbatim: bool = True
    """Whether the file has `text` itself from `start` to `end`."""


class Prose(NamedTuple):
    """The text of a segment, and where the file has it."""

    text: str
    pieces: tuple[Piece, ...]


def opaque(start: int, end: int) -> Part:
    """Return the part for a stretch of the file that rules do not look into."""
    return Part(OPAQUE, start, end, verbatim=False)


def text_of(parts: Sequence[Part]) -> str:
    """Return what `parts` spell."""
    if len(parts) == 1:
        return parts[0].text
    return "".join([part.text for part in parts])


def build(
    parts: Sequence[Part], role: Role, unit_id: str | None = None
) -> Segment | None:
    """
    Return the segment that `parts` spell, blanks at its ends left out.

    None if no prose is left, only white space and what is opaque.
    """
    prose = prose_of(parts)
    return None if prose is None else Segment(*prose, role, unit_id=unit_id)


def prose_of(parts: Sequence[Part]) -> Prose | None:
    """Return what `parts` spell, as the text of a segment and its pieces."""
    text = text_of(parts)
    if not text.replace(OPAQUE, "").strip():
        return None
    if text[0] in _BLANK or text[-1] in _BLANK:
        parts = _stripped(parts)
        text = text_of(parts)
    if "\r" in text:
        parts = [*even_breaks(parts)]
        text = text_of(parts)
    return Prose(text, pieces_of(parts))


def even_breaks(parts: Iterable[Part]) -> Iterator[Part]:
    """
    Yield `parts` with a line feed for each line break.

    The blanks around it, and a carriage return, are gaps: a text reads alike
    however its lines are indented and ended.
    """
    for part in parts:
        done = 0
        for match in _BREAK.finditer(part.text) if part.verbatim else ():
            if match.start() > done:
                yield _slice(part, done, match.start())
            place = max(match[0].find("\n"), match[0].find("\r"))
            start = part.start + match.start() + place
            yield Part("\n", start, start + 1, verbatim=match[0][place] == "\n")
            done = match.end()
        if done < len(part.text):
            yield _slice(part, done, len(part.text)) if done else part


def by_place(segments: Iterable[Segment]) -> list[Segment]:
    """Return segments, sorted by where they begin in the file."""
    return sorted(segments, key=lambda segment: segment.pieces[0].raw.start)


def within(parts: Iterable[Part], start: int, end: int) -> list[Part]:
    """Return the parts of the text from `start` to `end`."""
    placed = _cut(parts, sorted((start, end)))
    return [part for offset, part in placed if start <= offset < end]


def fill(parts: list[Part], holes: Sequence[tuple[int, int, str]]) -> list[Part]:
    """Return `parts` with stretches of their text, in order, shown as another text."""
    if not holes:
        return parts
    cuts = [offset for start, end, _ in holes for offset in (start, end)]
    filled: list[Part] = []
    index, covered = 0, None
    for offset, part in _cut(parts, cuts):
        while index < len(holes) and offset >= holes[index][1]:
            index, covered = index + 1, None
        if index == len(holes) or offset < holes[index][0]:
            filled.append(part)
            continue
        start = covered.start if covered else part.start
        covered = Part(holes[index][2], start, part.end, verbatim=False)
        if filled and filled[-1].start == start and not filled[-1].verbatim:
            filled.pop()
        if covered.text:
            filled.append(covered)
    return filled


Mask = Callable[[list[Part]], list[Part]]
"""Returns parts with some of their text made opaque."""


def unspoken(raw: str) -> Mask | None:
    """Return what masks addresses and templates; None if `raw` has none of them."""
    signs = sorted(place for sign in _UNSPOKEN_SIGNS for place in _places(raw, sign))
    if not signs:
        return None

    def spoken(parts: list[Part]) -> list[Part]:
        if not parts:
            return parts
        first = bisect_left(signs, parts[0].start)
        has_sign = first < len(signs) and signs[first] < parts[-1].end
        return mask(parts, _unspoken()) if has_sign else parts

    return spoken


def _places(raw: str, sign: str) -> Iterator[int]:
    """Yield where `sign` stands."""
    place = raw.find(sign)
    while place >= 0:
        yield place
        place = raw.find(sign, place + 1)


@cache
def _unspoken() -> re.Pattern[str]:
    from mtaudit.text.placeables import TEMPLATES, URLS

    return re.compile(f"{URLS}|{TEMPLATES}", re.VERBOSE)


def mask(parts: list[Part], pattern: re.Pattern[str]) -> list[Part]:
    """Return `parts` with each match of `pattern` in their text made opaque."""
    spans = [match.span() for match in pattern.finditer(text_of(parts))]
    if not spans:
        return parts
    cuts = [offset for span in spans for offset in span]
    return list(_masked(_cut(parts, cuts), spans))


def _masked(
    placed: Iterable[tuple[int, Part]], spans: list[tuple[int, int]]
) -> Iterator[Part]:
    """Yield the parts outside the spans, and one opaque part for each span."""
    covered: Part | None = None
    index = 0
    for offset, part in placed:
        if covered and offset >= spans[index][1]:
            yield covered
            covered = None
            index += 1
        if index < len(spans) and offset >= spans[index][0]:
            covered = opaque(covered.start if covered else part.start, part.end)
        else:
            yield part
    if covered:
        yield covered


def _stripped(parts: Sequence[Part]) -> Sequence[Part]:
    """Return `parts` without blanks at the ends; what is not verbatim stays whole."""
    first, last = 0, len(parts) - 1
    while not parts[first].text.strip(_BLANK):
        first += 1
    while not parts[last].text.strip(_BLANK):
        last -= 1
    kept = list(parts[first : last + 1])
    if kept[0].verbatim:
        size = len(kept[0].text)
        kept[0] = _slice(kept[0], size - len(kept[0].text.lstrip(_BLANK)), size)
    if kept[-1].verbatim:
        kept[-1] = _slice(kept[-1], 0, len(kept[-1].text.rstrip(_BLANK)))
    return kept


def _cut(parts: Iterable[Part], cuts: list[int]) -> Iterator[tuple[int, Part]]:
    """
    Yield the parts and their offsets in the text, cut at `cuts`, which are sorted.

    A part that is not verbatim stays whole.
    """
    offset = index = 0
    for part in parts:
        done, stop = 0, len(part.text)
        while index < len(cuts) and cuts[index] < offset + stop:
            here = cuts[index] - offset
            if part.verbatim and here > done:
                yield offset + done, _slice(part, done, here)
                done = here
            index += 1
        if done < stop:
            yield offset + done, _slice(part, done, stop) if done else part
        offset += stop


def _slice(part: Part, start: int, end: int) -> Part:
    """Return the code points from `start` to `end` of a verbatim part."""
    return Part(part.text[start:end], part.start + start, part.start + end)


def pieces_of(parts: Iterable[Part]) -> tuple[Piece, ...]:
    """Return a piece for each of the parts; neighbours in text and file become one."""
    pieces: list[Piece] = []
    offset = first = 0
    begun = reached = -1
    for text, start, end, verbatim in parts:
        if reached >= 0 and not (verbatim and start == reached):
            pieces.append(Piece(first, offset, begun, reached))
            reached = -1
        stop = offset + len(text)
        if not verbatim:
            pieces.append(Piece(offset, stop, start, end, verbatim=False))
        elif reached < 0:
            first, begun, reached = offset, start, end
        else:
            reached = end
        offset = stop
    if reached >= 0:
        pieces.append(Piece(first, offset, begun, reached))
    return tuple(pieces)
