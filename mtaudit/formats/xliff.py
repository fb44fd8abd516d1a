"""xliff: units of XLIFF 1.2 and 2, each beside its original."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Original, Unit, original, segments
from mtaudit.formats.xml_scan import Element, inline, read
from mtaudit.formats.xml_units import escape, has_cdata, joined, note
from mtaudit.model import Comment, Document, Segment

__all__ = ["NAME", "SUFFIXES", "escape", "parse"]

NAME = "xliff"
SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".xlif")

_AROUND = frozenset({"g", "mrk", "pc"})
_UNSEEN = frozenset({"bpt", "ept", "bx", "ex", "sc", "ec", "sm", "em"})
_NOT_YET = frozenset({"new", "needs-translation", "initial"})
"""States in which the target is not a translation."""


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each target that is one; notes may suppress."""
    root, comments = read(raw, path)
    first = next(root.walk("file"), root)
    found: list[Segment] = []
    for file in [*root.walk("file")] or [root]:
        lang = file.get("target-language") or root.get("trgLang")
        for unit in file.walk("trans-unit", "unit"):
            comments.extend(_notes(unit))
            if unit.get("translate") != "no":
                found.extend(_segments(unit, lang, raw))
    return Document(
        path,
        raw,
        NAME,
        tuple(found),
        tuple(comments),
        first.get("target-language") or root.get("trgLang"),
        declared_source=first.get("source-language") or root.get("srcLang"),
    )


def _notes(unit: Element) -> Iterator[Comment]:
    """Yield what people wrote about a unit."""
    for element in unit.walk("note"):
        yield note(element, unit)


def _segments(unit: Element, lang: str | None, raw: str) -> Iterator[Segment]:
    """Yield the segments of a unit: of XLIFF 1.2 one, of XLIFF 2 any number."""
    key = unit.get("resname") or unit.get("name") or unit.get("id")
    is_kept = unit.get("space") == "preserve"
    pairs = [unit] if unit.name == "trans-unit" else [*unit.children("segment")]
    for pair in pairs:
        target = pair.child("target")
        if target is None or {pair.get("state"), target.get("state")} & _NOT_YET:
            continue
        source = pair.child("source")
        source_string = _original(source, raw) if source else None
        parts = inline(target, _AROUND, _UNSEEN)
        spelling = "xml-cdata" if has_cdata(target) else "xml-text"
        own = Unit(
            key=key,
            lang=lang,
            source=source_string,
            spelling=spelling,
            extent=target.inside,
        )
        yield from segments(parts if is_kept else joined(parts), own)


def _original(element: Element, raw: str) -> Original | None:
    """Return the original, read as its translation is."""
    parts = joined(inline(element, _AROUND, _UNSEEN))
    return original(parts, raw, element.inside)
