"""html: pages, whole or in part, read as browsers read them, broken ones too."""

from __future__ import annotations

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.html_text import escape
from mtaudit.formats.html_walk import Walk
from mtaudit.model import Document

__all__ = ["NAME", "SUFFIXES", "escape", "parse"]

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return the prose of elements and attributes, sorted by place, and comments."""
    is_xml = path.lower().endswith(".xhtml") or raw.startswith("<?xml")
    walk = Walk(raw, is_xml=is_xml)
    walk.read()
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(walk.segments),
        comments=tuple(walk.comments),
        declared_lang=walk.declared_lang,
    )
