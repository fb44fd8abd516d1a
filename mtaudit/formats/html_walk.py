"""From tags and text to segments: what is prose on a page, and where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from mtaudit.formats import html_text
from mtaudit.formats.html_attributes import NOTHING, Described, described
from mtaudit.formats.html_elements import (
    BARRIERS,
    BLOCKS,
    NEUTRAL,
    NOUNS,
    RAW_TEXT,
    ROLES,
    UNREAD,
    VOID,
)
from mtaudit.formats.html_languages import Foreign, by_language
from mtaudit.formats.html_open import Element, OpenElements, State, muted_in
from mtaudit.formats.html_tokens import (
    WHITE,
    end_tag,
    has_templates,
    token,
)
from mtaudit.formats.pieces import Part, build, by_place, opaque, unspoken
from mtaudit.model import Comment, RawSpan, Role, Segment

_Match = re.Match[str]
_BLANKS = re.compile(rf"[{WHITE}]+")
_PARTING = BLOCKS - NEUTRAL


class Walk:
    """A reading of one page, or of a stretch of one."""

    def __init__(self, raw: str, *, is_xml: bool = False, titled: bool = False) -> None:
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self.declared_lang: str | None = None
        self._raw = raw
        self._is_xml = is_xml
        self.titled = titled
        self._token = token(templates=has_templates(raw))
        self._mask = unspoken(raw)
        self._open = OpenElements(State())
        self._parts: list[Part] = []
        self._foreign: list[Foreign] = []
        self._since = 0
        """Where the latest block began or ended."""

        self._link_end = -1

    def read(self, start: int = 0, end: int | None = None) -> None:
        """Take in the file from `start` to `end`."""
        raw, search = self._raw, self._token.search
        end = len(raw) if end is None else end
        position = start
        while match := search(raw, position, end):
            first = match.start()
            if first > position:
                self._text(position, first)
            position = match.end()
            name, close = match.group("name", "close")
            if name is None:
                self._unnamed(match)
            elif close:
                self._end(name.lower(), position)
            elif match.end("attributes") != position:
                position = self._start(name.lower(), match, end)
            # Else the file ends in the middle of a tag, which is then none.
        self._text(position, end)
        for element in self._open.all():
            self._closed(element, end)
        self._break(end)
        self.segments = by_place(self.segments)

    def _text(self, start: int, end: int) -> None:
        if self._open.state.muted:
            return
        parts = self._parts
        last = parts[-1].text[-1] if parts else " "
        if last in WHITE and start < end and self._raw[start] in WHITE:
            blanks = _BLANKS.match(self._raw, start, end)
            start = blanks.end() if blanks else start
        if start < end:
            parts.extend(html_text.parts(self._raw, start, end))

    def _unnamed(self, match: _Match) -> None:
        """Take in what is no tag: a comment, or what a program fills in."""
        start, end = match.span()
        comment = match["comment"]
        if match["template"] is not None and match["template"].startswith("{#"):
            comment = match[0][2:-2]
        if comment is not None:
            self.comments.append(Comment(comment.strip(), RawSpan(start, end)))
        elif match["template"] and not self._open.state.muted:
            self._parts.append(opaque(start, end))

    def _start(self, name: str, match: _Match, end: int) -> int:
        """Open an element and return where reading goes on."""
        position = match.end()
        if not self._open.state.muted:
            self._at_start(name, match)
        for closed in self._open.before(name):
            self._closed(closed, match.start())
        found, state = NOTHING, self._open.state
        span = match.span("attributes")
        if span[0] < span[1]:
            found = described(self._raw, name, span)
            self._note(found, name, state)
        if name in VOID or (self._is_xml and match["attributes"].endswith("/")):
            if name in NOUNS and not state.muted:
                self._parts.append(opaque(*match.span()))
            return position
        self._push(name, match.start(), found)
        if name in RAW_TEXT:
            return self._raw_text(name, position, end)
        return position

    def _at_start(self, name: str, match: _Match) -> None:
        """End or part the text where an element starts."""
        if name == "br":
            if self._parts:
                self._parts.append(Part("\n", *match.span(), verbatim=False))
        elif name == "a" and match.start() == self._link_end:
            self._break(match.start())  # links of a menu, parted by their style
        elif _parts_text(name):
            self._break(match.start())

    def _push(self, name: str, start: int, found: Described) -> None:
        """Open an element that has content."""
        state = self._open.state
        is_block = name in BLOCKS or "-" in name
        is_plain = found is NOTHING
        own = _plainly(state, name) if is_plain else _within(state, name, found)
        is_noun = not is_block and bool(own.muted) and not state.muted
        is_noun = is_noun and name not in {"rt", "rp"}
        said = _muted(name, found), found.lang
        element = Element(name, start, state, own, is_block, is_noun, *said)
        if name == "html" and found.lang and not self.declared_lang:
            self.declared_lang = found.lang
            element = element._replace(own=own._replace(lang=None))
        if not is_block and not state.muted and own.lang != state.lang:
            self._foreign.append(Foreign(len(self._parts), None, own.lang))
        self._open.push(element)

    def _raw_text(self, name: str, position: int, end: int) -> int:
        """Take in the content of an element without tags; return where it ends."""
        match = end_tag(name).search(self._raw, position, end)
        stop = match.start() if match else end
        self._text(position, stop)
        return stop

    def _end(self, name: str, position: int) -> None:
        """Close an element; a tag that closes none ends no more than its line."""
        for closed in self._open.end(name):
            self._closed(closed, position)
        if self._open.state.muted:
            return
        if name == "a":
            self._link_end = position
        elif name == "br":
            if self._parts:
                start = self._raw.rindex("<", 0, position)
                self._parts.append(Part("\n", start, position, verbatim=False))
        elif _parts_text(name):
            self._break(position)

    def _closed(self, element: Element, position: int) -> None:
        """Settle what an element that is closed at `position` was to the text."""
        before, own = element.before, element.own
        if element.is_noun:
            start = max(element.start, self._since)
            if start < position:
                self._parts.append(opaque(start, position))
        if not before.muted and own.muted:
            return
        if element.is_block and not own.muted:
            self._break(position, own)
        elif own.lang != before.lang and self._foreign:
            place = len(self._parts)
            self._foreign = [each.ended(place, own.lang) for each in self._foreign]

    def _break(self, position: int, state: State | None = None) -> None:
        """Make a segment of the text that has come in, if there is any prose."""
        self._since = position
        foreign = self._foreign
        if foreign:
            self._foreign = []
        if not self._parts:
            return
        parts, self._parts = self._parts, []
        state = state or self._open.state
        if not foreign:
            self._add(parts, state.lang, state.role)
            return
        known = state.lang or self.declared_lang or ""
        for lang, group in by_language(parts, foreign, known):
            self._add(group, lang or state.lang, state.role)

    def _add(self, parts: list[Part], lang: str | None, role: Role) -> None:
        if self._mask:
            parts = self._mask(parts)
        segment = build(parts, role)
        if segment is None:
            return
        if role is Role.TITLE:
            role = Role.HEADING if self.titled else Role.TITLE
            self.titled = True
        if lang is not None or role is not segment.role:
            segment = segment._replace(lang=lang, role=role)
        self.segments.append(segment)

    def _note(self, found: Described, name: str, state: State) -> None:
        """Make segments of the attributes of an element that are prose."""
        if found.declared and not self.declared_lang:
            self.declared_lang = found.declared
        is_muted = state.muted if found.translate is None else not found.translate
        if not found.prose or is_muted or state.muted == "code":
            return
        lang = state.lang if name == "html" else found.lang or state.lang
        for segment in found.segments(self._mask):
            self.segments.append(segment._replace(lang=lang))


def _parts_text(name: str) -> bool:
    """Whether a sentence ends before and after an element of that name."""
    return name in _PARTING or "-" in name


def _within(state: State, name: str, found: Described) -> State:
    """Return the state of text in an element."""
    muted = muted_in(state, _muted(name, found))
    role = ROLES.get(name, state.role)
    in_paragraph = name == "p" or (state.in_paragraph and name not in BARRIERS)
    same = role is state.role and in_paragraph == state.in_paragraph
    lang = found.lang or state.lang
    if same and muted == state.muted and lang == state.lang:
        return state
    return State(muted, lang, role, in_paragraph)


def _muted(name: str, found: Described) -> str | None:
    """Return what an element says of whether its text is read."""
    if name in UNREAD:
        return "code"
    if found.translate is None:
        return None
    return "" if found.translate else "translate"


@lru_cache(maxsize=1024)
def _plainly(state: State, name: str) -> State:
    """Return the state of text in an element of which no attribute says a thing."""
    return _within(state, name, NOTHING)
