"""android: strings, plurals and arrays of Android resources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import fill, text_of
from mtaudit.formats.spelling import escape as spelled
from mtaudit.formats.xml_scan import Element, inline, read
from mtaudit.formats.xml_units import FORMATTING, has_cdata
from mtaudit.model import Document, Segment

NAME = "android"
SUFFIXES = ("strings.xml", "arrays.xml", "plurals.xml")

_TOKEN = re.compile(
    r"""
      \\ (?: u(?P<code> [0-9A-Fa-f]{4} ) | (?P<sign> . ) )
    | (?P<quote> " ) | (?P<white> [ \t\r\n]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {"n": "\n", "t": "\t"}
_ESCAPED = {"\\": r"\\", "'": r"\'", '"': r"\"", "\n": r"\n", "\t": r"\t"}


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each string that may be translated."""
    root, comments = read(raw, path)
    found = (each for element in root.children() for each in _segments(element))
    segments = tuple(found) if root.name == "resources" else ()
    return Document(path, raw, NAME, segments, tuple(comments))


def escape(text: str, spelling: str = "android") -> str | None:
    """Return `text` as a string has it; signs of markup are entities."""
    if "\r" in text:
        return None
    text = "".join(_ESCAPED.get(char, char) for char in text)
    return spelled(text, spelling.replace("android", "xml"))


def fits(text: str, spelling: str) -> bool:  # noqa: ARG001 -- all are alike
    """Whether a string may be `text`: runs of blanks would become one."""
    return not re.search(r"[ \t\n]{2}|\A[@?\s]|[ \t\n]\Z", text)


def _segments(element: Element) -> Iterator[Segment]:
    """Yield the segments of a resource."""
    name = element.get("name")
    if element.get("translatable") == "false" or name is None:
        return
    if element.name == "string":
        yield from _string(element, name)
    elif element.name in {"plurals", "string-array"}:
        for number, item in enumerate(element.children("item")):
            yield from _string(item, f"{name}.{item.get('quantity') or number}")


def _string(element: Element, key: str) -> Iterator[Segment]:
    """Yield the segments of a string, unless it refers to another."""
    parts = inline(element, FORMATTING)
    text = text_of(parts)
    if re.match(r"\s*[@?][\w:+]+/", text):
        return
    spelling = "android-cdata" if has_cdata(element) else "android-text"
    filled = fill(parts, [*_decoded(text)])
    yield from segments(filled, Unit(key=key, spelling=spelling))


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a string that stand for another text."""
    is_quoted = False
    for token in _TOKEN.finditer(text):
        if token["quote"]:
            is_quoted = not is_quoted
            yield *token.span(), ""
        elif token["code"]:
            yield *token.span(), chr(int(token["code"], 16))
        elif token["sign"]:
            yield *token.span(), _SIGNS.get(token["sign"], token["sign"])
        elif not is_quoted and token["white"] != " ":
            yield *token.span(), " "
