"""Strings of XML resources: what they share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import Part, fill, text_of
from mtaudit.formats.spelling import escape as spelled
from mtaudit.formats.xml_scan import Element, inline
from mtaudit.model import Comment, RawSpan, Segment

FORMATTING = frozenset(
    "a annotation b big em font i li mark small span strike strong sub sup u".split()  # noqa: SIM905 -- a word each
)
"""Elements of HTML that stand around words in a string."""

_WHITE = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*+")


def escape(text: str, spelling: str = "xml-text") -> str | None:
    """Return `text` as the content of an element has it."""
    return spelled(text, spelling)


def units(element: Element, unit: Unit) -> Iterator[Segment]:
    """Yield the segments of the string in an element."""
    spelling = "xml-cdata" if has_cdata(element) else "xml-text"
    yield from segments(inline(element, FORMATTING), unit._replace(spelling=spelling))


def has_cdata(element: Element) -> bool:
    """Whether a part of the text in `element` stands in a CDATA section."""
    stack = [element]
    while stack:
        each = stack.pop()
        if each.has_cdata:
            return True
        stack.extend(each.children())
    return False


def joined(parts: list[Part]) -> list[Part]:
    """Return `parts` with line breaks, and the indent after them, as one space."""
    text = text_of(parts)
    if "\n" not in text:
        return parts
    return fill(parts, [(*match.span(), " ") for match in _WHITE.finditer(text)])


def note(element: Element, unit: Element) -> Comment:
    """Return what a person wrote about `unit`, as a comment that holds for it."""
    span = RawSpan(element.start, element.end)
    return Comment(element.text.strip(), span, RawSpan(unit.start, unit.end))
