"""lines: one sentence on each line, as Moses pairs have them."""

from __future__ import annotations

import re

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import Part
from mtaudit.model import Document

NAME = "lines"
SUFFIXES = (".moses",)


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each line; its number is its key, blank lines counted."""
    found = [
        each
        for number, (start, end) in enumerate(_spans(raw), 1)
        for each in segments([Part(raw[start:end], start, end)], Unit(str(number)))
    ]
    return Document(path, raw, NAME, tuple(found))


def escape(text: str) -> str | None:
    """Return `text`, unless it would be two lines."""
    return None if re.search(r"[\r\n]", text) else text


def _spans(raw: str) -> list[tuple[int, int]]:
    """Return where the lines stand, without their ends."""
    found, start = [], 0
    for end in re.finditer(r"\r\n?|\n|\Z", raw):
        found.append((start, end.start()))
        start = end.end()
    return found
