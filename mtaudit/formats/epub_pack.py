"""The text of an EPUB: its chapters in the order of reading, as one page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from mtaudit.formats.archive import Archive
from mtaudit.formats.html_tokens import Attribute, attributes

CHAPTER, LANGUAGE = "<!-- chapter: ", "<!-- language: "
"""What comments begin with that say where a chapter starts, and in what language."""

_TAG = re.compile(r"<(?:[\w.-]+:)?(rootfile|item|itemref)\b([^<>]*)>")
_LANG = re.compile(r"<(?:[\w.-]+:)?language\b[^<>]*>\s*([\w-]{2,35})\s*<")


def text_of(archive: Archive) -> str:
    """Return the chapters, each after a comment that names it."""
    package = next(
        (_said(said, "full-path") for said in _tags(_container(archive), "rootfile")),
        "",
    )
    if package not in archive.names:
        raise archive.error("the archive is no EPUB: it names no package of chapters")
    opf = archive.text(package)
    lang = _LANG.search(opf)
    pages = [f"{LANGUAGE}{lang[1]} -->\n"] if lang else []
    for name in _chapters(opf, posixpath.dirname(package)):
        if name in archive.names:
            pages.append(f"{CHAPTER}{name.replace('--', '- -')} -->\n")
            pages.append(f"{archive.text(name).strip()}\n")
    return "".join(pages)


def _container(archive: Archive) -> str:
    name = "META-INF/container.xml"
    return archive.text(name) if name in archive.names else ""


def _chapters(opf: str, folder: str) -> Iterator[str]:
    """Yield the names of the pages in the order of reading."""
    hrefs = {
        _said(said, "id"): _said(said, "href")
        for said in _tags(opf, "item")
        if "html" in _said(said, "media-type")
    }
    for said in _tags(opf, "itemref"):
        href = hrefs.get(_said(said, "idref"))
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _tags(xml: str, name: str) -> Iterator[dict[str, Attribute]]:
    """Yield the attributes of each element of that name."""
    for match in _TAG.finditer(xml):
        if match[1] == name:
            yield dict(attributes(xml, *match.span(2)))


def _said(said: dict[str, Attribute], name: str) -> str:
    value = said.get(name)
    return value.raw[value.start : value.end] if value else ""
