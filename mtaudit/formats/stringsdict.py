"""stringsdict: plurals of Apple's platforms."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit
from mtaudit.formats.xml_scan import Element, read
from mtaudit.formats.xml_units import escape, units
from mtaudit.model import Document, Segment

__all__ = ["NAME", "SUFFIXES", "escape", "parse"]

NAME = "stringsdict"
SUFFIXES = (".stringsdict",)

_FOR_PROGRAMS = frozenset({"NSStringFormatSpecTypeKey", "NSStringFormatValueTypeKey"})


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each form of each plural, and for what they stand in."""
    root, comments = read(raw, path)
    return Document(path, raw, NAME, tuple(_segments(root)), tuple(comments))


def _segments(root: Element) -> Iterator[Segment]:
    """Yield the segments of the strings in all dictionaries, in order."""
    stack: list[tuple[Element, str]] = [(each, "") for each in root.children("dict")]
    while stack:
        element, above = stack.pop()
        if element.name == "string":
            yield from units(element, Unit(key=above))
            continue
        inner, key = [], ""
        for each in element.children():
            if each.name == "key":
                key = each.text
            elif each.name in {"dict", "string"} and key not in _FOR_PROGRAMS:
                inner.append((each, f"{above}.{key}".removeprefix(".")))
        stack.extend(reversed(inner))
