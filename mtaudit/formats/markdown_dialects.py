"""What site generators add to Markdown, taken out and noted before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Callable

from mtaudit.formats import markdown_lines
from mtaudit.formats.markdown_walk import Walk
from mtaudit.formats.pieces import Part, build, mask
from mtaudit.model import Role

_OPAQUE = re.compile(r"`[^`]*`|\{\{[^{}]*\}\}|\{%[^{}]*%\}|https?://\S+")


def plain(
    body: str, base: int, walk: Walk, *, is_jsx: bool
) -> tuple[str, Callable[[int], int]]:
    """
    Return what is Markdown in `body`, and where its characters stand in the file.

    Titles of boxes, strings of tags and comments go to `walk`.
    """
    masked, tags = body, {}
    if is_jsx:
        from mtaudit.formats.markdown_jsx import without_jsx

        jsx = without_jsx(body, base)
        masked, tags = jsx.body, jsx.tags
        walk.comments.extend(jsx.comments)
        for title in jsx.titles:
            _note(walk, title, 0)
    found = markdown_lines.plain(masked, body, tags)
    for title in found.titles:
        _note(walk, title, base)
    return found.body, lambda offset: base + found.place(offset)


def _note(walk: Walk, title: markdown_lines.Title, base: int) -> None:
    """Give `walk` the segment of words that stand outside of Markdown."""
    start, end = base + title.start, base + title.end
    parts = mask([Part(walk.raw[start:end], start, end)], _OPAQUE)
    role = Role.ALT_TEXT if title.key == "alt" else Role.CAPTION
    segment = build(parts, role, title.key)
    if segment:
        walk.segments.append(segment._replace(spelling="words"))
