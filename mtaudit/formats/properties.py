"""properties: strings of Java, its message formats among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.choosing import chooser
from mtaudit.formats.entries import Entry, document
from mtaudit.formats.pieces import Part, fill, text_of
from mtaudit.model import Comment, Document, RawSpan

NAME = "properties"
SUFFIXES = (".properties",)

_BLANKS = r"(?: [ \t\f] | \\(?:\r\n?|\n) )*+"
_LINE = re.compile(
    rf"""
    [ \t\f]*+
    (?: [\#!](?P<comment> [^\r\n]*+ )
      | (?P<key>
          (?: [^\\\s=:] | \\(?:\r\n?|\n)[ \t\f]*+ | \\[^\r\n] )++ )?
        {_BLANKS} (?: [=:] {_BLANKS} )?
        (?P<value> (?: [^\\\r\n]++ | \\(?:\r\n|.) )*+ \\? ) )
    (?: \r\n? | \n | \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB]..)\\u(?P<low>[dD][c-fC-F]..)|u(?P<code>[0-9A-Fa-f]{4})"
    r"|(?P<line>(?:\r\n?|\n)[ \t\f]*)|(?P<sign>.)|\Z)",
    re.DOTALL,
)
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_ESCAPED = {"\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\f": r"\f"}
_ARGUMENT = re.compile(r"\{\d+[},]")


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each value that is prose."""
    entries, comments = read(raw)
    chosen = chooser(options.strings)
    if chosen:
        entries = [entry for entry in entries if chosen(entry.keys)]
    empty = Document(path, raw, NAME, (), tuple(comments))
    return document(empty, entries, sift=not chosen)


def read(raw: str) -> tuple[list[Entry], list[Comment]]:
    """Return the values under their keys, and the comments; any line is one."""
    entries: list[Entry] = []
    comments: list[Comment] = []
    place = 0
    while place < len(raw) and (line := _LINE.match(raw, place)):
        place = line.end()
        if line["comment"] is not None:
            span = RawSpan(line.start("comment") - 1, line.end("comment"))
            comments.append(Comment(line["comment"].strip(), span))
        elif line["key"] and line["value"]:
            entries.append(_entry(line))
    return entries, comments


def escape(text: str, spelling: str = "") -> str | None:
    """Return `text` as a value has it; message formats double apostrophes."""
    if spelling == "message":
        text = text.replace("'", "''")
    return "".join(_ESCAPED.get(char, char) for char in text)


def fits(text: str, spelling: str) -> bool:  # noqa: ARG001 -- all are alike
    """Whether a value may be `text`: blanks at its start would be lost."""
    return text == text.strip(" \t\f")


def _entry(line: re.Match[str]) -> Entry:
    """Return the entry of a line, or of several that are joined."""
    value, span = line["value"], line.span("value")
    parts = [Part(value, *span)]
    if "\\" in value:
        parts = fill(parts, [*_decoded(value)])
    text = text_of(parts)
    if "''" not in text and not _ARGUMENT.search(text):
        return Entry((_shown(line["key"]),), tuple(parts))
    if _ARGUMENT.search(text):
        pairs = [(*each.span(), "'") for each in re.finditer("''", text)]
        return Entry((_shown(line["key"]),), tuple(fill(parts, pairs)), "message")
    return Entry((_shown(line["key"]),), tuple(parts))


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the escapes of a value and what they stand for."""
    for escaped in _ESCAPE.finditer(text):
        yield *escaped.span(), _character(escaped)


def _character(escaped: re.Match[str]) -> str:
    """Return what an escape stands for; a joined line for nothing."""
    high, low = escaped["high"], escaped["low"]
    if high and _HEX.fullmatch(high) and _HEX.fullmatch(low):
        pair = (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
        return chr(0x10000 + pair)
    if escaped["code"]:
        return chr(int(escaped["code"], 16))
    sign = escaped["sign"] or ""
    return _SIGNS.get(sign, sign)


def _shown(key: str) -> str:
    return _ESCAPE.sub(_character, key) if "\\" in key else key
