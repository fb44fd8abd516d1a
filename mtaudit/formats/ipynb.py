"""ipynb: notebooks of Jupyter, of which the cells of Markdown are read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mtaudit.formats import json_scan, markdown
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.embedded import Inlay
from mtaudit.formats.entries import Entry
from mtaudit.model import Comment, Document, Segment

NAME = "ipynb"
SUFFIXES = (".ipynb",)

_TEXT = "text"


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return the prose of the cells of Markdown; `ParseError` if it is no JSON."""
    segments: list[Segment] = []
    comments: list[Comment] = []
    for number, inlay in _cells(json_scan.scan(raw, path).entries):
        cell = markdown.parse(inlay.text, path, options)
        segments += inlay.segments(cell, f"cells.{number}")
        comments += inlay.comments(cell, raw)
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(segments),
        comments=tuple(comments),
    )


def escape(text: str, spelling: str = _TEXT) -> str | None:
    """Return `text` as Markdown in a string of JSON must spell it."""
    written = markdown.escape(text, "" if spelling == _TEXT else spelling)
    return None if written is None else json.dumps(written, ensure_ascii=False)[1:-1]


def fits(text: str, spelling: str) -> bool:
    """Whether a piece of a cell that is so spelled may be `text`."""
    return spelling == _TEXT or markdown.fits(text, spelling)


def _cells(entries: tuple[Entry, ...]) -> Iterator[tuple[int, Inlay]]:
    """Yield the number and the text of each cell of Markdown."""
    sources: dict[int, list[Entry]] = {}
    kinds: dict[int, str] = {}
    for entry in entries:
        match entry.keys:
            case ("cells", int(number), "cell_type"):
                kinds[number] = entry.text
            case ("cells", int(number), "source", *_):
                sources.setdefault(number, []).append(entry)
    for number, strings in sources.items():
        if kinds.get(number) == "markdown":
            yield number, Inlay([part for each in strings for part in each.parts])
