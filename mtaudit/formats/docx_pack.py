"""The text of a DOCX: a line for each paragraph, with a sign for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from mtaudit.formats.archive import Archive

SIGNS = {
    "title": "◆",
    "heading": "§",
    "item": "•",
    "cell": "▦",
    "paragraph": "¶",
    "alt": "▣",
    "lang": "¤",
}
"""What a line begins with, and a space."""

_MAIN = "word/document.xml"
_PARTS = re.compile(r"word/(?:footnotes|endnotes|header\d*|footer\d*)\.xml")
_SILENT = frozenset({"instrText", "delText", "delInstrText", "moveFrom", "rPrChange"})
_BREAKS = {"br": "\u2028", "cr": "\u2028", "tab": "\t", "noBreakHyphen": "\u2011"}
_LANG = re.compile(r"<w:lang\b[^>]*?\bw:val=[\"']([A-Za-z]{2,3}(?:-\w{2,8})*+)")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def text_of(archive: Archive) -> str:
    """Return the paragraphs of a document, of its notes, headers and footers."""
    if _MAIN not in archive.names:
        raise archive.error(f"the archive is no DOCX: it has no “{_MAIN}”")
    notes = sorted(filter(_PARTS.fullmatch, archive.names))
    lines = [line for name in (_MAIN, *notes) for line in _lines(archive, name)]
    styles = "word/styles.xml"
    lang = _LANG.search(archive.text(styles)) if styles in archive.names else None
    if lang:
        lines.append(f"{SIGNS['lang']} {lang[1]}")
    return "".join(f"{line}\n" for line in lines)


def _lines(archive: Archive, name: str) -> Iterator[str]:
    """Yield the paragraphs of one part of the document."""
    reading = _Reading()
    try:
        reading.parser.Parse(archive.text(name).encode(), True)  # noqa: FBT003 -- expat's
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        message = f"“{name}” is no XML at {place}: {expat.ErrorString(error.code)}"
        raise archive.error(message) from None
    except ValueError as error:
        raise archive.error(f"“{name}” cannot be read: {error}") from None
    yield from reading.lines


class _Paragraph:
    """A paragraph that is being read."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.texts: list[str] = []


class _Reading:
    """A reading of one part of a document."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.buffer_text = True
        self._paragraphs: list[_Paragraph] = []
        """A box in a paragraph has paragraphs of its own."""

        self._cells = 0
        self._silent = 0
        self._in_text = False

    def _doctype(self, *_: object) -> None:
        """Refuse what only an attack has."""
        raise ValueError("it has a document type, which no DOCX may have")

    def _start(self, tag: str, said: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if space == _DRAWING and name == "docPr" and said.get("descr"):
            self.lines.append(f"{SIGNS['alt']} {' '.join(said['descr'].split())}")
        if space != _W:
            return
        if name == "p":
            self._paragraphs.append(_Paragraph("cell" if self._cells else "paragraph"))
        elif name == "tc":
            self._cells += 1
        elif name in _SILENT:
            self._silent += 1
        elif name == "t":
            self._in_text = True
        elif self._paragraphs:
            self._inside(self._paragraphs[-1], name, said)

    def _inside(self, paragraph: _Paragraph, name: str, said: dict[str, str]) -> None:
        """Take in what an element says of the paragraph that it is in."""
        if name in _BREAKS:
            paragraph.texts.append(_BREAKS[name])
        elif name == "pStyle":
            paragraph.kind = _kind(said.get(f"{_W} val", ""), paragraph.kind)
        elif name == "numPr" and paragraph.kind == "paragraph":
            paragraph.kind = "item"

    def _end(self, tag: str) -> None:
        space, _, name = tag.rpartition(" ")
        if space != _W:
            return
        if name == "t":
            self._in_text = False
        elif name == "tc":
            self._cells -= 1
        elif name in _SILENT:
            self._silent -= 1
        elif name == "p" and self._paragraphs:
            paragraph = self._paragraphs.pop()
            text = re.sub(r"[\r\n]+", " ", "".join(paragraph.texts))
            self.lines.append(f"{SIGNS[paragraph.kind]} {text}".rstrip())

    def _text(self, text: str) -> None:
        if self._in_text and not self._silent and self._paragraphs:
            self._paragraphs[-1].texts.append(text)


def _kind(style: str, kind: str) -> str:
    """Return what a paragraph of that style is."""
    style = style.lower()
    if style == "title":
        return "title"
    if style.startswith("heading"):
        return "heading"
    return "item" if style.startswith("list") and kind == "paragraph" else kind
