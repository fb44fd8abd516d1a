"""docx: documents of word processors, which are read and never rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.pieces import Part, build
from mtaudit.model import Document, Role, Segment

NAME = "docx"
SUFFIXES = (".docx",)

_LINE = re.compile(r"^(?P<sign>[◆§•▦¶▣¤]) (?P<text>[^\r\n]+)", re.MULTILINE)
_ROLES = {
    "◆": Role.TITLE,
    "§": Role.HEADING,
    "•": Role.LIST_ITEM,
    "▦": Role.CELL,
    "▣": Role.ALT_TEXT,
}


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """
    Return the prose of a document that `mtaudit.formats.packed` has unpacked.

    Each line is a paragraph: its number is the line's.
    """
    langs = [line["text"] for line in _LINE.finditer(raw) if line["sign"] == "¤"]
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(_segments(raw)),
        declared_lang=langs[-1] if langs else None,
    )


def escape(text: str, spelling: str = "") -> None:
    """Return None: a document is not rewritten."""


def _segments(raw: str) -> Iterator[Segment]:
    for line in _LINE.finditer(raw):
        if line["sign"] != "¤":
            role = _ROLES.get(line["sign"], Role.PARAGRAPH)
            segment = build([Part(line["text"], *line.span("text"))], role)
            if segment:
                yield segment
