"""quotes: a quotation mark without its partner in the paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.model import OPAQUE, Document, Hit, Role, Segment, TextSpan

_MARK = re.compile(r"[\"“”„«»]")
_PUNCTUATION = ",.!?…;:)"
_LONGEST_WORD, _MOST_SIGNS = 40, 3
"""Characters of the word beside a quotation mark, and of its signs, that a hit has."""

_BEFORE_CLOSING = re.compile(
    rf"[\w’'-]{{0,{_LONGEST_WORD}}}[{_PUNCTUATION}]{{0,{_MOST_SIGNS}}}\Z"
)
_AFTER_OPENING = re.compile(rf"[\w’'-]{{1,{_LONGEST_WORD}}}")
_PARAGRAPHS_OF_A_QUOTATION = 12
"""How far back a quotation may have begun that a closing mark ends."""

_DASHES = "—–-"
_BEFORE_OPENING = f"([{{/|*_‘“{_DASHES}"
_AFTER_CLOSING = f")]}}/|*_’”,.;:!?…{_DASHES}"

_OPENS = "opens"
_CLOSES = "closes"
_UNCLEAR = "unclear"


class _Mark(NamedTuple):
    """A quotation mark and what it does."""

    at: int
    what: str


class _Unpaired(NamedTuple):
    """What a segment's marks leave over."""

    closing: tuple[int, ...] = ()
    opening: tuple[int, ...] = ()
    reopens: bool = False
    """Whether the segment begins with an opening mark."""


_PAIRED = _Unpaired()


@dataclass(frozen=True, eq=False, repr=False)
class Quotes(DocumentKind):
    """
    Find closing quotation marks that nothing opened, and opening ones left open.

    A quotation may run over paragraphs, each of which opens it anew or not.
    Inches, seconds, apostrophes and single quotation marks are not looked at; a
    segment in which a mark could be either is left alone.
    """

    closing: bool = True
    """Whether to mark closing marks without an opening one, with their word."""

    opening: bool = False
    """Whether to mark opening marks that no mark closes, with their word."""

    def gate(self) -> Gate:
        """Open where there is a quotation mark."""
        return Gate(chars=frozenset('"“”„«»'))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each mark that stays without a partner."""
        segments = [each for each in document.segments if each.role != Role.CELL]
        unpaired = [_unpaired(segment.text) for segment in segments]
        for index, (segment, left) in enumerate(zip(segments, unpaired, strict=True)):
            if not (left.closing or left.opening):
                continue
            before = unpaired[max(0, index - _PARAGRAPHS_OF_A_QUOTATION) : index]
            after = unpaired[index + 1 : index + 1 + _PARAGRAPHS_OF_A_QUOTATION]
            if self.closing and not any(other.opening for other in before):
                for at in left.closing:
                    if _ends_clause(segment.text, at):
                        yield segment, Hit(_with_word_before(segment.text, at))
            if self.opening and not _is_continued(after):
                for at in left.opening:
                    yield segment, Hit(_with_word_after(segment.text, at))


def _is_continued(after: list[_Unpaired]) -> bool:
    """Whether a later paragraph goes on with a quotation, or ends it."""
    return any(other.closing for other in after) or any(
        other.reopens for other in after[:1]
    )


def _ends_clause(text: str, at: int) -> bool:
    """
    Whether punctuation, or an end of the text, stands beside the mark.

    Else it may be an apostrophe.
    """
    return text[at - 1 : at] in _PUNCTUATION or text[at + 1 : at + 2] in _PUNCTUATION


def _unpaired(text: str) -> _Unpaired:
    """Return the marks of a text without a partner; none if one is unclear."""
    if not _MARK.search(text):
        return _PAIRED
    marks = [*_marks(text)]
    if any(mark.what == _UNCLEAR for mark in marks):
        return _PAIRED
    opened: list[int] = []
    closing: list[int] = []
    for mark in marks:
        if mark.what == _OPENS:
            opened.append(mark.at)
        elif opened:
            opened.pop()
        else:
            closing.append(mark.at)
    reopens = bool(marks) and marks[0].at == 0 and marks[0].what == _OPENS
    return _Unpaired(tuple(closing), tuple(opened), reopens)


def _marks(text: str) -> Iterator[_Mark]:
    """Yield the quotation marks of a text; inches and seconds are not."""
    depth = 0
    for match in _MARK.finditer(text):
        at = match.start()
        if match[0] == '"' and depth == 0 and _is_measure(text, at):
            continue
        what = _what(text, at)
        depth += {_OPENS: 1, _CLOSES: -1}.get(what, 0)
        depth = max(depth, 0)
        yield _Mark(at, what)


def _what(text: str, at: int) -> str:
    """Return what the mark at `at` does, by its shape and its neighbours."""
    mark = text[at]
    if mark in "„«":
        return _OPENS
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "”»":
        return _UNCLEAR if _binds(after) or before.isspace() else _CLOSES
    if mark == "“":
        # German and Czech close with the mark that English opens with.
        return _CLOSES if _binds(before) and not _binds(after) else _OPENS
    return _what_straight(before, after)


def _what_straight(before: str, after: str) -> str:
    """Return what a straight mark does between two characters."""
    may_open = not before or before.isspace() or before in _BEFORE_OPENING
    may_close = not after or after.isspace() or after in _AFTER_CLOSING
    if may_open != may_close:
        return _OPENS if may_open else _CLOSES
    if may_open and before and before in _DASHES:
        return _CLOSES
    if may_open and after and after in _DASHES:
        return _OPENS
    return _UNCLEAR


def _binds(char: str) -> bool:
    """Whether a mark next to `char` belongs to the word there."""
    return char.isalnum() or char == OPAQUE


def _is_measure(text: str, at: int) -> bool:
    """Whether the mark at `at` stands for inches or seconds."""
    return text[at - 1 : at].isdigit() or text[at - 1 : at] in {"½", "¼", "¾"}


def _with_word_before(text: str, at: int) -> TextSpan:
    """Return the mark at `at` with the word and the punctuation before it."""
    first = max(0, at - _LONGEST_WORD - _MOST_SIGNS)
    word = _BEFORE_CLOSING.search(text, first, at)
    return TextSpan(word.start() if word else at, at + 1)


def _with_word_after(text: str, at: int) -> TextSpan:
    """Return the mark at `at` with the word after it."""
    word = _AFTER_OPENING.match(text, at + 1)
    return TextSpan(at, word.end() if word else at + 1)
