"""asciidoc: AsciiDoc, as Asciidoctor reads it."""

from __future__ import annotations

import re

from mtaudit.formats.asciidoc_blocks import CELL, Blocks
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.lightweight import is_read_back, lines_of
from mtaudit.formats.pieces import by_place
from mtaudit.model import Document

NAME = "asciidoc"
SUFFIXES = (".adoc", ".asciidoc")

_UNSAYABLE = re.compile(r"[*_`#+^~{}\[\]<>\\|\r\n]|::|;;|\(\(|\w:\S")
_LANG = re.compile(r"^:lang:[ \t]*([\w-]+)", re.MULTILINE)


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return paragraphs, titles, items and cells, in order, and comments."""
    blocks = Blocks(raw)
    blocks.read([*lines_of(raw)])
    lang = _LANG.search(raw)
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(by_place(blocks.segments)),
        comments=tuple(blocks.comments),
        declared_lang=lang[1] if lang else None,
    )


def escape(text: str, spelling: str = "") -> str | None:  # noqa: ARG001 -- one way
    """Return `text`; None for whatever may be a mark, and for line breaks."""
    return None if _UNSAYABLE.search(text) else text


def fits(text: str, spelling: str) -> bool:
    """Whether a paragraph may be `text`, and does not become another block."""
    if spelling == CELL:
        return "|" not in text
    return is_read_back(text, parse)
