"""markdown: CommonMark with tables, footnotes, task lists and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.front_entry import FrontMatter
from mtaudit.formats.markdown_walk import Walk
from mtaudit.model import Document, ParseError, Role

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdx")

# These are compiled where they are used, which is seldom.
_LONE_RETURN = r"\r(?!\n)"
_DIRECTIVE = r"(?m)^[ \t>]*:{3,}.*$"
_DEFINITION = r"(?m)^[ \t>]*:[ \t]"
_ALWAYS = r"""(?xm)
    [`\[\]~|]
    | (?<![ ])\* | \*(?![ ])             # between spaces it marks nothing up
    | (?<![^\W_])_ | _(?![^\W_])         # inside a word it marks nothing up
    | <(?=[a-zA-Z/!?]|$)
    | &(?=\#?\w+;)
    | \\(?=[!-/:-@\[-`{-~]|$)
    """
_LINE_START = r"""(?xm)
    ^ (?: \ {0,3}\d{1,9}(?=[.)]\s)
        | \ {0,3}(?= [-+*]\s | \#{1,6}\s | > | :[\s:] | =+\s*$ | -[-\s]+$ )
      )
    """


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return the segments of a Markdown file, sorted by place, and its comments."""
    front = _front(raw, options)
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


def escape(text: str, spelling: str = "") -> str | None:
    """
    Return `text` as running Markdown, or a string of front matter, must spell it.

    Only what would be markup is escaped: a hyphen inside a line is not. A
    dollar sign is, where the text has two, since they would enclose a formula.
    """
    if spelling:
        from mtaudit.formats.spelling import escape as in_front_matter

        return in_front_matter(text, spelling)
    escaped = re.sub(_ALWAYS, r"\\\g<0>", text)
    if escaped.count("$") > 1:
        escaped = escaped.replace("$", r"\$")
    return re.sub(_LINE_START, r"\g<0>\\", escaped)


def fits(text: str, spelling: str) -> bool:
    """Whether a string of front matter so spelled may be `text` as a whole."""
    from mtaudit.formats.spelling import fits as fits_front_matter

    return fits_front_matter(text, spelling)


def _front(raw: str, options: FormatOptions) -> FrontMatter:
    """Return what stands in front of the body, most often nothing."""
    if not raw.startswith(("---", "+++")):
        return FrontMatter()
    from mtaudit.formats import front_matter

    return front_matter.read(raw, options.front_matter)


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
        body = re.sub(_LONE_RETURN, "\n", body)  # the parser knows it only in part
    if ":::" in body:
        # A colon would make a definition of the line that closes a directive.
        body = re.sub(_DIRECTIVE, _blanks, body)
    elif ("\n:" in body or " :" in body) and re.search(_DEFINITION, body):
        options |= Options.ENABLE_DEFINITION_LIST
    return events_with_range(body, options=options)


def _blanks(match: re.Match[str]) -> str:
    """Return spaces that take as many bytes as the match."""
    return " " * len(match[0].encode())
