"""Blocks of reStructuredText: what lines belong together, and what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mtaudit.formats import rst_directives, rst_tables
from mtaudit.formats.lightweight import Line, parts_of, spoken
from mtaudit.formats.pieces import Part, build
from mtaudit.formats.rst_inline import marks
from mtaudit.model import Comment, RawSpan, Role, Segment

PLAIN, CELL, SECTION = "paragraph", "cell", "section-"
"""Spellings; that of a section's title ends in the length of its line."""

_DEEPEST = 60
"""Blocks in blocks. What is in deeper ones is read as one paragraph."""

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*")
_SHORTEST = 4
"""Characters of a line under a title that is shorter than its text."""

_ITEM = re.compile(
    r"(?:[-*+•‣⁃]|\(?(?:\d{1,4}|\#|[a-zA-Z])[.)])(?:[ \t]+|\Z)"
)  # a letter may be an initial: see `_is_item`
_FIELD = re.compile(r":(?![:\s])(?:[^:\\]|\\.|:(?!\s|\Z|`))+:(?=[ \t]|\Z)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(
    r"(?:\|[^|]++\|[ \t]++)?(?P<name>[\w+.-]++(?::[\w+.-]++)*+)[ \t]?::(?:[ \t]++|\Z)"
)
_NOTE = re.compile(r"\[(?:\d+|\#[\w.-]*|\*|[\w.-]+)\](?:[ \t]+|\Z)")
_OPTION = re.compile(r":(?P<name>[\w-]+):[ \t]*")


class Blocks:
    """A reading of one file's lines."""

    def __init__(self, raw: str) -> None:
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self._raw = raw
        self._titled = False
        self._depth = 0
        self._at = 0
        self._lines: Sequence[Line] = ()
        self._readers: tuple[Callable[[Line, Role], bool], ...] = (
            self._explicit,
            self._section,
            self._table,
            self._literal,
            self._item,
            self._field,
            self._line,
        )

    def read(self, lines: Sequence[Line], role: Role = Role.PARAGRAPH) -> None:
        """Take in lines that belong to one body; `role` is that of its paragraphs."""
        if self._depth == _DEEPEST:
            self._add([line for line in lines if line.text], role)
            return
        outer = self._lines, self._at
        self._lines, self._at = lines, 0
        self._depth += 1
        while self._at < len(lines):
            line = lines[self._at]
            if not line.text:
                self._at += 1
            elif not any(reader(line, role) for reader in self._readers):
                self._paragraph(role)
        self._depth -= 1
        self._lines, self._at = outer

    def _explicit(self, line: Line, role: Role) -> bool:
        """Take in a directive, a footnote, a target or a comment."""
        mark = _EXPLICIT.match(line.text)
        if not mark and not line.text.startswith("__ "):
            return False
        if not mark:
            self._at += 1
            return True
        first, rest = line.after(mark.end()), self._indented(line.indent)
        if directive := _DIRECTIVE.match(first.text):
            self._directive(directive, first, rest)
        elif note := _NOTE.match(first.text):
            self.read(_joined(first.after(note.end()), rest), role)
        elif not first.text.startswith(("_", "|")):
            end = rest[-1].end if rest else line.end
            text = self._raw[first.start : end].strip()
            self.comments.append(Comment(text, RawSpan(line.start, end)))
        return True

    def _directive(
        self, match: re.Match[str], first: Line, rest: Sequence[Line]
    ) -> None:
        """Take in a directive: its options, its arguments, its content."""
        name, argument = match["name"].lower(), first.after(match.end())
        count = 0
        while count < len(rest) and rest[count].text:
            option = _OPTION.match(rest[count].text)
            if option and option["name"] == "alt":
                self._add([rest[count].after(option.end())], Role.ALT_TEXT)
            elif not option and (count or name not in rst_directives.TITLED):
                break
            count += 1
        if not rst_directives.is_read(name):
            return
        if name in rst_directives.TITLED:
            self._add([argument], Role.CAPTION)
        elif name in rst_directives.VERSIONED:
            number = re.match(r"\S+[ \t]*", argument.text)
            argument = argument.after(number.end() if number else 0)
            self.read(_joined(argument, rest[count:]))
            return
        elif name in rst_directives.SPOKEN:
            self.read(_joined(argument, rest[count:]))
            return
        self.read(rest[count:])

    def _section(self, line: Line, _: Role) -> bool:
        """Take in a title with a line under it, and perhaps over it, or a rule."""
        if not _ADORNMENT.fullmatch(line.text):
            under = self._next(1)
            if not self._is_under(line, under):
                return False
            self._title(line, under)
            self._at += 2
            return True
        title, under = self._next(1), self._next(2)
        if title.text and under.text == line.text:
            self._title(title, under)
            self._at += 3
            return True
        if len(line.text) < _SHORTEST or title.text:
            return False
        self._at += 1
        return True

    def _is_under(self, line: Line, under: Line) -> bool:
        """Whether `under` makes a title of `line`."""
        long_enough = len(under.text) >= min(_SHORTEST, len(line.text))
        is_line = bool(_ADORNMENT.fullmatch(under.text)) and long_enough
        # Two colons announce a literal block, two hyphens or dots are text.
        is_line = is_line and under.text not in {"::", "..", "--"}
        return is_line and under.indent == line.indent and line.text != ".."

    def _title(self, line: Line, under: Line) -> None:
        role = Role.HEADING if self._titled else Role.TITLE
        if self._add([line], role, f"{SECTION}{len(under.text)}"):
            self._titled = True

    def _table(self, line: Line, _: Role) -> bool:
        """Take in the cells of a table of either sort."""
        read = rst_tables.reader(line)
        if read is None:
            return False
        count, cells = read(self._lines[self._at :])
        for cell in cells:
            self._add(cell, Role.CELL, CELL)
        self._at += count
        return True

    def _literal(self, line: Line, _: Role) -> bool:
        """Pass over a session of an interpreter, or a block after two colons."""
        if line.text == "::":
            self._indented(line.indent)
            return True
        if not line.text.startswith(">>> "):
            return False
        while self._next(0).text:
            self._at += 1
        return True

    def _item(self, line: Line, _: Role) -> bool:
        """Take in an item of a list."""
        mark = _ITEM.match(line.text)
        if not mark or not self._is_item(mark, self._next(1)):
            return False
        first = line.after(mark.end())
        self.read(_joined(first, self._indented(line.indent)), Role.LIST_ITEM)
        return True

    def _is_item(self, mark: re.Match[str], following: Line) -> bool:
        """Whether this is no initial of a name, or a sign that is text."""
        letter = mark[0].strip("(). \t")
        if letter.isalpha() and letter.isascii():
            return not following.text or bool(_ITEM.match(following.text))
        return True

    def _field(self, line: Line, _: Role) -> bool:
        """Take in what a field says."""
        name = _FIELD.match(line.text)
        if not name:
            return False
        first = line.after(name.end())
        self.read(_joined(first, self._indented(line.indent)), Role.LIST_ITEM)
        return True

    def _line(self, line: Line, role: Role) -> bool:
        """Take in a line of verse, or of an address."""
        if not line.text.startswith("| "):
            return False
        self._add([line.after(1)], role)
        self._at += 1
        return True

    def _paragraph(self, role: Role) -> None:
        """Take in a paragraph, or a term and what it is said to be."""
        first = self._next(0)
        lines = [first]
        self._at += 1
        following = self._next(0)
        if following.text and following.indent > first.indent:
            self._add(lines, Role.LIST_ITEM)
            self._nested(first.indent, Role.LIST_ITEM, first)
            return
        while self._next(0).text and self._next(0).indent == first.indent:
            lines.append(self._next(0))
            self._at += 1
        is_announced = lines[-1].text.endswith("::")
        if is_announced:
            last = lines[-1]
            kept = last.text[:-2] if last.text.endswith(" ::") else last.text[:-1]
            lines[-1] = last._replace(text=kept.rstrip())
        self._add(lines, role)
        self._nested(first.indent, Role.QUOTE, None if is_announced else first)

    def _nested(self, indent: int, role: Role, owner: Line | None) -> None:
        """Take in what is indented more; nothing owns a literal block."""
        self._at -= 1
        inner = self._indented(indent)
        if owner is not None:
            self.read(inner, role)

    def _indented(self, indent: int) -> list[Line]:
        """Return the lines after this one that are blank or indented more."""
        self._at += 1
        start = self._at
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.text and line.indent <= indent:
                break
            self._at += 1
        found = list(self._lines[start : self._at])
        while found and not found[-1].text:
            found.pop()
        return found

    def _next(self, count: int) -> Line:
        """Return the line that comes `count` lines later; past the end a blank one."""
        index = self._at + count
        return self._lines[index] if index < len(self._lines) else _NONE

    def _add(self, lines: Sequence[Line], role: Role, spelling: str = PLAIN) -> bool:
        """Make a segment of lines, if there is any prose in them."""
        parts: list[Part] = spoken(parts_of(self._raw, lines), marks())
        segment = build(parts, role) if parts else None
        if segment:
            self.segments.append(segment._replace(spelling=spelling))
        return segment is not None


def _joined(first: Line, rest: Sequence[Line]) -> list[Line]:
    """Return the lines of a body whose first one stands behind a mark."""
    if rest and rest[0].text:
        first = first._replace(indent=rest[0].indent)
    return [first, *rest]


_NONE = Line("", 0, 0, (0, 0))
