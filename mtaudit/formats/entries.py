"""Strings under keys, as data files have them, and which of them are prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.formats.messages import Unit, segments
from mtaudit.formats.pieces import Part, text_of
from mtaudit.model import Document, Role, Segment
from mtaudit.text.tags import is_tag


class Entry(NamedTuple):
    """A string and the keys above it, from the outermost."""

    keys: tuple[str | int, ...]
    parts: tuple[Part, ...]
    spelling: str = ""
    lang: str | None = None

    @property
    def text(self) -> str:
        """The string itself."""
        return text_of(self.parts)


def document(empty: Document, entries: Iterable[Entry], *, sift: bool) -> Document:
    """
    Return `empty` with the segments of `entries`.

    With `sift`, strings are left out that a program reads: names of things in
    code, addresses, dates. Where each string lies under a language's tag, that
    is its language.
    """
    kept = [entry for entry in entries if not sift or _is_written(entry)]
    by_language = all(entry.keys and is_tag(str(entry.keys[0])) for entry in kept)
    found = tuple(each for entry in kept for each in _segments(entry, by_language))
    return empty._replace(segments=found)


def _segments(entry: Entry, by_language: bool) -> Iterator[Segment]:  # noqa: FBT001 -- private, named where it is made
    key = str(entry.keys[-1]) if entry.keys else ""
    tag = str(entry.keys[0]).replace("_", "-") if by_language else None
    yield from segments(
        entry.parts,
        Unit(
            key=".".join(map(str, entry.keys)) or None,
            role=Role.TITLE if key.lower() == "title" else Role.PARAGRAPH,
            lang=entry.lang or tag,
            spelling=entry.spelling,
        ),
    )


def _is_written(entry: Entry) -> bool:
    """Whether a string is written for people, by the nearest key with a name."""
    key = next((key for key in reversed(entry.keys) if isinstance(key, str)), "")
    return is_prose(key, entry.text)


def is_prose(key: str, text: str) -> bool:
    """Whether the string under `key` is written for people, by their looks."""
    return key.lower() not in _FOR_PROGRAMS and not _CODE.fullmatch(text)


_FOR_PROGRAMS = frozenset(
    """
    @type avatar author class classname color createdat date email encoding file
    filename format hash homepage href icon id identifier image key lang locale model
    path regex role schemaversion slug src template type updatedat url uuid version
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Keys, in small letters, whose strings are for programs."""

_CODE = re.compile(
    r"""(?xs)
    \s*+ (?:
        [\W\d_]*+                                   # no letter at all
      | (?:https?|ftp|mailto|data|file):\S++ | www\.\S++ | [^\s@]++@[^\s@]+\.\w++
      | (?:\.{0,2}/)?[\w.-]++(?:/[\w.*-]*+)++       # a path
      | [A-Za-z_$][\w$]*+(?:[.:-][\w$]++)++         # dotted, dashed
      | [A-Za-z_$](?=[\w$]*_[\w$])[\w$]++           # with underscores
      | [a-z]++(?:[A-Z][a-z0-9]*+)++                # camelCase
      | \#[0-9A-Fa-f]{3,8} | (?:rgb|hsl)a?\([^)]*+\)
      | [0-9A-Fa-f]{8,}+(?:-[0-9A-Fa-f]{4,}+)*+
      | (?:%[-^0_]?[A-Za-z]|[\W\d])++               # how a date is written
      | \d[\d.,:TZ+-]*+(?:px|em|rem|ms|s|kb|mb|%)?
    ) \s*+
    """
)
