"""epub: books, chapter by chapter, which are read and never rewritten."""

from __future__ import annotations

import re

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.html_walk import Walk
from mtaudit.model import Comment, Document, Segment

NAME = "epub"
SUFFIXES = (".epub",)

_CHAPTER = re.compile(r"^<!-- chapter: (?P<name>.*) -->$", re.MULTILINE)
_LANGUAGE = re.compile(r"<!-- language: (?P<tag>[\w-]+) -->\n")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """
    Return the prose of a book that `mtaudit.formats.packed` has unpacked.

    The key of each segment is the name of its chapter.
    """
    segments: list[Segment] = []
    comments: list[Comment] = []
    marks = [*_CHAPTER.finditer(raw)]
    ends = [*(mark.start() for mark in marks[1:]), len(raw)]
    lang = _LANGUAGE.match(raw)
    for mark, end in zip(marks, ends, strict=False):
        walk = Walk(raw, is_xml=True, titled=bool(segments))
        walk.read(mark.end(), end)
        segments += [each._replace(unit_id=mark["name"]) for each in walk.segments]
        comments += walk.comments
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(segments),
        comments=tuple(comments),
        declared_lang=lang["tag"] if lang else None,
    )


def escape(text: str, spelling: str = "") -> None:
    """Return None: a book is not rewritten."""
