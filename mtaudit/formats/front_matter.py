"""Front matter: the strings of YAML and TOML that are prose, and their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mtaudit.formats.front_entry import Entry, FrontMatter
from mtaudit.formats.pieces import build
from mtaudit.model import Comment, RawSpan, Role, Segment

LANGUAGE_KEYS = ("lang", "language", "locale")

_BLOCK = re.compile(
    r"""
    (?: ---[ \t]*\r?\n (?P<yaml>.*?) ^(?:---|\.\.\.)
      | \+\+\+[ \t]*\r?\n (?P<toml>.*?) ^\+\+\+ )
    [ \t]* (?:\r?\n|\Z)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_YAML_KEY = re.compile(r"\s*+(?:\#.*+\s*+)*+(?:[\w$.\"' /-]++:(?:\s|\Z)|\Z)")
_COMMENT = re.compile(r"^[ \t]*\#[ \t]*(mtaudit:[^\r\n]*)", re.MULTILINE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def read(raw: str, keys: Sequence[str]) -> FrontMatter:
    """
    Return the strings under `keys`, at any depth, and the language.

    Front matter that does not parse has none of them, but it is no body text.
    """
    block = _BLOCK.match(raw)
    if block is None:
        return FrontMatter()
    kind = block.lastgroup or ""
    if kind == "yaml" and not _YAML_KEY.match(block[kind]):
        return FrontMatter()  # two lines that part the text
    start, end = block.span(kind)
    wanted = {*keys, *LANGUAGE_KEYS}
    entries = _entries(block, wanted)
    found = [_segment(entry) for entry in entries if entry.key in keys]
    return FrontMatter(
        block.end(),
        tuple(segment for segment in found if segment),
        tuple(
            Comment(match[1].strip(), RawSpan(*match.span()))
            for match in _COMMENT.finditer(raw, start, end)
        ),
        _language(entries),
    )


def _entries(match: re.Match[str], wanted: Collection[str]) -> list[Entry]:
    """Return the wanted entries of the block, in the order of the file."""
    kind = match.lastgroup or ""
    raw, block = match.string, match.span(kind)
    if not any(raw.find(key, *block) >= 0 for key in wanted):
        return []
    if kind == "toml":
        from mtaudit.formats import front_toml

        return list(front_toml.entries(raw, block, wanted))
    from mtaudit.formats import front_lines

    entries = front_lines.entries(raw, block, wanted)
    if entries is not None:
        return entries
    from mtaudit.formats import front_yaml

    return front_yaml.entries(raw, block, wanted)


def _segment(entry: Entry) -> Segment | None:
    role = Role.TITLE if entry.key == "title" else Role.FRONT_MATTER
    if not entry.is_text or _SURROGATE.search(entry.text):
        return None
    segment = build(entry.parts, role, entry.key)
    return segment and segment._replace(spelling=entry.spelling)


def _language(entries: Sequence[Entry]) -> str | None:
    """Return the tag that the outermost level of the block gives."""
    for entry in entries:
        known = entry.is_outermost and entry.key in LANGUAGE_KEYS
        if known and _TAG.fullmatch(entry.text):
            return entry.text.replace("_", "-")
    return None
