"""toml: strings of translations."""

from __future__ import annotations

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.choosing import chooser
from mtaudit.formats.entries import document
from mtaudit.formats.spelling import escape as spelled
from mtaudit.formats.toml_scan import Scan
from mtaudit.model import Document

NAME = "toml"
SUFFIXES = (".toml",)


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each string that is prose."""
    scan = Scan(raw, path)
    entries = [*scan.entries()]
    chosen = chooser(options.strings)
    if chosen:
        entries = [entry for entry in entries if chosen(entry.keys)]
    empty = Document(path, raw, NAME, (), tuple(scan.comments))
    return document(empty, entries, sift=not chosen)


def escape(text: str, spelling: str = "toml-basic") -> str | None:
    """Return `text` as a string between those quotes has it; None if it cannot."""
    return spelled(text, spelling)
