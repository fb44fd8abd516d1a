"""tmx: translation memories, each variant beside the one it was made from."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, original, segments
from mtaudit.formats.pieces import Part
from mtaudit.formats.xml_scan import Element, inline, read
from mtaudit.formats.xml_units import escape, has_cdata, joined, note
from mtaudit.model import Document, RawSpan, Segment

__all__ = ["NAME", "SUFFIXES", "escape", "parse"]

NAME = "tmx"
SUFFIXES = (".tmx",)

_AROUND = frozenset({"hi"})
_UNSEEN = frozenset({"bpt", "ept"})


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return a segment for each variant but the original; notes may suppress."""
    root, comments = read(raw, path)
    header = next(root.walk("header"), root)
    source_lang = header.get("srclang")
    if source_lang == "*all*":
        source_lang = None
    found: list[Segment] = []
    for unit in root.walk("tu"):
        comments.extend(note(each, unit) for each in unit.walk("note"))
        found.extend(_segments(unit, unit.get("srclang") or source_lang, raw))
    return Document(
        path,
        raw,
        NAME,
        tuple(found),
        tuple(comments),
        found[0].lang if found else None,
        declared_source=source_lang,
    )


def _segments(unit: Element, source_lang: str | None, raw: str) -> Iterator[Segment]:
    """Yield the segments of a unit, in the order of the file."""
    variants = [*unit.children("tuv")]
    if not variants:
        return
    first = next((each for each in variants if _lang(each) == source_lang), variants[0])
    source = original(_parts(first), raw, _extent(first))
    for variant in variants:
        if variant is not first:
            spelling = "xml-cdata" if has_cdata(variant) else "xml-text"
            own = Unit(
                unit.get("tuid"),
                lang=_lang(variant),
                source=source,
                spelling=spelling,
                extent=_extent(variant),
            )
            yield from segments(_parts(variant), own)


def _lang(variant: Element) -> str | None:
    """Return the tag of a variant; old files have it without a prefix."""
    return variant.get("lang")


def _extent(variant: Element) -> RawSpan | None:
    segment = variant.child("seg")
    return segment.inside if segment else None


def _parts(variant: Element) -> list[Part]:
    segment = variant.child("seg")
    return joined(inline(segment, _AROUND, _UNSEEN)) if segment else []
