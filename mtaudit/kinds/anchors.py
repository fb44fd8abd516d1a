"""anchors: links to a heading of the same page that is not there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from mtaudit.kinds.base import Gate
from mtaudit.kinds.raw import RawKind
from mtaudit.model import Document, Hit, TextSpan
from mtaudit.text.fences import HIDDEN, Layout, layout, lines_of

_LINK = re.compile(r"\]\((?P<at>#[^\s()<>\"]+)(?:[ \t]+\"[^\"\n]*\")?\)")
_HEADING = re.compile(r"[ \t>]{0,12}(?:[-*+][ \t]++)?#{1,6}[ \t]++(?=.)")
_BLANK = " \t"
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_IDS = re.compile(
    r"\b(?:id|name)[ \t]*=[ \t]*\{?[\"']([^\"'\n]+)[\"']"
    r"|\{:?[ \t]*#([^\s}]+)|<a (?:id|name)=([^\s\"'>]+)>"
)
_OWN_ID = re.compile(r"[ \t]*\{:?[ \t]*#[^}]*\}[ \t]*")
_LINKED = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_TEMPLATE = ("{{", "{%", "[[toc]]", "<!-- include", "{{<", "--8<--", "!INCLUDE", "{* ")
_TOO_FEW = 2
_ALWAYS = frozenset({"top", "", "content", "main"})


@dataclass(frozen=True, eq=False, repr=False)
class Anchors(RawKind):
    """
    Find links such as ``(#usage)`` whose target no heading makes.

    Sites make targets from headings in many ways: marks and spaces, case,
    accents and numbers at the end make no difference here. Pages that a program
    puts together, and pages with fewer than two headings, are passed over. The
    fix offers the anchor of the heading with the same text as the link.
    """

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def gate(self) -> Gate:
        """Open where a link to a place in the page could be."""
        return Gate(parts=frozenset({"](#"}))

    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each anchor that leads nowhere."""
        raw = document.raw
        if any(map(raw.__contains__, _TEMPLATE)):
            return
        parts = layout(raw)
        headings = [*_headings(raw, parts)]
        if len(headings) < _TOO_FEW:
            return
        ids = [*_ids(parts)]
        known = {form for text in (*headings, *ids) for form in _forms(text)}
        by_text = {_key(slug(text)): slug(text) for text in reversed(headings)}
        for match in _LINK.finditer(parts.prose):
            anchor = unquote(match["at"][1:])
            if anchor in _ALWAYS or anchor.startswith(("/", "!", ":", "fn")):
                continue
            offer = _offer(raw, match, by_text)
            # A page that names its own places may link to those of another one.
            if known.isdisjoint(_forms(anchor)) and (offer or not ids):
                yield Hit(TextSpan(*match.span("at")), offer)


def slug(heading: str) -> str:
    """Return the anchor that GitHub makes of a heading."""
    plain = _LINKED.sub(r"\1", _OWN_ID.sub("", heading)).strip().lower()
    kept = (char for char in plain if char in " -_" or _is_of_word(char))
    return "".join(kept).replace(" ", "-")


def _is_of_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _headings(raw: str, parts: Layout) -> Iterator[str]:
    """Yield the text of each heading as the file spells it, code included."""
    before = ""
    for line in lines_of(parts.prose, parts.front):
        spelled = raw[line.start : line.end]
        if mark := _HEADING.match(line.text):
            text = line.text.rstrip(_BLANK).rstrip("#").rstrip(_BLANK)
            yield spelled[mark.end() : max(len(text), mark.end() + 1)]
        elif _UNDERLINE.fullmatch(line.text) and before.strip():
            yield before.strip()
        before = spelled if HIDDEN not in line.text[:1] else ""


def _ids(parts: Layout) -> Iterator[str]:
    """Yield the anchors that tags and attributes set."""
    for match in _IDS.finditer(parts.prose):
        yield match[1] or match[2] or match[3]


def _forms(text: str) -> Iterator[str]:
    """Yield what an anchor and a heading that belong together have in common."""
    key = _key(text)
    yield key
    yield key.rstrip("0123456789") or key
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    if _key(plain):
        yield f"ascii {_key(plain)}" if not text.isascii() else f"ascii {key}"


def _key(text: str) -> str:
    """Return only the letters and digits of an anchor, or of a heading."""
    shown = _LINKED.sub(r"\1", _OWN_ID.sub("", text))
    folded = unicodedata.normalize("NFC", unquote(shown)).casefold()
    return "".join(filter(str.isalnum, folded))


def _offer(raw: str, match: re.Match[str], by_text: dict[str, str]) -> tuple[str, ...]:
    """Return the anchor of the heading that the link's own text repeats."""
    start = raw.rfind("[", 0, match.start())
    found = by_text.get(_key(raw[start + 1 : match.start()])) if start >= 0 else None
    return (f"#{found}",) if found else ()
