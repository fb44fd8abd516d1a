"""csv: tables with a translation in one column, and its original in another."""

from __future__ import annotations

import re

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.bitext import Cell, read
from mtaudit.formats.pieces import Part, fill, text_of
from mtaudit.model import Document, ParseError

NAME = "csv"
SUFFIXES = (".csv",)

_FIELD = r"""(?x)
    (?: "(?P<quoted> (?: [^"]++ | "" )*+ )"
      | (?P<bare> [^{sign}\r\n"] [^{sign}\r\n]*+ )? )
    (?P<end> {sign} | \r\n? | \n | \Z )
"""


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each translation, as RFC 4180 has it."""
    return read(Document(path, raw, NAME, ()), _rows(raw, path), options)


def escape(text: str, spelling: str) -> str | None:
    """Return `text` as a field has it, in quotes or without."""
    if spelling == "quoted":
        return text.replace('"', '""')
    return None if re.search(r"[,;\t\"\r\n]", text) else text


def _rows(raw: str, path: str) -> list[list[Cell]]:
    """Return the rows that are not blank."""
    head = re.split(r"[\r\n]", raw, maxsplit=1)[0]
    sign = max(",;\t", key=head.count)
    field = re.compile(_FIELD.format(sign=re.escape(sign)))
    rows: list[list[Cell]] = [[]]
    place = 0
    while match := field.match(raw, place):
        place = match.end()
        rows[-1].append(_cell(match))
        if match["end"] != sign:
            rows.append([])
        if place == len(raw) and match["end"] != sign:
            return [row for row in rows if any(cell.text for cell in row)]
    line = raw.count("\n", 0, place) + 1
    raise ParseError("a field is not closed", place=f"{path}:{line}")


def _cell(match: re.Match[str]) -> Cell:
    """Return a field; quotation marks that are doubled are one."""
    name = "quoted" if match["quoted"] is not None else "bare"
    text, (start, end) = match[name], match.span(name)
    if not text:
        return Cell("", ())
    parts = [Part(text, start, end)]
    if name == "quoted" and '""' in text:
        parts = fill(parts, [(*each.span(), '"') for each in re.finditer('""', text)])
    return Cell(text_of(parts), tuple(parts), name)
