"""po: catalogues of gettext, each string beside its original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, original, segments
from mtaudit.formats.po_scan import Entry, Scan
from mtaudit.model import Document, RawSpan, Segment

NAME = "po"
SUFFIXES = (".po", ".pot")

_HEADER = re.compile(
    r"^(?P<key>[A-Za-z-]+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE
)
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
    entries = [*scan.entries()]
    headers = dict(_headers(entries))
    tag = headers.get("language", "")
    plurals = re.search(r"nplurals\s*=\s*(\d+)", headers.get("plural-forms", ""))
    has_one = plurals is not None and int(plurals[1]) == 1
    found = (
        each for entry in entries for each in _segments(entry, raw, has_one=has_one)
    )
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


def _headers(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    """Yield what the first entry, of an empty string, says of the catalogue."""
    for entry in entries:
        if not entry.text("msgid") and not entry.text("msgctxt"):
            for match in _HEADER.finditer(entry.text("msgstr")):
                yield match["key"].lower(), match["value"]
            return


def _segments(entry: Entry, raw: str, *, has_one: bool) -> Iterator[Segment]:
    """Yield the segments of an entry; `has_one` form, it is for every number."""
    text = entry.text("msgid")
    if not text or entry.is_guess:
        return
    context = entry.text("msgctxt")
    key = f"{context}: {text}" if context else text
    plural = entry.text("msgid_plural")
    for number, parts in entry.translations():
        if not any(part.text.strip() for part in parts):
            continue
        is_plural = plural and (number or has_one)
        said = entry.parts("msgid_plural" if is_plural else "msgid")
        own = Unit(
            key,
            source=original(said, raw),
            extent=RawSpan(parts[0].start, parts[-1].end),
            is_plural=bool(plural),
        )
        yield from segments(parts, own)


def _bcp47(tag: str) -> str:
    """Return the tag of a locale: ``sr@latin`` is ``sr-Latn``."""
    tag = tag.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl")
    return tag.partition("@")[0].replace("_", "-")
