"""structure: fences, keys and headings that a translation lost or changed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.kinds.beside import BesideKind, first_word, last_word
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import in_lines
from mtaudit.model import Document, Hit, Pairing, Segment, TextSpan
from mtaudit.text.data_keys import Keys, dotted, is_note, key_paths, strings_by_key
from mtaudit.text.fences import Fence, fences, front_end

FENCE, LANGUAGE, KEY, VALUE, LEVEL = "fence", "language", "key", "value", "level"
DATA = "data"
_REPORTS = (FENCE, LANGUAGE, KEY, VALUE, LEVEL, DATA)

_ENTRY = re.compile(
    r"^(?P<key>[\w$.-]++)[ \t]*+:(?=\s)[ \t]*+(?P<value>[^\r\n]*+)", re.MULTILINE
)
_MARKS = re.compile(r"^[ \t]*(```[\w-]*)", re.MULTILINE)
_SIGNS = re.compile(r"[ \t>]*(#{1,6})[ \t]")
_TOKEN = re.compile(r"[A-Za-z_][\w.-]+|\d+")
_ALIKE = 0.5
"""The share of names and numbers that two blocks of code have in common."""

_SURE = 0.4
"""The confidence of a pair from which the levels of two headings are compared."""

_NAMED = 5
"""So many keys a message names."""

_QUOTED = 40
"""Code points of a block of code that a message quotes."""

_SORTS = (
    ("nothing", re.compile(r"~|null|")),
    ("true or false", re.compile(r"(?i)true|false|yes|no|on|off")),
    ("a number", re.compile(r"[-+]?\d[\d_]*(?:\.\d+)?")),
    ("a date", re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")),
    ("a list", re.compile(r"\[.*")),
    ("a mapping", re.compile(r"\{.*")),
)
"""What a value of front matter can be, if it is not text."""


@dataclass(frozen=True, eq=False, repr=False)
class Structure(BesideKind):
    """
    Find where the skeleton of a file is not that of its original.

    ``fence``: a fenced block of code is missing, or one of its fences in a string
    of JSON or TOML. ``language``: the word after a fence is another one. ``key``: a
    key of the front matter is missing. ``value``: a value there is of another sort,
    such as text for true or false. ``level``: a heading is of another level. ``data``:
    a key of JSON or TOML is missing that holds no text. The others are about Markdown.
    The message may name what was {lost}, and what is {found}.
    """

    report: str
    """One of the words above."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, _REPORTS)

    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each difference of the sort asked for."""
        original = pairing.original
        if self.report == DATA:
            yield from _data(document, pairing)
        elif self.report == FENCE and original.format == document.format != "markdown":
            yield from _fence_marks(document, original)
        elif not document.format == original.format == "markdown":
            return
        elif self.report == LEVEL:
            yield from _levels(document, pairing)
        elif self.report in {KEY, VALUE}:
            yield from self._front_matter(document, original)
        elif self.report == FENCE:
            yield from _fences(document, pairing)
        else:
            yield from _languages(document, original)

    def _front_matter(
        self, document: Document, original: Document
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield what differs between the outermost entries of front matter."""
        wanted, found = _entries(original.raw), _entries(document.raw)
        if self.report == KEY:
            lost = [key for key in wanted if key not in found]
            if lost:
                segment, span = first_word(document)
                if found:
                    segment, hit = in_lines(document.raw, Hit(TextSpan(0, 3)))
                    span = hit.span
                yield segment, Hit(span, slots=(("lost", ", ".join(lost)),))
            return
        for key in wanted.keys() & found.keys():
            ours, theirs = _sort(wanted[key][1]), _sort(found[key][1])
            if ours != theirs and ours != _SORTS[0][0]:
                slots = ("lost", ours), ("found", theirs), ("key", key)
                yield in_lines(document.raw, Hit(found[key][0], slots=slots))


def _data(document: Document, pairing: Pairing) -> Iterator[tuple[Segment, Hit]]:
    """Yield the outermost keys that are lost in one go; those of texts are blocks."""
    original = pairing.original
    wanted = key_paths(original.raw, original.format)
    found = key_paths(document.raw, document.format)
    if wanted is None or found is None:
        return
    lost = {each for each in wanted - found if each[:-1] in found or len(each) == 1}
    known = frozenset(map(dotted, found))
    segments = original.segments if pairing.is_sure else ()
    texts = [f"{each.unit_id}." for each in segments]
    names = [
        name
        for name in sorted(dotted(keys) for keys in lost if not _is_for_tools(keys))
        if not is_note(name, known)
        and not any(text.startswith(f"{name}.") for text in texts)
    ]
    if names:
        start = document.raw.index(document.raw.strip()[0])
        hit = Hit(TextSpan(start, start + 1), slots=(("lost", _listed(names)),))
        yield in_lines(document.raw, hit)


def _is_for_tools(keys: Keys) -> bool:
    """Whether a key is one of those that tools alone look at."""
    return any(str(key).startswith(("@", "$", "_")) for key in keys)


def _listed(names: Sequence[str]) -> str:
    """Return names as a message has them, the first ones of many."""
    rest = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f", … (and {rest} more)" if rest > 0 else "")


def _entries(raw: str) -> dict[str, tuple[TextSpan, str]]:
    """Return the places and values of the outermost entries of front matter."""
    end = front_end(raw)
    return {
        match["key"]: (TextSpan(*match.span("key")), match["value"].strip())
        for match in _ENTRY.finditer(raw, 0, end)
    }


def _sort(value: str) -> str:
    """Return what a value is, in words."""
    bare = re.split(r"\s#", value, maxsplit=1)[0].strip()
    return next((name for name, form in _SORTS if form.fullmatch(bare)), "text")


def _levels(document: Document, pairing: Pairing) -> Iterator[tuple[Segment, Hit]]:
    """Yield the headings of another level than in the original."""
    original = pairing.original
    for sources, targets, confidence in pairing.pairs:
        if len(sources) != 1 or len(targets) != 1 or confidence < _SURE:
            continue
        segment = document.segments[targets[0]]
        wanted = _level(original.raw, original.segments[sources[0]])
        found = _level(document.raw, segment)
        if wanted and found and wanted != found:
            slots = ("lost", f"level {wanted}"), ("found", f"of level {found}")
            yield segment, Hit(last_word(segment), slots=slots)


def _level(raw: str, segment: Segment) -> int:
    """Return the level of a heading that signs open; 0 if a segment is none."""
    start = segment.pieces[0].raw.start
    line = raw[raw.rfind("\n", 0, start) + 1 : start]
    signs = _SIGNS.match(line)
    return len(signs[1]) if signs else 0


def _fences(document: Document, pairing: Pairing) -> Iterator[tuple[Segment, Hit]]:
    """Yield the blocks of code that have no counterpart, where they should stand."""
    original = pairing.original
    ours, theirs = fences(original.raw), fences(document.raw)
    missing = len(ours) - len(theirs)
    if missing <= 0:
        return
    starts = [each.pieces[0].raw.start for each in original.segments]
    for fence in _without_partner(original, document)[:missing]:
        place = bisect_right(starts, fence.start) - 1
        segment, span = first_word(document)
        for pair in pairing.pairs:
            if pair.targets and pair.sources and min(pair.sources) <= place:
                segment = document.segments[pair.targets[-1]]
                span = last_word(segment)
        slots = (("lost", fence.info or _first_line(original.raw, fence)),)
        yield segment, Hit(span, slots=slots)


def _fence_marks(
    document: Document, original: Document
) -> Iterator[tuple[Segment, Hit]]:
    """Yield the strings of a file of data that have fewer fences than they should."""
    ours = strings_by_key(original.raw, original.format)
    for key, text in strings_by_key(document.raw, document.format).items():
        wanted, found = _MARKS.findall(ours.get(key, "")), _MARKS.findall(text)
        if len(found) < len(wanted):
            segment, span = first_word(document)
            for each in document.segments:
                if each.unit_id == key:
                    segment, span = each, last_word(each)
            lost = [mark for mark in wanted if mark not in found] or wanted[-1:]
            yield segment, Hit(span, slots=(("lost", lost[0]),))


def _first_line(raw: str, fence: Fence) -> str:
    """Return how a block of code begins."""
    return raw[slice(*fence.body)].strip().split("\n", 1)[0][:_QUOTED]


def _without_partner(original: Document, document: Document) -> list[Fence]:
    """Return the blocks of code of the original that are like none, in order."""
    theirs = [_tokens(document.raw, each) for each in fences(document.raw)]
    left: list[tuple[float, int, Fence]] = []
    for number, fence in enumerate(fences(original.raw)):
        own = _tokens(original.raw, fence)
        likeness = [_jaccard(own, each) for each in theirs]
        best = max(likeness, default=0.0)
        if best >= _ALIKE:
            theirs.pop(likeness.index(best))
        else:
            left.append((best, number, fence))
    return [fence for _, _, fence in sorted(left, key=lambda each: each[:2])]


def _tokens(raw: str, fence: Fence) -> frozenset[str]:
    return frozenset([fence.info, *_TOKEN.findall(raw[slice(*fence.body)])])


def _jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second)


def _languages(document: Document, original: Document) -> Iterator[tuple[Segment, Hit]]:
    """Yield the words after fences that differ, where there are as many fences."""
    ours, theirs = fences(original.raw), fences(document.raw)
    if len(ours) != len(theirs):
        return
    for wanted, found in zip(ours, theirs, strict=True):
        if wanted.info != found.info and found.info:
            yield _language(document.raw, wanted.info, found)


def _language(raw: str, wanted: str, fence: Fence) -> tuple[Segment, Hit]:
    """Return a hit on the word after a fence; the fix is the original's."""
    line = raw[fence.start : fence.body[0]]
    start = fence.start + line.rindex(fence.info)
    slots = ("lost", wanted), ("found", fence.info)
    span = TextSpan(start, start + len(fence.info))
    return in_lines(raw, Hit(span, (wanted,), slots))
