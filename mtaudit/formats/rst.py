"""rst: reStructuredText, as docutils and Sphinx read it."""

from __future__ import annotations

import re

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.lightweight import is_read_back, lines_of
from mtaudit.formats.pieces import by_place
from mtaudit.formats.rst_blocks import CELL, SECTION, Blocks
from mtaudit.model import Document
from mtaudit.text.width import display_width

NAME = "rst"
SUFFIXES = (".rst", ".rest")

_UNSAYABLE = re.compile(r"[*`|_\\\r\n]|::")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return paragraphs, titles, items and cells, sorted by place, and comments."""
    blocks = Blocks(raw)
    blocks.read([*lines_of(raw)])
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(by_place(blocks.segments)),
        comments=tuple(blocks.comments),
    )


def escape(text: str, spelling: str = "") -> str | None:
    """Return `text`; None for marks, line breaks, and whatever is in a table."""
    return None if spelling == CELL or _UNSAYABLE.search(text) else text


def fits(text: str, spelling: str) -> bool:
    """Whether a paragraph, or a title over so long a line, may be `text`."""
    room = spelling.removeprefix(SECTION) if spelling.startswith(SECTION) else ""
    if room and display_width(text) > int(room):
        return False
    return is_read_back(text, parse)
