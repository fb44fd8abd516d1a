"""JSON front matter: an object at the head of a Markdown file."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from mtaudit.formats import json_scan
from mtaudit.formats.front_entry import FrontMatter
from mtaudit.formats.pieces import build
from mtaudit.model import ParseError, Role, Segment
from mtaudit.text.tags import is_tag

_LANGUAGE_KEYS = frozenset({"lang", "language", "locale"})
_AFTER = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")


def read(raw: str, keys: Sequence[str]) -> FrontMatter:
    """Return the strings under `keys`, at any depth, and the language."""
    try:
        value, end = json.JSONDecoder().raw_decode(raw)
        after = _AFTER.match(raw, end)
        if not isinstance(value, dict) or not value or after is None:
            return FrontMatter()
        scanned = json_scan.scan(raw, "", (0, end))
    except (ValueError, RecursionError, ParseError):
        return FrontMatter()
    segments: list[Segment] = []
    lang: str | None = None
    for entry in scanned.entries:
        key = str(entry.keys[-1])
        role = Role.TITLE if key == "title" else Role.FRONT_MATTER
        found = build(entry.parts, role, key) if key in keys else None
        if found:
            segments.append(found._replace(spelling="json"))
        is_outermost = len(entry.keys) == 1
        if is_outermost and key in _LANGUAGE_KEYS and is_tag(entry.text):
            lang = entry.text.replace("_", "-")
    return FrontMatter(after.end(), tuple(segments), scanned.comments, lang)
