"""From Markdown events to segments: what is prose, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from mtaudit.formats.markdown_tags import BLOCKS, NOUNS, TAG
from mtaudit.formats.pieces import Part, build, opaque, unspoken
from mtaudit.model import Comment, RawSpan, Role, Segment

if TYPE_CHECKING:
    from mtaudit.formats.markdown_passages import Passages

_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough"})
_ITEMS = frozenset({"Item", "DefinitionListTitle", "DefinitionListDefinition"})
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FORMULA = frozenset("\\^_{}=")


class Walk:
    """
    A reading of one file's events.

    A block that holds text opens when its first text comes, so that tight and
    loose list items are alike, and closes where another block starts or ends.
    """

    def __init__(self, raw: str, *, titled: bool, lang: str = "") -> None:
        self.segments: list[Segment] = []
        self.comments: list[Comment] = []
        self.blocks_of_html: list[tuple[int, int]] = []
        self.raw = raw
        self._mask = unspoken(raw)
        self._titled = titled
        self._lang = lang
        self._blocks: list[str] = []
        self._parts: list[Part] = []
        self._around: list[tuple[list[Part], Passages | None]] = []
        """The texts that enclose an image, while its own text is read."""

        self._nouns: list[tuple[str, int, int]] = []
        """Elements of code that are open: name, place, and parts before them."""

        self._passages: Passages | None = None
        """Where elements give the text that is being read a language."""

        self._muted = 0
        self._level = ""
        self._place: Callable[[int], int] = int
        self._on: dict[str, Callable[[Any, int, int], None]] = {
            "Text": self._text,
            "Start": self._start,
            "End": self._end,
            "Code": self._opaque,
            "InlineMath": self._formula,
            "DisplayMath": self._opaque,
            "SoftBreak": self._line_break,
            "HardBreak": self._line_break,
            "InlineHtml": self._inline_html,
        }

    def read(
        self, events: Iterable[tuple[Any, Any]], to_raw: Callable[[int], int]
    ) -> None:
        """Take in events; `to_raw` tells where in the file a byte of theirs is."""
        self._place = to_raw
        on = self._on
        for event, place in events:
            if type(event) is str:
                name, value = event, None
            else:
                ((name, value),) = event.items()
            if act := on.get(name):
                act(value, place["start"], place["end"])

    def _start(self, tag: Any, first: int, last: int) -> None:
        name: str = tag
        detail: Any = None
        if type(tag) is not str:
            ((name, detail),) = tag.items()
        if name in _INLINE:
            return
        if name == "Link":
            self._start_link(detail["link_type"], first, last)
        elif name == "Image":
            self._opaque(None, first, last)
            self._around.append((self._parts, self._passages))
            self._parts, self._passages = [], None
        else:
            self._start_block(name, detail)

    def _start_link(self, kind: str, first: int, last: int) -> None:
        """Make an address that stands for itself opaque; other links are text."""
        if kind in {"Autolink", "Email"}:
            self._opaque(None, first, last)
            self._muted += 1
            self._blocks.append("Autolink")

    def _start_block(self, name: str, detail: Any) -> None:
        if self._parts or self._nouns or self._passages:
            self._close()
        if name == "CodeBlock":
            self._muted += 1
        elif name == "Heading":
            self._level = detail["level"]
        elif name == "BlockQuote" and detail:
            name = "Alert"
        self._blocks.append(name)

    def _end(self, tag: Any, first: int, last: int) -> None:
        name = tag if type(tag) is str else next(iter(tag))
        if name in _INLINE:
            return
        if name == "Link":
            if self._blocks[-1] == "Autolink":
                self._blocks.pop()
                self._muted -= 1
        elif name == "Image":
            self._close(Role.ALT_TEXT)
            self._parts, self._passages = self._around.pop()
        else:
            self._end_block(name, first, last)

    def _end_block(self, name: str, first: int, last: int) -> None:
        if self._parts or self._nouns or self._passages:
            self._close()
        self._blocks.pop()
        if name == "CodeBlock":
            self._muted -= 1
        elif name == "HtmlBlock":
            self._html_block(self._place(first), self._place(last))

    def _text(self, text: str, first: int, last: int) -> None:
        if self._muted:
            return
        raw, start = self.raw, self._place(first)
        is_ascii = last - first == len(text)
        end = start + len(text) if is_ascii else self._place(last)
        if end - start != len(text) or not raw.startswith(text, start):
            self._parts.append(Part(text, start, self._place(last), verbatim=False))
        elif raw[start - 1 : start] == "\\" and self._is_escaped(start):
            self._parts.append(Part(text[0], start - 1, start + 1, verbatim=False))
            if len(text) > 1:
                self._parts.append(Part(text[1:], start + 1, end))
        else:
            self._parts.append(Part(text, start, end))

    def _is_escaped(self, start: int) -> bool:
        """Whether the backslash in front of `start` is no text itself."""
        return not (self._parts and self._parts[-1].end == start)

    def _opaque(self, _: Any, first: int, last: int) -> None:
        self._parts.append(opaque(self._place(first), self._place(last)))

    def _formula(self, formula: str, first: int, last: int) -> None:
        """Tell a formula from two prices: a figure follows each dollar sign."""
        start, end = self._place(first), self._place(last)
        is_price = formula[:1].isdecimal() and self.raw[end : end + 1].isdecimal()
        if is_price and _FORMULA.isdisjoint(formula):
            self._parts.append(Part(self.raw[start:end], start, end))
        else:
            self._parts.append(opaque(start, end))

    def _line_break(self, _: Any, first: int, last: int) -> None:
        start, end = self._place(first), self._place(last)
        spelled = self.raw[start:end]
        newline = spelled.strip(" \t\\")
        start += spelled.index(newline)
        self._parts.append(Part(newline, start, start + len(newline)))

    def _inline_html(self, tag: str, first: int, last: int) -> None:
        start, end = self._place(first), self._place(last)
        if tag.startswith("<!--"):
            self._note_comments(start, end)
            self._close_up(end)
        elif tag[:3].lower() == "<br":
            self._parts.append(Part("\n", start, end, verbatim=False))
        else:
            self._inline_tag(tag, start, end)

    def _inline_tag(self, tag: str, start: int, end: int) -> None:
        """Make what code elements enclose opaque, and read what tags say."""
        match = TAG.match(tag)
        name = match[2].lower() if match else ""
        is_end = tag.startswith("</")
        if name == "img":
            self._parts.append(opaque(start, end))
        elif name in BLOCKS:
            self._close()
        elif name in NOUNS and not is_end:
            self._nouns.append((name, start, len(self._parts)))
        elif self._nouns and self._nouns[-1][0] == name:
            self._end_noun(end)
        if is_end and self._passages:
            self._passages.end(name, len(self._parts))
        elif "=" in tag or self._passages:
            self._attributes(name, start, end)

    def _end_noun(self, end: int) -> None:
        _, start, size = self._nouns.pop()
        self._parts[size:] = [opaque(start, end)]
        if self._passages:
            self._passages.hide(size)

    def _attributes(self, name: str, start: int, end: int) -> None:
        """Take in what the attributes of a tag say: prose, and a language."""
        if not self.raw.startswith("<", start):
            return
        from mtaudit.formats.html_attributes import described

        found = described(self.raw, name, (start + 1 + len(name), end - 1))
        self.segments.extend(found.segments(self._mask))
        if found.lang and not self._passages:
            from mtaudit.formats.markdown_passages import Passages

            self._passages = Passages()
        if self._passages:
            self._passages.start(name, found.lang, len(self._parts))

    def _html_block(self, start: int, end: int) -> None:
        """Take in the prose of a block of HTML, or of a part of one."""
        self.blocks_of_html.append((start, end))
        if "BlockQuote" in self._blocks or "Alert" in self._blocks:
            self._note_comments(start, end)
            return
        from mtaudit.formats.html_walk import Walk as HtmlWalk

        walk = HtmlWalk(self.raw, titled=self._titled)
        walk.read(start, end)
        self._titled = walk.titled
        self.comments.extend(walk.comments)
        self.segments.extend(
            each._replace(spelling=each.spelling or "html-text")
            for each in walk.segments
        )

    def _close_up(self, end: int) -> None:
        """Leave one space where a comment that ends at `end` stood between two."""
        last = self._parts[-1] if self._parts else None
        follows = self.raw[end : end + 1]
        if last and last.verbatim and (not follows or follows.isspace()):
            text = last.text.rstrip(" ")
            self._parts[-1] = Part(text, last.start, last.start + len(text))

    def _note_comments(self, start: int, end: int) -> None:
        for match in _COMMENT.finditer(self.raw, start, end):
            self.comments.append(Comment(match[1].strip(), RawSpan(*match.span())))

    def _role(self) -> Role:
        """Return the role of text in the innermost block that is open."""
        blocks = self._blocks
        if not blocks:
            return Role.PARAGRAPH
        if blocks[-1] == "Heading":
            return self._heading()
        if blocks[-1] == "TableCell":
            return Role.CELL
        if "BlockQuote" in blocks:
            return Role.QUOTE
        return Role.PARAGRAPH if _ITEMS.isdisjoint(blocks) else Role.LIST_ITEM

    def _heading(self) -> Role:
        """Return the title's role once, for the first heading of the first level."""
        if self._titled or self._level != "H1" or not self._parts:
            return Role.HEADING
        self._titled = True
        return Role.TITLE

    def _close(self, role: Role | None = None) -> None:
        """Make a segment of the text that has come in, if there is any prose."""
        if not self._parts:
            self._nouns.clear()
            self._passages = None
            return
        role = role or self._role()
        parts, self._parts = self._parts, []
        passages, self._passages = self._passages, None
        self._nouns.clear()
        if not passages:
            self._add(parts, role)
            return
        for lang, group in passages.parted(parts, self._lang):
            self._add(group, role, lang)

    def _add(self, parts: list[Part], role: Role, lang: str | None = None) -> None:
        if self._mask:
            parts = self._mask(parts)
        segment = build(parts, role)
        if segment:
            self.segments.append(segment._replace(lang=lang) if lang else segment)
