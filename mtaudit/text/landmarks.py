"""What of a block of text survives translation: its sort, its length, its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from mtaudit.model import Document, RawSpan, Role, Segment

_OPENING = re.compile(r"!?\[|<[A-Za-z]|\*\*(?=\S)|__(?=\S)|`")
_LEVEL = re.compile(r"(#{1,6})[ \t]*\Z|<h([1-6])\b[^<>]*>\Z", re.IGNORECASE)
_KEY = re.compile(r"([A-Za-z_][\w.-]*+)[ \t]*+[:=][ \t]*+[\"'|>]?\s*+\Z")
_MARK = re.compile(
    r"""(?x)
      https?://[^\s<>()\[\]"'`]+ | (?<=\]\()[^\s()]+
    | [A-Za-z0-9_][\w-]*+ (?: [./@:\#&+-]+ [A-Za-z0-9_][\w-]*+ )*
    | [\u2190-\u2bff\U0001f000-\U0001faff]
    """,
    re.ASCII,
)
_LANGUAGE = re.compile(r"(?<![^/])[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?:/|\Z)")
"""A folder of an address that may be that of a language."""

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_SHORT = len("\n\n- ")
"""What is no longer stands between two blocks anyway."""

_MOST = 4_000
"""Code points of code or markup that are looked at for marks."""

_LEAD = 2_000
"""Code points before a segment that tell what it is: a line may be a whole file."""

MARKUP = "markup"
"""The sort of what stands between segments: code, pictures, comments."""

GUESSED = "text"
"""The sort of every segment of a format that has no markup to tell them apart."""

_BARE = frozenset({"lines", "plain"})
_PLAIN = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_CELL = Role.CELL
_ABOUT = str(Role.FRONT_MATTER)

_TELLING = re.compile(r"(?!.*\s)(?:.*\d\d|.*\w[_/.:@]\w|.*[a-z][A-Z])", re.ASCII)
"""What a mark has that is no common word: figures, the signs of names and addresses."""


class Landmark(NamedTuple):
    """A block as alignment sees it."""

    sort: str
    """Its role and what goes with it: ``heading 2``, ``cell 1``, ``title:``."""

    length: int
    """Of its text in letters; an ideograph or a syllable is two."""

    marks: frozenset[str]
    """
    Words, numbers, links and signs that may stand in a translation as well.

    A segment's whole text is one: it may have been left as it was.
    """

    segment: int | None = None
    """Its place in `Document.segments`; None for what is no prose."""


def landmarks(document: Document, placed: Sequence[RawSpan]) -> list[Landmark]:
    """
    Return a landmark for each segment, and for what of weight is between them.

    `placed` are the segments' `extents`.
    """
    found: list[Landmark] = []
    raw, done = document.raw, 0
    is_marked_up = document.format not in _BARE
    for index, segment in enumerate(document.segments):
        extent = placed[index]
        start, end = extent.start, extent.end
        if start - done > _SHORT:
            found.extend(_between(raw, done, start))
        text = segment.text
        marks = frozenset([text, *_marks(raw[start:end])])
        sort = _sort(raw, segment, extent) if is_marked_up else GUESSED
        found.append(Landmark(sort, length_of(text), marks, index))
        done = max(done, end)
    if len(raw) - done > _SHORT:
        found.extend(_between(raw, done, len(raw)))
    return found


def text_landmarks(document: Document) -> list[Landmark]:
    """Return a landmark for each segment by its text alone, whatever is around it."""
    return [
        Landmark(GUESSED, length_of(text), frozenset([text, *_marks(text)]), n)
        for n, (text, *_) in enumerate(document.segments)
    ]


def agreement(
    source: Iterable[Landmark], target: Iterable[Landmark]
) -> tuple[int, int]:
    """
    Return how many telling marks both sides have, and how many the other lacks.

    Those of the side with fewer of them are counted. What stands before a text,
    as front matter does, is much the same on all pages and tells nothing.
    """
    ours = marks_of(dropwhile(_is_before, source))
    theirs = marks_of(dropwhile(_is_before, target))
    telling = {mark for mark in ours | theirs if _TELLING.match(mark)}
    fewer = min(len(telling & ours), len(telling & theirs))
    common = len(telling & ours & theirs)
    return common, fewer - common


def _is_before(block: Landmark) -> bool:
    """Whether a block is none of a text itself, but about the page."""
    return block.sort in {MARKUP, _ABOUT} or block.sort.endswith(":")


def marks_of(blocks: Iterable[Landmark]) -> set[str]:
    """Return the marks of all blocks."""
    return set().union(*[block.marks for block in blocks])


def length_of(text: str) -> int:
    """Return how long a text is in letters; an ideograph or a syllable is two."""
    return len(text) + (0 if text.isascii() else len("".join(_WIDE.findall(text))))


def extents(document: Document) -> list[RawSpan]:
    """
    Return each segment's place in the file with the markup at its ends.

    An extent takes in the whole of its lines as far as no other segment stands
    there; what is between two is the first one's, up to an opening mark.
    """
    raw = document.raw
    found: list[RawSpan] = []
    before = 0
    inner = [*map(_place, document.segments), (len(raw), len(raw))]
    for (start, end), (after, _) in pairwise(inner):
        first = raw.rfind("\n", before, start) + 1 or min(before, start)
        last = raw.find("\n", end, after)
        if last < 0:
            last = max(_last(raw, end, after), end)
        found.append(RawSpan(first, last))
        before = max(before, last)
    return found


def _marks(text: str) -> list[str]:
    """Return the marks of a text; of addresses what is the same in every language."""
    found: list[str] = _MARK.findall(text)
    if "/" not in text and "#" not in text:
        return found
    return [
        _LANGUAGE.sub("", mark.partition("#")[0])
        if "/" in mark or "#" in mark
        else mark
        for mark in found
    ]


def _place(segment: Segment) -> tuple[int, int]:
    return segment.pieces[0].raw.start, segment.pieces[-1].raw.end


def _last(raw: str, end: int, after: int) -> int:
    """Return where, of what follows on the line, the next segment's part begins."""
    opening = _OPENING.search(raw, end, after)
    return opening.start() if opening else after


def _between(raw: str, start: int, end: int) -> Iterator[Landmark]:
    """Yield a landmark for a stretch without prose, if anything stands in it."""
    stretch = raw[start : min(end, start + _MOST)]
    marks = frozenset(_marks(stretch))
    if marks:
        yield Landmark(MARKUP, length_of(stretch.strip()), marks)


def _sort(raw: str, segment: Segment, extent: RawSpan) -> str:
    """Return what sort of block a segment is."""
    role = segment.role
    if role in _PLAIN:
        return str(role)
    start = segment.pieces[0].raw.start
    if role is _CELL:
        first = start - _LEAD if start > _LEAD else 0
        column = raw.count("|", raw.rfind("\n", first, start) + 1 or first, start)
        return f"{role} {column}"
    lead = raw[max(extent.start, start - _LEAD) : start]
    if role is Role.HEADING or (role is Role.TITLE and "#" in lead):
        level = _LEVEL.search(lead)
        return f"{Role.HEADING} {len(level[1] or '') or level[2] if level else 1}"
    if role in {Role.TITLE, Role.FRONT_MATTER} and (key := _KEY.search(lead)):
        return f"{key[1]}:"
    return str(role)
