"""markdown: CommonMark with tables, footnotes, task lists and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mtaudit.formats import front_matter
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.markdown_walk import Walk
from mtaudit.model import Document, ParseError, Role

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdx")

_LONE_RETURN = re.compile(r"\r(?!\n)")
_DIRECTIVE = re.compile(r"^[ \t>]*:{3,}.*$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)

_ALWAYS = re.compile(
    r"""
    [`\[\]~|]
    | (?<![ ])\* | \*(?![ ])             # between spaces it marks nothing up
    | (?<![^\W_])_ | _(?![^\W_])         # inside a word it marks nothing up
    | <(?=[a-zA-Z/!?]|$)
    | &(?=\#?\w+;)
    | \\(?=[!-/:-@\[-`{-~]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_LINE_START = re.compile(
    r"""
    ^ (?: \ {0,3}\d{1,9}(?=[.)]\s)
        | \ {0,3}(?= [-+*]\s | \#{1,6}\s | > | :[\s:] | =+\s*$ | -[-\s]+$ )
      )
    """,
    re.VERBOSE | re.MULTILINE,
)


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return the segments of a Markdown file, sorted by place, and its comments."""
    front = front_matter.read(raw, options.front_matter)
    body = raw[front.end :]
    titled = any(segment.role is Role.TITLE for segment in front.segments)
    walk = Walk(raw, titled=titled, skip_modules=path.endswith(".mdx"))
    try:
        walk.read(_events(body), body, front.end)
    except UnicodeEncodeError as error:
        raise ParseError("half a surrogate pair", place=path) from error
    segments = sorted(walk.segments, key=lambda segment: segment.pieces[0].raw.start)
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=(*front.segments, *segments),
        comments=(*front.comments, *walk.comments),
        declared_lang=front.lang,
    )


def escape(text: str) -> str:
    """
    Return `text` as running Markdown must spell it.

    Only what would be markup is escaped: a hyphen inside a line is not. A
    dollar sign is, where the text has two, since they would enclose a formula.
    """
    escaped = _ALWAYS.sub(r"\\\g<0>", text)
    if escaped.count("$") > 1:
        escaped = escaped.replace("$", r"\$")
    return _LINE_START.sub(r"\g<0>\\", escaped)


def _events(body: str) -> Iterable[tuple[Any, Any]]:
    """Return what pyromark sees in `body`, with byte ranges."""
    from pyromark import Options, events_with_range

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_MATH
        | Options.ENABLE_GFM
    )
    if body.count("\r") != body.count("\r\n"):
        body = _LONE_RETURN.sub("\n", body)  # the parser knows it only in part
    if ":::" in body:
        # A colon would make a definition of the line that closes a directive.
        body = _DIRECTIVE.sub(lambda line: " " * len(line[0].encode()), body)
    elif _DEFINITION.search(body):
        options |= Options.ENABLE_DEFINITION_LIST
    return events_with_range(body, options=options)
