"""jsonl: an object on each line, with a translation under one of its keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.choosing import chooser
from mtaudit.formats.entries import Entry
from mtaudit.formats.json_scan import scan
from mtaudit.formats.messages import Unit, original, segments
from mtaudit.formats.spelling import escape as spelled
from mtaudit.model import Document, ParseError, Segment

NAME = "jsonl"
SUFFIXES = (".jsonl", ".ndjson")

_LINE = re.compile(r"(?P<object>[^\r\n]*)(?:\r\n?|\n|\Z)")
_TARGETS = ("target", "translation", "tgt", "mt", "hypothesis", "text")
_SOURCES = ("source", "original", "src")


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each text under a chosen key, its original beside it."""
    found: list[Segment] = []
    for number, line in enumerate(_LINE.finditer(raw), 1):
        if line["object"].strip():
            entries = _entries(line, f"{path}:{number}")
            found.extend(_segments(raw, entries, options, key=str(number)))
    return Document(path, raw, NAME, tuple(found))


def escape(text: str) -> str | None:
    """Return `text` as a string of JSON has it."""
    return spelled(text, "json")


def _entries(line: re.Match[str], place: str) -> tuple[Entry, ...]:
    try:
        return scan(line.string, place, line.span("object")).entries
    except ParseError as error:
        raise ParseError(error.message, place=place) from None


def _segments(
    raw: str, entries: tuple[Entry, ...], options: FormatOptions, *, key: str
) -> Iterator[Segment]:
    """Yield the segments of a line."""
    wanted = chooser(options.strings or _first(entries, _TARGETS))
    origin = chooser(
        [options.original] if options.original else _first(entries, _SOURCES)
    )
    if wanted is None:
        return
    originals = [entry.parts for entry in entries if origin and origin(entry.keys)]
    source = original(originals[0], raw) if originals else None
    for entry in entries:
        if wanted(entry.keys):
            yield from segments(entry.parts, Unit(key, source=source))


def _first(entries: tuple[Entry, ...], names: tuple[str, ...]) -> list[str]:
    """Return the first of `names` that is a key of the line, as a path."""
    there = {entry.keys for entry in entries}
    return [f"$.{name}" for name in names if (name,) in there][:1]
