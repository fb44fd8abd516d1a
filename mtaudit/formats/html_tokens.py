"""Tags, comments, templates and attributes of HTML, told apart as browsers do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

WHITE = " \t\n\f\r"

_TEMPLATE = r"""
    \{\{\{ [^{}]*+ \}\}\}
  | \{\{ [^{}]*+ (?: \{ [^{}]*+ \} [^{}]*+ )*+ \}\}
  | \{% (?: [^%{]++ | %(?!\}) | \{(?!%) )*+ %\}
  | \{\# (?: [^#{]++ | \#(?!\}) | \{(?!\#) )*+ \#\}
  | \$\{ [^{}]*+ \}
  | <\?(?:php\b|=) (?: [^?]++ | \?(?!>) )*+ (?: \?> | \Z )
  | <% (?: [^%<]++ | %(?!>) | <(?!%) )*+ %>
"""
_SIGNS = ("{{", "{%", "{#", "${", "<%", "<?php", "<?=")
_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_UNQUOTED = r"""[^\t\n\f\r >"'][^\t\n\f\r >]*+"""


def _value(inner: str = "(?!)") -> str:
    """Return the pattern of an attribute's value, where `inner` is passed over."""
    return rf"""(?:
        "(?: [^"<{{$]++ | {inner} | [<{{$] )*+ (?:"|\Z)
      | '(?: [^'<{{$]++ | {inner} | [<{{$] )*+ (?:'|\Z)
      | {_UNQUOTED} )"""


def _token(inner: str = "(?!)") -> str:
    """Return the pattern of tags, where `inner` is what is filled in."""
    return rf"""
    <(?:
        (?P<close> /?) (?P<name> [a-zA-Z][^\t\n\f\r />]*+)
        (?P<attributes> (?:
            [\t\n\f\r /]++
          | {inner}
          | {_NAME} (?: [\t\n\f\r ]*+ = [\t\n\f\r ]*+ {_value(inner)}?+ )?+
        )*+ )
        (?: > | \Z )
      | !-- (?: -?> | (?P<comment> (?s:.*?) ) (?: --!?> | \Z ) )
      | (?: [!?] | /(?=[^a-zA-Z]) ) [^>]*+ (?: > | \Z )
    )"""


_NO_TEMPLATE = "(?P<template> (?!) )"
"""After the tags: only a pattern that begins with their sign is looked for by it."""


_ATTRIBUTE = rf"""(?x)
    (?P<name> {_NAME} )
    (?: [\t\n\f\r ]*+ = [\t\n\f\r ]*+ (?P<value> {_value(f"(?:{_TEMPLATE})")} )? )?
    | {_TEMPLATE}
"""


class Attribute(NamedTuple):
    """The value of an attribute and where it stands, quotation marks left out."""

    start: int
    end: int
    quote: str
    """A quotation mark, or nothing."""

    raw: str

    @property
    def value(self) -> str:
        """The value as the file spells it, in lower case, for words of HTML."""
        return self.raw[self.start : self.end].strip(WHITE).lower()


def has_templates(raw: str) -> bool:
    """Whether a program may fill in parts of `raw`."""
    return any(map(raw.__contains__, _SIGNS))


@cache
def token(*, templates: bool) -> re.Pattern[str]:
    """Return the pattern of all that is not text."""
    if templates:
        pattern = f"(?P<template> {_TEMPLATE} ) | {_token(f'(?:{_TEMPLATE})')}"
    else:
        pattern = f"{_token()} (?: | {_NO_TEMPLATE} )"
    return re.compile(pattern, re.VERBOSE)


@cache
def template() -> re.Pattern[str]:
    """Return the pattern of what a program fills in."""
    return re.compile(rf"(?x){_TEMPLATE}")


def attributes(raw: str, start: int, end: int) -> Iterator[tuple[str, Attribute]]:
    """Yield the names, in lower case, and values between `start` and `end`."""
    for match in _attribute().finditer(raw, start, end):
        if match["name"] and match["value"]:
            first, last = match.span("value")
            quote = raw[first] if raw[first] in "\"'" else ""
            if quote:
                first += 1
                last -= raw[last - 1] == quote and last > first
            yield match["name"].lower(), Attribute(first, last, quote, raw)


@cache
def _attribute() -> re.Pattern[str]:
    return re.compile(_ATTRIBUTE)


@cache
def end_tag(name: str) -> re.Pattern[str]:
    """Return the pattern of the tag that ends an element of raw text."""
    return re.compile(rf"</{re.escape(name)}(?=[\t\n\f\r />])", re.IGNORECASE)
