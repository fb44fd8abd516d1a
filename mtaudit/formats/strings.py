"""strings: tables of strings of Apple's platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import Part, fill
from mtaudit.model import Comment, Document, ParseError, RawSpan, Segment

NAME = "strings"
SUFFIXES = (".strings",)

_STRING = r'"(?:[^"\\]++|\\.)*+"'
_TOKEN = re.compile(
    rf"""
      [\s\ufeff]*+
      (?: /\*(?P<block> .*? )\*/ | //(?P<line> [^\r\n]* )
        | (?P<key> {_STRING} | [\w./-]+ ) \s*
          (?: = \s* "(?P<value> (?:[^"\\]++|\\.)*+ )" \s* )? ;
        | (?P<end> \Z ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:[Uu]([0-9A-Fa-f]{4})|([0-7]{3})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}
_ESCAPED = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each string."""
    found: list[Segment] = []
    comments: list[Comment] = []
    place = 0
    while token := _TOKEN.match(raw, place):
        place, sort = token.end(), token.lastgroup or ""
        if sort == "end":
            return Document(path, raw, NAME, tuple(found), tuple(comments))
        if sort in {"block", "line"}:
            span = RawSpan(token.start(sort) - 2, place)
            comments.append(Comment(token[sort].strip(), span))
        elif token["value"]:
            start, end = token.span("value")
            parts = [Part(token["value"], start, end)]
            key = _shown(re.sub(r'\A"|"\Z', "", token["key"]))
            filled = fill(parts, [*_decoded(token["value"])])
            found.extend(segments(filled, Unit(key=key)))
    line = raw.count("\n", 0, place) + 1
    raise ParseError("no entry of a table of strings", place=f"{path}:{line}")


def escape(text: str) -> str | None:
    """Return `text` as a quoted string has it."""
    return "".join(_ESCAPED.get(char, char) for char in text)


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the escapes of a string and what they stand for."""
    for escaped in _ESCAPE.finditer(text):
        code, octal, sign = escaped.groups()
        if sign:
            yield *escaped.span(), _SIGNS.get(sign, sign)
        else:
            yield *escaped.span(), chr(int(code, 16) if code else int(octal, 8))


def _shown(text: str) -> str:
    return _ESCAPE.sub(lambda each: _SIGNS.get(each[3], each[3] or each[0]), text)
