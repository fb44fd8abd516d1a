"""po: catalogues of gettext, each string beside its original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Original, Unit, original, segments
from mtaudit.formats.pieces import Part, text_of
from mtaudit.formats.po_scan import (
    Entry,
    Message,
    Scan,
    decoded,
    entry_of,
    forms_of,
    place_of_translation,
    text_in,
)
from mtaudit.model import Document, Piece, RawSpan, Role, Segment

NAME = "po"
SUFFIXES = (".po", ".pot")

_HEADER = re.compile(
    r"^(?P<key>Language|Plural-Forms)[ \t]*+:[ \t]*+(?P<value>(?:.*[^ \t\n])?)[ \t]*+$",
    re.IGNORECASE | re.MULTILINE,
)
_GROUPS = "msgctxt", "msgid", "plain", "msgid_plural"
"""Of a message, those by which most of them are read."""

_KEPT = 4096
"""Originals that are kept: catalogues of many languages share them."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_@][A-Za-z0-9]{2,8})*")
_ESCAPED = {
    "\\": r"\\",
    '"': r"\"",
    "\n": r"\n",
    "\t": r"\t",
    "\r": r"\r",
    "\a": r"\a",
    "\b": r"\b",
    "\f": r"\f",
    "\v": r"\v",
}


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """
    Return a segment for each translation, plural forms apart.

    What is obsolete is passed over, and so is what gettext has guessed from a
    string that was like it: an original that changed stands beside.
    """
    scan = Scan(raw, path)
    read = [*scan.read()]
    headers = dict(_headers(read))
    tag = headers.get("language", "")
    plurals = re.search(r"nplurals\s*=\s*(\d+)", headers.get("plural-forms", ""))
    has_one = plurals is not None and int(plurals[1]) == 1
    found: list[Segment] = []
    for each in read:
        if isinstance(each, Entry):
            found += _segments(each, raw, has_one=has_one)
        else:
            found += _of_message(each, has_one=has_one)
    return Document(
        path,
        raw,
        NAME,
        tuple(found),
        tuple(scan.comments),
        _bcp47(tag) if _TAG.fullmatch(tag) else None,
    )


def escape(text: str) -> str | None:
    """Return `text` as a quoted string of a catalogue has it."""
    if re.search(r"[\x00-\x06\x0e-\x1f\x7f\ud800-\udfff]", text):
        return None
    return "".join(_ESCAPED.get(char, char) for char in text)


def _headers(read: Iterable[Entry | Message]) -> Iterator[tuple[str, str]]:
    """Yield what the first entry, of an empty string, says of the catalogue."""
    for each in read:
        if isinstance(each, Entry):
            of_what = each.text("msgctxt") + each.text("msgid")
            said = each.text("msgstr")
        else:
            of_what = text_in(each["msgctxt"] or "") + text_in(each["msgid"])
            said = each["plain"] or text_in(each["msgstr"] or "")
        if not of_what:
            for match in _HEADER.finditer(said):
                yield match["key"].lower(), match["value"]
            return


def _of_message(message: Message, *, has_one: bool) -> Iterable[Segment]:
    """Return the segments of a message; most are prose as the file spells it."""
    context, spelled, text, plural = message.group(*_GROUPS)
    key, source = _original(spelled)
    if not key or text == "":
        return ()
    if context:
        key = f"{_original(context)[0]}: {key}"
    if source and text and _is_prose(text):
        place = RawSpan(*message.span("plain"))
        piece = Piece(0, len(text), place.start, place.end)
        return (Segment(text, (piece,), Role.PARAGRAPH, None, *source, place, key),)
    if plural:
        return _of_plural(message, key, source, has_one=has_one)
    parts = decoded(message.string, *place_of_translation(message))
    return _translated(parts, key, source)


def _is_prose(text: str) -> bool:
    """Whether a string without placeables has no address either, nor blanks around."""
    return text.strip() == text and "://" not in text and "www." not in text


@lru_cache(maxsize=_KEPT)
def _original(spelled: str) -> tuple[str, Original | None]:
    """Return what a string says that the file spells so, and as an original."""
    parts = decoded(spelled, 0, len(spelled))
    return text_of(parts), original(parts, spelled)


def _segments(entry: Entry, raw: str, *, has_one: bool) -> Iterator[Segment]:
    """Yield the segments of an entry; `has_one` form, it is for every number."""
    text, source = _said(entry, "msgid", raw)
    if not text or entry.is_guess:
        return
    context, _ = _said(entry, "msgctxt", raw)
    key = f"{context}: {text}" if context else text
    said = _said(entry, "msgid_plural", raw)
    forms = entry.translations()
    yield from _of_forms(forms, key, source, plural=said, has_one=has_one)


def _of_plural(
    message: Message, key: str, source: Original | None, *, has_one: bool
) -> Iterator[Segment]:
    """Return the segments of a message with a plural; a number may come again."""
    raw, places = message.string, [*forms_of(message)]
    if len(dict(places)) < len(places):
        return _segments(entry_of(message), raw, has_one=has_one)
    forms = ((number, decoded(raw, *place)) for number, place in places)
    plural = _original(message["msgid_plural"])
    return _of_forms(forms, key, source, plural=plural, has_one=has_one)


def _of_forms(
    forms: Iterable[tuple[int, Sequence[Part]]],
    key: str,
    source: Original | None,
    *,
    plural: tuple[str, Original | None],
    has_one: bool,
) -> Iterator[Segment]:
    """Yield the segments of forms, by number; `plural` is as `_original` gives it."""
    is_plural = bool(plural[0])
    for number, parts in forms:
        own = plural[1] if is_plural and (number or has_one) else source
        yield from _translated(parts, key, own, is_plural=is_plural)


def _said(entry: Entry, keyword: str, raw: str) -> tuple[str, Original | None]:
    """Return what stands after a keyword, and that as an original."""
    spelled = entry.spelled(keyword)
    if spelled is not None:
        return _original(spelled)
    parts = entry.parts(keyword)
    return text_of(parts), original(parts, raw)


def _translated(
    parts: Sequence[Part], key: str, source: Original | None, *, is_plural: bool = False
) -> Iterator[Segment]:
    """Yield the segments of a translation, if there is one."""
    if parts and not text_of(parts).isspace():
        extent = RawSpan(parts[0].start, parts[-1].end)
        unit = Unit(key, source=source, extent=extent, is_plural=is_plural)
        yield from segments(parts, unit)


def _bcp47(tag: str) -> str:
    """Return the tag of a locale: ``sr@latin`` is ``sr-Latn``."""
    tag = tag.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl")
    return tag.partition("@")[0].replace("_", "-")
