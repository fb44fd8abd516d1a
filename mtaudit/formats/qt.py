"""qt: catalogues of Qt Linguist, each string beside its original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, original, segments
from mtaudit.formats.pieces import Part, fill, text_of
from mtaudit.formats.spelling import escape as spelled
from mtaudit.formats.xml_scan import Element, inline, read
from mtaudit.formats.xml_units import note
from mtaudit.model import OPAQUE, Document, Segment
from mtaudit.text.placeables import QT_PLACE

NAME = "qt"
SUFFIXES = (".ts",)

_IS_CATALOGUE = re.compile(r"\ufeff?\s*(?:<\?xml\b|<!DOCTYPE\s+TS\b|<!--|<TS\b)")
_PLACE = re.compile(QT_PLACE, re.VERBOSE)
_GONE = frozenset({"vanished", "obsolete"})


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """
    Return a segment for each translation, plural forms apart.

    A file of TypeScript, whose name ends alike, has none.
    """
    if not _IS_CATALOGUE.match(raw):
        return Document(path, raw, NAME, ())
    root, comments = read(raw, path)
    found: list[Segment] = []
    for context in root.walk("context", "TS"):
        name = context.child("name")
        for message in context.children("message"):
            said = message.child("translatorcomment")
            if said is not None:
                comments.append(note(said, message))
            found.extend(_segments(message, name.text if name else "", raw))
    lang = root.get("language")
    return Document(
        path,
        raw,
        NAME,
        tuple(found),
        tuple(comments),
        lang.replace("_", "-") if lang else None,
        declared_source=root.get("sourcelanguage"),
    )


def escape(text: str, spelling: str = "xml-text") -> str | None:
    """Return `text` as the content of an element has it; an ampersand underlines."""
    return spelled(text.replace("&", "&&"), spelling)


def _segments(message: Element, context: str, raw: str) -> Iterator[Segment]:
    """Yield the segments of a message, unless it is no longer in use."""
    source, target = message.child("source"), message.child("translation")
    if source is None or target is None or target.get("type") in _GONE:
        return
    said = original(_parts(source), raw, source.inside)
    key = message.get("id") or f"{context}: {source.text}".removeprefix(": ")
    forms = [*target.children("numerusform")]
    for form in forms or [target]:
        variants = [*form.children("lengthvariant")] or [form]
        for each in variants:
            own = Unit(key, source=said, spelling="xml-text", extent=each.inside)
            yield from segments(_parts(each), own._replace(is_plural=bool(forms)))


def _parts(element: Element) -> list[Part]:
    """Return the text of an element, places opaque, without marks of mnemonics."""
    parts = inline(element, frozenset())
    parts = fill(parts, [*_ampersands(text_of(parts))])
    places = _PLACE.finditer(text_of(parts))
    return fill(parts, [(*place.span(), OPAQUE) for place in places])


def _ampersands(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the ampersands of mnemonics, and those that are doubled for one."""
    if "&" not in text:
        return
    for match in re.finditer(r"&&|&(?=[^\W_])(?!\#?\w+;)", text):
        yield *match.span(), "&" if match[0] == "&&" else ""
