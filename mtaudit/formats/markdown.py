"""markdown: CommonMark with tables, footnotes, task lists and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.front_entry import FrontMatter
from mtaudit.formats.markdown_walk import Walk
from mtaudit.formats.pieces import by_place
from mtaudit.model import Document, ParseError, Role
from mtaudit.text.offsets import code_points

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdx")

# These are compiled where they are used, which is seldom.
_LONE_RETURN = r"\r(?!\n)"
_IMPORT = r"(?m)^import\b[^\n]*['\"];?[^\S\n]*+$"
_DEFINITION = r"(?m)^[ \t>]*:[ \t]"
_DIALECTS = {
    "{": ("{{<", "{{%", "{%", "{:", "]({{"),
    ":::": (":::",),
    "!!!": ("!!! ",),
    "???": ("??? ", "???+ "),
    "=": ('=== "',),
    "///": ("/// ",),
    "<": ("<<<",),
    "[": ("[[toc]]",),
}
"""What a body has that needs more than a Markdown parser, by its rare characters."""

_ALWAYS = r"""(?xm)
    [`\[\]~|]
    | (?<![ ])\* | \*(?![ ])             # between spaces it marks nothing up
    | (?<![^\W_])_ | _(?![^\W_])         # inside a word it marks nothing up
    | <(?=[a-zA-Z/!?]|$)
    | &(?=\#?\w+;)
    | \\(?=[!-/:-@\[-`{-~]|$)
    """
_SPECIAL = r"""[\t\r\n"'\\<>{}\[\]&|`=]"""
_LINE_START = r"""(?xm)
    ^ (?: \ {0,3}\d{1,9}(?=[.)]\s)
        | \ {0,3}(?= [-+*]\s | \#{1,6}\s | > | :[\s:] | =+\s*$ | -[-\s]+$
                | [!?/=<]{3} | \{: )
      )
    """


def parse(raw: str, path: str, options: FormatOptions) -> Document:
    """Return the segments of a Markdown file, sorted by place, and its comments."""
    front = _front(raw, options)
    body = raw[front.end :]
    titled = any(segment.role is Role.TITLE for segment in front.segments)
    walk = Walk(raw, titled=titled, lang=front.lang or "")
    is_jsx = _is_jsx(body, path)
    if is_jsx or _is_dialect(body):
        from mtaudit.formats import markdown_dialects

        plain, place = markdown_dialects.plain(body, front.end, walk, is_jsx=is_jsx)
    else:
        plain, place = body, None
    try:
        points = code_points(plain, 0 if place else front.end)
        found = _events(plain, is_directed=":::" in body)
        walk.read(found, (lambda byte: place(points(byte))) if place else points)
    except UnicodeEncodeError as error:
        raise ParseError("half a surrogate pair", place=path) from error
    segments = by_place(walk.segments)
    if walk.blocks_of_html and ("lang=" in raw or "translate" in raw):
        from mtaudit.formats.markdown_regions import placed

        segments = [*placed(raw, segments, walk.blocks_of_html)]
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
    if spelling == "words":
        return None if re.search(_SPECIAL, text) else text
    if spelling.startswith("html-"):
        from mtaudit.formats.html_text import escape as in_html

        return in_html(text, spelling)
    if spelling:
        from mtaudit.formats.spelling import escape as in_front_matter

        return in_front_matter(text, spelling)
    escaped = re.sub(_ALWAYS, r"\\\g<0>", text)
    if escaped.count("$") > 1:
        escaped = escaped.replace("$", r"\$")
    return re.sub(_LINE_START, r"\g<0>\\", escaped)


def fits(text: str, spelling: str) -> bool:
    """Whether a string of front matter so spelled may be `text` as a whole."""
    if spelling == "words" or spelling.startswith("html-"):
        return True
    from mtaudit.formats.spelling import fits as fits_front_matter

    return fits_front_matter(text, spelling)


def _front(raw: str, options: FormatOptions) -> FrontMatter:
    """Return what stands in front of the body, most often nothing."""
    if raw.startswith(("{\n", "{\r\n")):
        from mtaudit.formats import front_json

        return front_json.read(raw, options.front_matter)
    if not raw.startswith(("---", "+++")):
        return FrontMatter()
    from mtaudit.formats import front_matter

    return front_matter.read(raw, options.front_matter)


def _is_jsx(body: str, path: str) -> bool:
    """Whether tags and braces are JSX: by the name of the file, or an import."""
    return path.endswith(".mdx") or (
        "import " in body and re.search(_IMPORT, body) is not None
    )


def _is_dialect(body: str) -> bool:
    """Whether something in `body` needs more than a Markdown parser."""
    return any(
        sign in body
        for rare, signs in _DIALECTS.items()
        if rare in body
        for sign in signs
    )


def _events(body: str, *, is_directed: bool) -> Iterable[tuple[Any, Any]]:
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
    if "\r" in body and body.count("\r") != body.count("\r\n"):
        body = re.sub(_LONE_RETURN, "\n", body)  # the parser knows it only in part
    # A colon would make a definition of a line that closes a directive.
    has_colons = not is_directed and ("\n:" in body or " :" in body)
    if has_colons and re.search(_DEFINITION, body):
        options |= Options.ENABLE_DEFINITION_LIST
    return events_with_range(body, options=options)
