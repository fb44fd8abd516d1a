"""HTML that cannot say what it was not meant to: blocks, filled and escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from mtaudit.assets import asset_folder
from mtaudit.text.display import code_point, is_unseen, is_unusual_space, visible
from mtaudit.text.width import clusters

_BLOCK = re.compile(r"<!-- block ([\w-]+) -->\n(.*?)<!-- end -->", re.DOTALL)
_NEWLINE = re.compile(r"\r\n?|\n")
_SPACES = "\t\n"
_UNREAD = re.compile(r"^[ ]*(?://.*\n|/\*(?:.|\n)*?\*/\n)?", re.MULTILINE)
"""Indentation and lines of comment: only those who write a script read them."""

_PARTS = (
    *("page", "data", "text", "copy", "decisions", "filter", "rows", "panel"),
    *("document", "address", "keys", "begin"),
)
"""Of the script, in the order in which they need each other."""


class Markup(str):
    """A string that is HTML already; any other is text and will be escaped."""

    __slots__ = ()


class Blocks:
    """The blocks of ``report.html``, and the style and scripts beside it."""

    def __init__(self) -> None:
        folder = asset_folder("reports")
        text = (folder / "report.html").read_text(encoding="utf-8")
        self.style = _lean(folder / "report.css")
        self.boot = _lean(folder / "boot.js")
        parts = (_lean(folder / "script" / f"{part}.js") for part in _PARTS)
        self.script = joined(parts)
        self._blocks = {name: Template(body) for name, body in _BLOCK.findall(text)}

    def fill(self, block: str, **values: str) -> Markup:
        """Return the block with its names filled in; what is not `Markup` escaped."""
        safe = {name: as_markup(value) for name, value in values.items()}
        return Markup(self._blocks[block].substitute(safe))


def _lean(file: Path) -> Markup:
    """Return a script or a style without what no browser reads."""
    return Markup(_UNREAD.sub("", file.read_text(encoding="utf-8")))


def as_markup(value: str) -> Markup:
    """Return HTML as it is, and anything else as text."""
    return value if isinstance(value, Markup) else text(value)


def joined(parts: Iterable[Markup]) -> Markup:
    """Return the parts one after another."""
    return Markup("".join(parts))


def text(value: str) -> Markup:
    r"""
    Return `value` as HTML that shows it: nothing in it acts, nothing hides.

    A character that is not seen is named in a box; unusual spaces are marked.
    Newlines become ``\n``.
    """
    plain = _NEWLINE.sub("\n", value)
    if plain.isascii() and plain.isprintable():
        return Markup(escape(plain))
    return joined(map(_seen, clusters(plain)))


def attribute(value: str) -> Markup:
    """Return `value` for use between the quotes of an attribute."""
    return Markup(escape(visible(value)))


def element(name: str, content: Markup) -> Markup:
    """Return an element without attributes, or nothing if it would be empty."""
    return Markup(f"<{name}>{content}</{name}>") if content else content


def _seen(cluster: str) -> Markup:
    """Return one piece of text as HTML."""
    first, rest = cluster[0], escape(cluster[1:])
    if first in _SPACES:
        return Markup(cluster)
    if is_unusual_space(first):
        return Markup(
            f'<span class="space" title="{_name(first)}">{first}</span>{rest}'
        )
    if is_unseen(first):
        box = f'<span class="unseen" title="{_name(first)}">{code_point(first)}</span>'
        return Markup(f"{box}{rest}")
    return Markup(escape(first) + rest)


def _name(char: str) -> str:
    """Return the name that Unicode gives to `char`."""
    return escape(unicodedata.name(char, "CONTROL CHARACTER").lower())
