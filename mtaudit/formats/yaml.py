"""yaml: strings of translations, those of Rails among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.choosing import chooser
from mtaudit.formats.entries import document
from mtaudit.formats.spelling import escape as spelled
from mtaudit.formats.spelling import fits as fits_string
from mtaudit.formats.yaml_scan import scan
from mtaudit.model import Comment, Document, RawSpan

NAME = "yaml"
SUFFIXES = (".yaml", ".yml")

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))\#[ \t]*(mtaudit:[^\r\n]*)", re.MULTILINE)


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return a segment for each string that is prose; an alias is not read twice."""
    entries = [*scan(raw, path)]
    comments = tuple(_comments(raw)) if "mtaudit:" in raw else ()
    chosen = chooser(options.strings)
    if chosen:
        entries = [entry for entry in entries if chosen(entry.keys)]
    return document(Document(path, raw, NAME, (), comments), entries, sift=not chosen)


def escape(text: str, spelling: str = "yaml-double") -> str | None:
    """Return `text` as a string in that style has it; None if it cannot."""
    return spelled(text, spelling)


def fits(text: str, spelling: str) -> bool:
    """Whether a string in that style may be `text` as a whole."""
    return fits_string(text, spelling)


def _comments(raw: str) -> Iterator[Comment]:
    for match in _COMMENT.finditer(raw):
        yield Comment(match[1].strip(), RawSpan(*match.span()))
