"""json: strings of translations, flat or nested, Chrome's and ARB's among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.choosing import chooser
from mtaudit.formats.entries import Entry, document
from mtaudit.formats.json_scan import scan
from mtaudit.formats.spelling import escape as spelled
from mtaudit.model import Document

NAME = "json"
SUFFIXES = (".json", ".arb", ".jsonc", ".json5")


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each string that is prose, keys left out."""
    scanned = scan(raw, path)
    chosen = chooser(options.strings)
    if chosen:
        entries = [entry for entry in scanned.entries if chosen(entry.keys)]
    else:
        entries = [*_translations(scanned.entries)]
    lang = _language(scanned.entries)
    return document(
        Document(path, raw, NAME, (), scanned.comments, lang),
        entries,
        sift=not chosen,
    )


def escape(text: str) -> str | None:
    """Return `text` as a string of JSON has it."""
    return spelled(text, "json")


def _translations(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the strings that are no metadata of Chrome's, ARB's or JSON Schema's."""
    is_chrome = bool(entries) and all(
        len(entry.keys) > 1 and entry.keys[1] in _CHROME for entry in entries
    )
    for entry in entries:
        if any(isinstance(key, str) and key[:1] in {"@", "$"} for key in entry.keys):
            continue
        if not is_chrome or entry.keys[1:] == ("message",):
            yield entry


_CHROME = frozenset({"message", "description", "placeholders"})
_LANGUAGE_KEYS = frozenset({("@@locale",), ("locale",), ("lang",)})
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def _language(entries: Sequence[Entry]) -> str | None:
    """Return the tag that the file gives at its outermost level."""
    for entry in entries:
        if entry.keys in _LANGUAGE_KEYS and _TAG.fullmatch(entry.text):
            return entry.text.replace("_", "-")
    return None
