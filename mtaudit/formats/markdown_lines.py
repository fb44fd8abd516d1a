"""Lines that dialects add to Markdown: directives, admonitions, shortcodes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mtaudit.text.fences import closes, opening

_WORD = r"[A-Za-z][\w-]*+"
_ADMONITION = re.compile(
    rf"""(?x) (?P<indent> [ \t]*+ )
    (?: (?: !!! | \?\?\?\+? ) [ \t]++ {_WORD} (?:[ \t]++{_WORD})*+ | ===[!+]? )
    (?: [ \t]++ " (?P<title> [^"]*+ ) " )? [ \t]*+""",
)
_DIRECTIVE = re.compile(
    rf"""(?x) [ \t>]*+ :{{3,}}+ [ \t]*+
    (?: (?P<name> {_WORD} )
        (?: \[ (?P<bracketed> [^\]\r\n]*+ ) \] | [ \t]++ (?P<title> [^{{}}=\[\]:]++ ) )?
    )? .*+""",
)
_TITLED = frozenset(
    [
        "abstract",
        "bug",
        "caution",
        "danger",
        "details",
        "error",
        "example",
        "failure",
        "hint",
        "important",
        "info",
        "note",
        "question",
        "quote",
        "success",
        "tip",
        "warning",
    ]
)
_SLASHES = re.compile(
    rf"[ \t]*+/{{3,}}+(?:[ \t]++{_WORD}(?:[ \t]*+\|[ \t]*+(?P<title>.*+))?)?"
)
_UNSPOKEN = re.compile(
    r"""(?x) [ \t>]*+ (?:
        (?: (?: \{\{[<%] [^{}]* [>%]\}\} | \{% [^{}]* %\} ) [ \t]*+ )++
      | \{: [^{}]*+ \} | <<<[ ]*+[@./].*+ | \[\[toc\]\] )[ \t]*+"""
)
_CODE = (
    (r"\{%-?\s*(highlight|comment|mermaid)\b[^{}]*%\}", r"\{{%-?\s*end{}\s*-?%\}}"),
    (
        r"\{\{<\s*(highlight|mermaid|math|katex)\b[^{}]*>\}\}",
        r"\{{\{{<\s*/\s*{}\s*>\}}\}}",
    ),
)
"""How blocks of code begin and end."""

_TARGET = r"(?<=\]\()\s{0,9}(?:\{\{[^{}]*\}\}|\{%[^{}]*%\})"
_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<newline>\r\n|\r|\n|\Z)")
_TAB = 4
_DEEPEST = 50
"""Boxes in boxes whose indentation is followed."""

_CAPTION = re.compile(
    r"""(?x) \b (?P<name> alt | caption | title ) = " (?P<value> [^"\\]* ) " """
)


class Title(NamedTuple):
    """Words on a line that is no Markdown: a heading of a box, a caption."""

    start: int
    end: int
    key: str


class Plain(NamedTuple):
    """Markdown without the lines of dialects, and where its lines came from."""

    body: str
    titles: tuple[Title, ...]
    starts: Sequence[int]
    """Offsets in `body` from which on the next of `shifts` holds."""

    shifts: Sequence[int]

    def place(self, offset: int) -> int:
        """Return where `offset` of `body` stands in the file's own text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def plain(body: str, original: str, tags: Mapping[int, int]) -> Plain:
    """
    Return `body` without what dialects add, indented boxes moved to the margin.

    `original` is the file's own text, as long; `tags` has the places of JSX tags
    that have lines to themselves, and how many elements they leave open.
    """
    if "{%" in body or "{{<" in body:
        body = _without_code(body)
    if "](" in body and "{" in body:
        body = re.sub(_TARGET, lambda match: "x" * len(match[0]), body)
    reading = _Reading(original, tags)
    for match in _LINE.finditer(body):
        if match[0]:
            reading.take(match["text"], match.start(), match["newline"])
    return Plain(
        "".join(reading.kept), tuple(reading.titles), reading.starts, reading.shifts
    )


class _Box:
    """A box or an element that is open, whose content may be indented."""

    def __init__(self, indent: int, *, is_element: bool) -> None:
        self.indent = indent
        self.is_element = is_element
        self.extra: int | None = None
        """Columns by which its content is indented; None before that is known."""


class _Reading:
    """A reading of the lines of one file."""

    def __init__(self, original: str, tags: Mapping[int, int]) -> None:
        self.kept: list[str] = []
        self.titles: list[Title] = []
        self.starts = [0]
        self.shifts = [0]
        self._original = original
        self._tags = sorted(tags.items(), reverse=True)
        self._fence = ""
        self._boxes: list[_Box] = []
        self._size = 0

    def take(self, text: str, start: int, newline: str) -> None:
        """Take in the next line."""
        if self._fence:
            if closes(text, self._fence):
                self._fence = ""
            self._keep(text, start, newline)
            return
        own = self._original[start : start + len(text)]
        if own.strip():
            self._settle(_columns(own))
        change = self._change(start + len(text))
        if change is None and text.strip():
            text = self._plain(text, start)
        self._keep(text, start, newline)
        for _ in range(change or 0):
            self._box(own, is_element=True)
        for _ in range(-(change or 0)):
            self._close_element()

    def _plain(self, text: str, start: int) -> str:
        """Return what Markdown sees of a line: itself, or nothing."""
        if fence := opening(text):
            self._fence = fence["marker"]
            return text
        for pattern in (_ADMONITION, _DIRECTIVE, _SLASHES, _UNSPOKEN):
            if line := pattern.fullmatch(text):
                self._note(line, start)
                return ""
        return text

    def _note(self, line: re.Match[str], start: int) -> None:
        """Note the words on a line of a dialect, and the box that it opens."""
        groups = line.groupdict()
        if line.re is _ADMONITION:
            self._box(line[0], is_element=False)
        elif line.re is _UNSPOKEN:
            for match in _CAPTION.finditer(line[0]):
                place = start + match.start("value"), start + match.end("value")
                self.titles.append(Title(*place, match["name"]))
        elif line.re is _DIRECTIVE and (groups["name"] or "").lower() not in _TITLED:
            groups["title"] = None
        for group in ("bracketed", "title"):
            if (groups.get(group) or "").strip():
                first, last = line.span(group)
                self.titles.append(Title(start + first, start + last, "title"))

    def _box(self, text: str, *, is_element: bool) -> None:
        """Open a box on a line; in many others it is read as if it had no end."""
        if len(self._boxes) < _DEEPEST:
            self._boxes.append(_Box(_columns(text), is_element=is_element))

    def _settle(self, indent: int) -> None:
        """Close the boxes that a line so indented is not in."""
        while self._boxes and not self._boxes[-1].is_element:
            if indent > self._boxes[-1].indent:
                break
            self._boxes.pop()
        known = sum(box.extra or 0 for box in self._boxes)
        for box in self._boxes:
            if box.extra is None:
                box.extra = max(0, indent - max(box.indent, known))
                known += box.extra

    def _change(self, end: int) -> int | None:
        """Return how many elements the line that ends at `end` leaves open."""
        change: int | None = None
        while self._tags and self._tags[-1][0] < end:
            change = (change or 0) + self._tags.pop()[1]
        return change

    def _close_element(self) -> None:
        """Close the innermost element, and what is open in it."""
        if any(box.is_element for box in self._boxes):
            while not self._boxes.pop().is_element:
                pass

    def _keep(self, text: str, start: int, newline: str) -> None:
        """Keep a line, less the columns that its boxes indent it by."""
        strip = sum(box.extra or 0 for box in self._boxes)
        width = 0
        while width < len(text) and strip > 0 and text[width] in " \t":
            strip -= _TAB if text[width] == "\t" else 1
            width += 1
        if newline and not text:
            # A line that was taken away ends where its line break stands.
            width = len(self._original[start:].partition(newline)[0])
        shift = start + width - self._size
        if shift != self.shifts[-1]:
            self.starts.append(self._size)
            self.shifts.append(shift)
        line = text[width:] + newline
        self.kept.append(line)
        self._size += len(line)


def _columns(text: str) -> int:
    """Return how far a line is indented."""
    return len(text.expandtabs(_TAB)) - len(text.expandtabs(_TAB).lstrip())


def _without_code(body: str) -> str:
    """Return `body` with blanks for the code that statements enclose."""
    for first, last in _CODE:
        for start, end in enclosed(body, re.compile(first), last):
            blank = re.sub(r"[^\r\n]", " ", body[start:end])
            body = f"{body[:start]}{blank}{body[end:]}"
    return body


def enclosed(
    text: str, opening: re.Pattern[str], closing: str
) -> Iterator[tuple[int, int]]:
    """
    Yield where something is that `opening` begins and `closing` ends.

    What the first group of the one finds stands in the braces of the other.
    """
    place, hopeless = 0, set()
    while match := opening.search(text, place):
        place = match.end()
        if match[1] in hopeless:
            continue
        last = re.compile(closing.format(match[1])).search(text, place)
        if last is None:
            hopeless.add(match[1])
        else:
            yield match.start(), last.end()
            place = last.end()
