"""Blocks of AsciiDoc: what lines belong together, and what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mtaudit.formats.asciidoc_inline import links, marks
from mtaudit.formats.lightweight import Line, parts_of, spoken
from mtaudit.formats.pieces import build
from mtaudit.model import Comment, RawSpan, Role, Segment

PLAIN, CELL = "paragraph", "cell"

_FENCE = re.compile(r"(?P<mark>-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|```\S*)")
_UNREAD = frozenset("-.+/`")
"""First characters of fences around what is no prose."""

_TABLE = re.compile(r"[|,:!]===+")
_TITLE = re.compile(r"(?P<level>={1,6}|\#{1,6})[ \t]+(?=\S)")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:[ \t].*)?")
_LIST = re.compile(r"\[(?P<first>[^\],\"]*+)[^\]]*+\]")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(
    r"(?:\*{1,5}|\.{1,5}|-|\d{1,3}\.|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"(?P<term>\S(?:[^:;]|:(?!:)|;(?!;))*?)(?::{2,4}|;;)(?:[ \t]+|\Z)")
_MACRO = re.compile(
    r"(?:image|video|audio|include|ifdef|ifndef|ifeval|endif|toc|custom)::.*"
)
_ALT = re.compile(r"(?:image)::[^\[\s]+\[(?P<alt>[^\],=\"]+)[,\]]")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_CODE_STYLES = frozenset({"source", "listing", "literal", "stem", "latexmath", "pass"})
_RULE = re.compile(r"'{3,}|<{3,}|-{3}|\*{3}|\[\[[^\[\]]*\]\]")
_CELL = re.compile(
    r"(?<!\\)(?:(?<!\d)\d*+(?:\.\d++)?[+*])?(?:[<^>]?(?:\.[<^>])?[a-z]?)\|"
)


class Blocks:
    """A reading of one file's lines."""

    def __init__(self, raw: str) -> None:
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._raw = raw
        self._titled = False
        self._at = 0
        self._lines: Sequence[Line] = ()
        self._style = ""
        self._attached = False
        """Whether a plus sign has bound the next block to an item of a list."""

        self._open: list[tuple[str, str]] = []
        """Fences around prose that are open, and what style they have."""

        self._readers: tuple[Callable[[Line], bool], ...] = (
            self._comment,
            self._fence,
            self._table,
            self._title,
            self._unspoken,
            self._caption,
            self._item,
            self._term,
            self._indented,
        )

    def read(self, lines: Sequence[Line]) -> None:
        """Take in the lines of a file."""
        self._lines = lines
        while self._at < len(lines):
            line = lines[self._at]
            if not line.text:
                self._at += 1
                self._style = ""
            elif not any(reader(line) for reader in self._readers):
                self._paragraph(0, self._role())

    def _role(self) -> Role:
        """Return the role of a paragraph here."""
        if self._attached:
            return Role.LIST_ITEM
        is_quote = any(mark.startswith("_") for mark, _ in self._open)
        return Role.QUOTE if is_quote or self._style == "quote" else Role.PARAGRAPH

    def _comment(self, line: Line) -> bool:
        """Take in a line of comment."""
        if not line.text.startswith("//") or line.text.startswith("///"):
            return False
        text = line.text[2:].strip()
        self.comments.append(Comment(text, RawSpan(line.start, line.end)))
        self._at += 1
        return True

    def _fence(self, line: Line) -> bool:
        """Open or close a block between two equal lines, or pass over it."""
        fence = _FENCE.fullmatch(line.text)
        if not fence:
            return False
        mark, self._at = fence["mark"], self._at + 1
        if any(each == mark for each, _ in self._open):
            while self._open.pop()[0] != mark:
                pass
        elif self._is_code(mark):
            self._skip_to(line, "```" if mark.startswith("```") else mark)
        else:
            self._open.append((mark, self._style))
        self._style = ""
        return True

    def _is_code(self, mark: str) -> bool:
        """Whether what follows a fence is no prose."""
        is_open_block = mark == "--"
        return self._style in _CODE_STYLES or (mark[0] in _UNREAD and not is_open_block)

    def _skip_to(self, first: Line, mark: str) -> None:
        """Pass over the lines to a closing fence, noting a comment."""
        start = self._at
        while self._at < len(self._lines) and self._lines[self._at].text != mark:
            self._at += 1
        if mark[0] == "/" and start < self._at:
            end = self._lines[self._at - 1].end
            text = self._raw[self._lines[start].start : max(end, first.end)].strip()
            if text:
                self.comments.append(Comment(text, RawSpan(first.start, end)))
        self._at += 1

    def _table(self, line: Line) -> bool:
        """Take in the cells of a table."""
        if not _TABLE.fullmatch(line.text):
            return False
        self._at += 1
        cell: list[Line] = []
        while self._at < len(self._lines):
            row = self._lines[self._at]
            self._at += 1
            if row.text == line.text:
                break
            done: int | None = None
            for bar in [*_CELL.finditer(row.text)]:
                before = row.text[done or 0 : bar.start()]
                cell.append(_stretch(row, done or 0, before))
                self._add(cell, Role.CELL, CELL)
                cell, done = [], bar.end()
            rest = row.text[done or 0 :]
            if rest.strip() and not _MACRO.fullmatch(rest):
                cell.append(_stretch(row, done or 0, rest))
        self._add(cell, Role.CELL, CELL)
        return True

    def _title(self, line: Line) -> bool:
        """Take in a title."""
        mark = _TITLE.match(line.text)
        if not mark or line.indent:
            return False
        is_first = len(mark["level"]) == 1 and not self._titled
        role = Role.TITLE if is_first else Role.HEADING
        if self._add([line.after(mark.end())], role):
            self._titled = self._titled or is_first
        self._at += 1
        if is_first:
            self._pass_over_authors()
        return True

    def _pass_over_authors(self) -> None:
        """Pass over the lines under the title: authors, revision, attributes."""
        while self._next().text and not self._next().text.startswith("//"):
            self._at += 1

    def _unspoken(self, line: Line) -> bool:
        """Pass over attributes, macros and rules; note the style that they set."""
        style = _LIST.fullmatch(line.text)
        if style:
            self._style = style["first"].partition("%")[0].partition("#")[0].lower()
        elif alt := _ALT.match(line.text):
            start = line.start + alt.start("alt")
            self._add([line._replace(text=alt["alt"], start=start)], Role.ALT_TEXT)
        elif line.text == "+":
            self._attached = True
        elif not any(each.fullmatch(line.text) for each in (_ATTRIBUTE, _MACRO, _RULE)):
            return False
        self._at += 1
        return True

    def _caption(self, line: Line) -> bool:
        """Take in the title of a block."""
        if not _CAPTION.match(line.text) or line.indent:
            return False
        self._add([line.after(1)], Role.CAPTION)
        self._at += 1
        return True

    def _item(self, line: Line) -> bool:
        """Take in an item of a list."""
        mark = _ITEM.match(line.text)
        if not mark:
            return False
        self._attached = False
        self._paragraph(mark.end(), Role.LIST_ITEM)
        return True

    def _term(self, line: Line) -> bool:
        """Take in a term and what it is said to be."""
        mark = _TERM.match(line.text)
        if not mark:
            return False
        self._attached = False
        self._add([line._replace(text=mark["term"])], Role.LIST_ITEM)
        if mark.end() == len(line.text):
            self._at += 1
            if self._next().text and self._next().indent:
                self._paragraph(0, Role.LIST_ITEM)
        else:
            self._paragraph(mark.end(), Role.LIST_ITEM)
        return True

    def _indented(self, line: Line) -> bool:
        """Pass over an indented paragraph, which is shown as it is."""
        if not line.indent:
            return False
        while self._next().text:
            self._at += 1
        return True

    def _paragraph(self, skipped: int, role: Role) -> None:
        """Take in the lines to a blank one, or to one that begins something else."""
        first = self._next().after(skipped)
        if mark := _ADMONITION.match(first.text):
            first = first.after(mark.end())
        lines = [first]
        self._at += 1
        while self._next().text and not self._begins(self._next(), role):
            line = self._next()
            if not line.text.startswith("//"):
                lines.append(line)
            else:
                self._comment(line)
                continue
            self._at += 1
        if self._style not in _CODE_STYLES:
            self._add(lines, role)
        self._style = ""
        self._attached = False

    def _begins(self, line: Line, role: Role) -> bool:
        """Whether a line ends the paragraph in front of it."""
        text = line.text
        if _FENCE.fullmatch(text) or _MACRO.fullmatch(text) or _LIST.fullmatch(text):
            return True
        if role is not Role.LIST_ITEM:
            return False
        if text == "+" or self._attached:
            return text == "+"
        return bool(_ITEM.match(text) or _TERM.match(text))

    def _next(self) -> Line:
        """Return the next line; past the end a blank one."""
        return self._lines[self._at] if self._at < len(self._lines) else _NONE

    def _add(self, lines: Sequence[Line], role: Role, spelling: str = PLAIN) -> bool:
        """Make a segment of lines, if there is any prose in them."""
        parts = spoken(spoken(parts_of(self._raw, lines), links()), marks())
        segment = build(parts, role) if parts else None
        if segment:
            self.segments.append(segment._replace(spelling=spelling))
        return segment is not None


def _stretch(line: Line, start: int, text: str) -> Line:
    """Return a stretch of a line, without the white space around it."""
    bare = text.strip()
    first = line.start + start + len(text) - len(text.lstrip())
    return line._replace(text=bare, start=first)


_NONE = Line("", 0, 0, (0, 0))
