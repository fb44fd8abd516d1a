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
    place_of_translation,
)
from mtaudit.model import Document, Piece, RawSpan, Role, Segment, TextSpan

NAME = "po"
SUFFIXES = (".po", ".pot")

_HEADER = re.compile(
    r"^(?P<key>[A-Za-z-]+)[ \t]*+:[ \t]*+(?P<value>(?:.*[^ \t\n])?)[ \t]*+$",
    re.MULTILINE,
)
_BLANK = " \t"
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
            found += _of_message(each)
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
        entry = each if isinstance(each, Entry) else entry_of(each)
        if not entry.text("msgid") and not entry.text("msgctxt"):
            for match in _HEADER.finditer(entry.text("msgstr")):
                yield match["key"].lower(), match["value"]
            return


def _of_message(message: Message) -> Iterator[Segment]:
    """Yield the segment of a message; most are prose as the file spells it."""
    key, source = _original(message["msgid"])
    if not key:
        return
    if message["msgctxt"]:
        key = f"{_original(message['msgctxt'])[0]}: {key}"
    text = message["plain"]
    if source and text and _is_prose(text):
        place = RawSpan(*message.span("plain"))
        piece = Piece(TextSpan(0, len(text)), place)
        yield Segment(text, (piece,), Role.PARAGRAPH, None, *source, place, key)
    elif text != "":
        parts = decoded(message.string, *place_of_translation(message))
        yield from _translated(parts, Unit(key, source=source))


def _is_prose(text: str) -> bool:
    """Whether a string without placeables has no address either, nor blanks around."""
    is_bare = not (text[0] in _BLANK or text[-1] in _BLANK or text.isspace())
    return is_bare and "://" not in text and "www." not in text


@lru_cache(maxsize=_KEPT)
def _original(spelled: str) -> tuple[str, Original | None]:
    """Return what a string says that the file spells so, and as an original."""
    parts = decoded(spelled, 0, len(spelled))
    return text_of(parts), original(parts, spelled)


def _segments(entry: Entry, raw: str, *, has_one: bool) -> Iterator[Segment]:
    """Yield the segments of an entry; `has_one` form, it is for every number."""
    text = entry.text("msgid")
    if not text or entry.is_guess:
        return
    context = entry.text("msgctxt")
    key = f"{context}: {text}" if context else text
    plural = entry.text("msgid_plural")
    for number, parts in entry.translations():
        is_plural = plural and (number or has_one)
        said = "msgid_plural" if is_plural else "msgid"
        own = Unit(key, source=_source(entry, said, raw), is_plural=bool(plural))
        yield from _translated(parts, own)


def _source(entry: Entry, keyword: str, raw: str) -> Original | None:
    """Return what stands after a keyword as an original."""
    spelled = entry.spelled(keyword)
    if spelled is None:
        return original(entry.parts(keyword), raw)
    return _original(spelled)[1]


def _translated(parts: Sequence[Part], unit: Unit) -> Iterator[Segment]:
    """Yield the segments of a translation, if there is one."""
    if any(part.text.strip() for part in parts):
        extent = RawSpan(parts[0].start, parts[-1].end)
        yield from segments(parts, unit._replace(extent=extent))


def _bcp47(tag: str) -> str:
    """Return the tag of a locale: ``sr@latin`` is ``sr-Latn``."""
    tag = tag.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl")
    return tag.partition("@")[0].replace("_", "-")
