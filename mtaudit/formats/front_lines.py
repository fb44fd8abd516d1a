"""YAML front matter of the plainest sort, read without a YAML parser."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mtaudit.formats.front_entry import Entry
from mtaudit.formats.pieces import Part

_LINE = re.compile(
    r"""
    (?P<indent> \ *+ (?:-\ ++)*+ )
    (?: (?P<key> [A-Za-z_][\w.-]*+ ) : (?:\ ++|$) | (?<=-\ ) )
    (?P<value>
        "(?P<double> [^"\\]* )" | '(?P<single> [^']* )'
      | \[ [^\[\]{}"'\#&*!|>%@`:]* \]
      | (?P<plain> [^\s\-?:,\[\]{}\#&*!|>'"%@`~=<] (?: (?! :(?:\s|$) | \s\# ) . )*+ )
    )?
    \s*+
    """,
    re.VERBOSE,
)
_OTHER_BREAKS = re.compile(r"\r(?!\n)|[\t\x85\u2028\u2029]")
_LINES = re.compile(r"[^\r\n]+")
_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)\Z")
_LIKE_A_NUMBER = re.compile(r"[\d.+][\dA-Fa-fxXoOtTzZ_.:+ -]*\Z")


def entries(
    raw: str, block: tuple[int, int], wanted: Collection[str]
) -> list[Entry] | None:
    """
    Return the entries whose key is `wanted`, if each line can be read by itself.

    None if any line has what only a YAML parser can tell: a string over several
    lines, an escape, an anchor, a nested collection in brackets.
    """
    if _OTHER_BREAKS.search(raw, *block):
        return None
    found: list[Entry] = []
    for begin, line in _lines(raw, block):
        if line is None:
            return None
        if line["value"] and line["key"] in wanted:
            if line["plain"] and _LIKE_A_NUMBER.match(line["plain"]):
                return None
            found.extend(_entry(line, begin))
    return found


def _lines(
    raw: str, block: tuple[int, int]
) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Yield each line that says something, None for one that cannot be read."""
    deepest: int | None = 0  # the outermost level is not indented
    for stretch in _LINES.finditer(raw, *block):
        text = stretch[0]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        line = _LINE.fullmatch(text)
        goes_on = line and deepest is not None and len(line["indent"]) > deepest
        yield stretch.start(), None if goes_on else line
        if line:
            deepest = len(line["indent"]) if line["value"] else None


def _entry(line: re.Match[str], begin: int) -> Iterator[Entry]:
    """Yield the entry of a line, unless its value is a list."""
    for style in ("double", "single", "plain"):
        value = line[style]
        if value:
            value = value.rstrip(" ") if style == "plain" else value
            start = begin + line.start(style)
            yield Entry(
                line["key"],
                (Part(value, start, start + len(value)),),
                is_outermost=not line["indent"],
                is_text=style != "plain" or not _NO_TEXT.match(value),
                spelling=f"yaml-{style}",
            )
