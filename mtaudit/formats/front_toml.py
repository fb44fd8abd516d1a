"""TOML front matter: its strings, found without a TOML parser, with places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mtaudit.formats.front_entry import Entry
from mtaudit.formats.front_quoting import spelled, unescaped

_TOKEN = re.compile(
    r'''
    (?: (?P<key> (?<![\w-])[\w-]++ | "[^"\\\n]*" | '[^'\n]*' ) [ \t]* = [ \t]* )?
    (?: """ (?:\r?\n)? (?P<long> (?: [^"\\] | \\. | "(?!"") )* ) """
      | \'\'\' (?:\r?\n)? (?P<long_literal> (?: [^'] | '(?!\'\') )* ) \'\'\'
      | " (?P<basic> (?: [^"\\\r\n] | \\. )* ) "
      | ' (?P<literal> [^'\r\n]* ) ' )
    | (?P<comment> \#[^\r\n]* )
    | (?P<table> ^[ \t]*\[ )
    ''',
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_STYLES = {"long": '"', "basic": '"', "long_literal": "", "literal": ""}


def entries(
    raw: str, block: tuple[int, int], wanted: Collection[str]
) -> Iterator[Entry]:
    """Yield the strings whose key is `wanted`, in whatever table they stand."""
    is_outermost = True
    for token in _TOKEN.finditer(raw, *block):
        if token["table"]:
            is_outermost = False
        key = (token["key"] or "").strip("\"'")
        if key not in wanted:
            continue
        style = next((name for name in _STYLES if token[name] is not None), None)
        if style is None:
            continue
        value = token[style]
        if _STYLES[style]:
            value = unescaped(value)
        parts = spelled(raw, token.span(style), quote=_STYLES[style], value=value)
        spelling = "toml-basic" if _STYLES[style] else "toml-literal"
        yield Entry(key, tuple(parts), is_outermost, spelling=spelling)
