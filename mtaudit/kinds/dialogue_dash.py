"""dialogue-dash: direct speech opened by a dash, as Russian print does it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.model import Document, Hit, Role, Segment, TextSpan

_LONG_DASHES = "\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}"
_DASHES = f"{_LONG_DASHES}-"
_SPACE = "[ \t\N{NO-BREAK SPACE}]"
_OPENING = re.compile(
    rf"(?:\A|(?<=[.!?…:\"”»]\n))({_SPACE}{{0,4}})([{_DASHES}]{_SPACE}{{0,2}})(?=[\w“\"'‘(…])"
)
_LONGEST_OPENING = 8
"""What `_OPENING` looks at: spaces, the dash, spaces, and what follows."""

_END = re.compile(r"[.!?…][\"”»)]?[ \t]{0,4}(?=\n|\Z)|\Z")
_INNER = re.compile(rf"[,.!?…][\"”»]?({_SPACE}?[{_DASHES}]{_SPACE}{{0,2}})(?=\w)")
_LAST_CLAUSE = re.compile(r"[,!?…]\s(?=[^,!?…]{0,120}\Z)")
_SENTENCE_END = re.compile(r"[.!?…][\"”»)]?\Z")
_WORD = r"[\w’'.-]{1,40}\s"
# A speaker with an apposition: “the captain, an old man, ”.
_SPEAKER = r"(?:the|an?|his|her|their|[A-Z][\w’-]{1,30}) (?:[\w’'.-]{1,40},?\s){1,9}?"
_MOST_TAG_WORDS = 6
"""Within so many words of its dash, or of the end, a verb of speech is a tag."""

_FEW_WORDS = 3
"""A line of fewer is a signature or an item, unless its punctuation says otherwise."""

_SPEECHLESS = frozenset({Role.CELL, Role.HEADING, Role.TITLE, Role.LIST_ITEM})


class _Line(NamedTuple):
    """A line that begins with a dash, to the end of its sentences."""

    segment: Segment
    opening: TextSpan
    """The dash and the space after it."""

    end: int

    @property
    def text(self) -> str:
        """The line after its dash."""
        return self.segment.text[self.opening.end : self.end]

    @property
    def is_long_dash(self) -> bool:
        """Whether it opens with something else than a hyphen."""
        return self.segment.text[self.opening.start] in _LONG_DASHES

    @property
    def is_sentence(self) -> bool:
        """Whether it reads like something that a person says."""
        return (
            self.is_long_dash
            and len(self.text.split()) >= _FEW_WORDS
            and _SENTENCE_END.search(self.text) is not None
        )

    @property
    def has_orphan(self) -> bool:
        """Whether a closing quotation mark has no opening one."""
        text = self.text
        odd = text.count('"') % 2 == 1 and not text.startswith('"')
        return (
            odd
            or text.count("”") > text.count("“")
            or text.count("»") > text.count("«")
        )

    def within(self, start: int, end: int) -> TextSpan:
        """Return the place in the segment of a stretch of `text`."""
        return TextSpan(self.opening.end + start, self.opening.end + end)


@dataclass(frozen=True, eq=False, repr=False)
class DialogueDash(DocumentKind):
    """
    Find the dashes that open direct speech and part it from who said it.

    A line is speech if a closing quotation mark in it has no opening one, or if
    a dash or its last comma sets off one of `verbs`. Once a document has such a
    line, other sentences after a dash are taken for speech as well. Lists,
    signatures, and dashes inside a sentence are not speech.
    """

    verbs: tuple[str, ...] = ("said", "says", "told", "added", "noted", "asked")
    """Verbs of speech in the forms in which they stand with a quotation."""

    def gate(self) -> Gate:
        """Open where there is a dash or a hyphen."""
        return Gate(chars=frozenset(_DASHES))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each dash, with the quotation mark that should be there."""
        lines = [*_dashed_lines(document.segments)]
        certain = [self._is_speech(line) for line in lines]
        if not any(certain):
            return
        marks = _marks_of(document)
        for line, is_certain in zip(lines, certain, strict=True):
            if is_certain or line.is_sentence:
                for hit in self._hits(line, marks):
                    yield line.segment, hit

    def _is_speech(self, line: _Line) -> bool:
        """Whether a line is speech on its own evidence."""
        if line.is_long_dash and line.has_orphan:
            return True
        if next(self._tags(line), None) is not None:
            return True
        return line.is_long_dash and self._final_tag(line) is not None

    def _final_tag(self, line: _Line) -> TextSpan | None:
        """Return the comma before a last clause that says who speaks, if it does."""
        comma = _LAST_CLAUSE.search(line.text)
        if comma is None or comma.start() == 0:
            return None
        clause = line.text[comma.end() :]
        short = len(clause.split()) <= _MOST_TAG_WORDS
        is_tag = short and self._tag.match(clause) is not None
        return line.within(comma.start(), comma.start() + 1) if is_tag else None

    def _tags(self, line: _Line) -> Iterator[tuple[re.Match[str], bool]]:
        """Yield the dashes around tags, and whether speech resumes after each."""
        in_tag = False
        for dash in _INNER.finditer(line.text):
            if in_tag:
                yield dash, True
                in_tag = False
            elif self._tag.match(line.text, dash.end()):
                yield dash, False
                in_tag = True

    def _hits(self, line: _Line, marks: tuple[str, str]) -> Iterator[Hit]:
        """Yield the hits of one line: the opening dash, then those of its tags."""
        opening, closing = marks
        tags = [*self._tags(line)]
        last = () if line.has_orphan else _at_end(line, closing)
        comma = self._final_tag(line)
        if tags:
            yield Hit(line.opening, (opening,))
        elif last and comma:
            quoted = f"{comma.of(line.segment.text)}{closing}"
            yield Hit(line.opening, (opening,), companions=((comma, quoted),))
        else:
            yield Hit(line.opening, (opening,), companions=last)
        for number, (dash, resumes) in enumerate(tags, start=1):
            if resumes:
                ends = last if number == len(tags) else ()
                yield Hit(line.within(*dash.span(1)), (f" {opening}",), companions=ends)
            else:
                yield Hit(line.within(*dash.span()), (_before_tag(dash, closing),))

    @cached_property
    def _tag(self) -> re.Pattern[str]:
        verbs = "|".join(map(re.escape, self.verbs))
        plain = rf"(?:{_WORD}){{0,{_MOST_TAG_WORDS - 1}}}"
        return re.compile(rf"(?:{_SPEAKER}|{plain})(?:{verbs})\b")


def _dashed_lines(segments: Iterable[Segment]) -> Iterator[_Line]:
    """Yield the lines that begin with a dash where speech could stand."""
    for segment in segments:
        if segment.role in _SPEECHLESS:
            continue
        # Only the beginning of a line can be one: of most texts there is one line.
        far = len(segment.text) if "\n" in segment.text else _LONGEST_OPENING
        for opening in _OPENING.finditer(segment.text, 0, far):
            end = _END.search(segment.text, opening.end())
            stop = len(segment.text) if end is None else end.end()
            stripped = len(segment.text[:stop].rstrip())
            yield _Line(segment, TextSpan(*opening.span(2)), stripped)


def _marks_of(document: Document) -> tuple[str, str]:
    """Return the quotation marks that a document uses, straight if neither wins."""
    curly = sum(segment.text.count("“") for segment in document.segments)
    straight = sum(segment.text.count('"') for segment in document.segments)
    return ("“", "”") if 2 * curly > straight else ('"', '"')


def _at_end(line: _Line, closing: str) -> tuple[tuple[TextSpan, str], ...]:
    """Return the edit that closes a quotation at the end of its line."""
    last = TextSpan(line.end - 1, line.end)
    return ((last, f"{last.of(line.segment.text)}{closing}"),)


def _before_tag(dash: re.Match[str], closing: str) -> str:
    """Return what parts a quotation from its tag in place of a dash."""
    before = dash[0].removesuffix(dash[1])
    if before[-1] in '"”»':
        return f"{before} "
    return f"{',' if before == '.' else before}{closing} "
