"""tsv: lines of an original and its translation, with a tab between."""

from __future__ import annotations

import re

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.bitext import Cell, read
from mtaudit.formats.pieces import Part
from mtaudit.model import Document

NAME = "tsv"
SUFFIXES = (".tsv", ".tab")

_LINE = re.compile(r"[^\r\n]+")


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each translation; quotation marks are part of it."""
    rows = [
        [_cell(field) for field in _fields(raw, *line.span())]
        for line in _LINE.finditer(raw)
    ]
    return read(Document(path, raw, NAME, ()), rows, options)


def escape(text: str) -> str | None:
    """Return `text`, unless it would end the field."""
    return None if re.search(r"[\t\r\n]", text) else text


def _fields(raw: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return the fields of a line and where they stand."""
    found, place = [], start
    for text in raw[start:end].split("\t"):
        found.append((text, place))
        place += len(text) + 1
    return found


def _cell(field: tuple[str, int]) -> Cell:
    text, start = field
    parts = (Part(text, start, start + len(text)),) if text else ()
    return Cell(text, parts)
