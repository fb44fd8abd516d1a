"""What of a block of code no translation changes: names, flags, addresses, figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.model import TextSpan

_COMMENTS = re.compile(r"(?s)/\*.*?\*/|<!--.*?-->|\"\"\".*?\"\"\"|'''.*?'''")
_LINE_COMMENTS = re.compile(
    r"(?m)(?:(?<=\s)|^)(?:#(?!\{)|//|--(?=\s)|;|%|REM\b|rem\b|::).*$"
)
_STRINGS = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`|>[^<>\n]*<"
)
_TOKEN = re.compile(
    r"""(?x)
      https?://[^\s"'<>)]+
    | (?<![\w-]) --?[A-Za-z][\w-]*+
    | (?<![\w$]) (?P<name> [A-Za-z_$][\w$]*+ (?:\.[A-Za-z_$][\w$]*+)*+ )
    | (?<![\w.]) \d[\d.]+\d (?!\w)
    """,
    re.ASCII,
)

_HAS_PARTS = re.compile(r"\.|_.|[a-z0-9][A-Z]")


class Token(NamedTuple):
    """A name, a flag, an address or a figure in a block of code."""

    text: str
    span: TextSpan
    """In the code."""


def code_tokens(code: str) -> list[Token]:
    """
    Return the tokens of a block of code, outside of what people read in it.

    That is comments, and strings with a space or with letters beyond ASCII.
    """
    for pattern in (_COMMENTS, _LINE_COMMENTS, _STRINGS):
        code = pattern.sub(_blanked, code)
    return [Token(match[0], TextSpan(*match.span())) for match in _tokens(code)]


def token_counts(code: str) -> Counter[str]:
    """Return how often each token stands in a block of code, comments included."""
    return Counter(match[0] for match in _tokens(code))


def _tokens(code: str) -> Iterator[re.Match[str]]:
    """Yield what is no word of a language: names of several parts, and the like."""
    for match in _TOKEN.finditer(code):
        if match["name"] is None or _HAS_PARTS.search(match["name"]):
            yield match


def _blanked(match: re.Match[str]) -> str:
    text = match[0]
    is_value = text[0] in "\"'`>" and text.isascii() and len(text.split()) <= 1
    return text if is_value else re.sub(r"[^\n]", " ", text)
