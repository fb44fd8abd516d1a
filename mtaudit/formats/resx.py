"""resx: strings of .NET."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.entries import is_prose
from mtaudit.formats.messages import Unit
from mtaudit.formats.xml_scan import Element, read
from mtaudit.formats.xml_units import escape, note, units
from mtaudit.model import Document, Segment

__all__ = ["NAME", "SUFFIXES", "escape", "parse"]

NAME = "resx"
SUFFIXES = (".resx", ".resw")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each string; what describes a control is no prose."""
    root, comments = read(raw, path)
    found: list[Segment] = []
    for entry in root.children("data"):
        said = entry.child("comment")
        if said is not None:
            comments.append(note(said, entry))
        found.extend(_segments(entry))
    return Document(path, raw, NAME, tuple(found), tuple(comments))


def _segments(entry: Element) -> Iterator[Segment]:
    """Yield the segments of an entry, unless it is one of a form's designer."""
    name, value = entry.get("name") or "", entry.child("value")
    is_object = entry.get("type") or entry.get("mimetype") or name.startswith(">>")
    if value is not None and not is_object and is_prose(name, value.text):
        yield from units(value, Unit(key=name or None))
