"""The strings of a JSON file, with their keys and places."""

from __future__ import annotations

import re
from typing import NamedTuple

from mtaudit.formats.entries import Entry
from mtaudit.formats.pieces import Part
from mtaudit.model import Comment, ParseError, RawSpan

_TOKEN = re.compile(
    r"""
      [ \t\r\n\ufeff]*+
      (?: "(?P<string>
            (?: [^"\\\x00-\x1f]++ | \\(?:["\\/bfnrt] | u[0-9A-Fa-f]{4}) )*+ )"
        | (?P<literal> true | false | null | NaN | -?Infinity
          | -?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][-+]?\d++)? )
        | (?P<sign> [\[\]{},:] )
        | //(?P<line> [^\r\n]* ) | /\*(?P<block> .*? )\*/
        | (?P<end> \Z ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB]..)\\u(?P<low>[dD][c-fC-F]..)|u(?P<code>....)|(?P<sign>.))"
)
_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


_COMMENTS = frozenset({"line", "block"})
_VALUES = frozenset({"value", "value or end"})
DEEPEST = 500
"""Levels. What is nested deeper is no file of texts, and costs too much."""


class Scanned(NamedTuple):
    """What a file holds."""

    entries: tuple[Entry, ...]
    comments: tuple[Comment, ...]


def scan(raw: str, path: str, block: tuple[int, int] | None = None) -> Scanned:
    """
    Return the strings that are values, in order, and the comments.

    `ParseError` has the place where JSON ends. Comments and commas before a
    closing bracket are read, as configurations have them.
    """
    return _Reading(raw, path).read(*(block or (0, len(raw))))


def decoded(raw: str, start: int, end: int) -> tuple[Part, ...]:
    """Return the inside of a string of JSON, part by part."""
    parts, done = [], start
    for escape in _ESCAPE.finditer(raw, start, end):
        if escape.start() > done:
            parts.append(Part(raw[done : escape.start()], done, escape.start()))
        parts.append(Part(_character(escape), *escape.span(), verbatim=False))
        done = escape.end()
    if done < end:
        parts.append(Part(raw[done:end], done, end))
    return tuple(parts)


def _character(escape: re.Match[str]) -> str:
    if escape["high"]:
        high, low = int(escape["high"], 16), int(escape["low"], 16)
        return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    if escape["code"]:
        return chr(int(escape["code"], 16))
    return _SIMPLE.get(escape["sign"], escape["sign"])


class _Reading:
    """A reading of one file; what is open is a list, however deep it goes."""

    def __init__(self, raw: str, path: str) -> None:
        self._raw = raw
        self._path = path
        self._open: list[str | int] = []
        """For each bracket the key or the number of the value that comes next."""

        self._awaits = "value"
        """A value, a colon, what comes next (a comma or an end), or nothing."""

        self._entries: list[Entry] = []
        self._comments: list[Comment] = []

    def read(self, start: int, end: int) -> Scanned:
        """Return what the file holds from `start` to `end`."""
        place, is_blank = start, True
        while token := _TOKEN.match(self._raw, place, end):
            place, sort = token.end(), token.lastgroup or ""
            if sort == "end":
                break
            if sort in _COMMENTS:
                span = RawSpan(token.start(sort) - 2, place)
                self._comments.append(Comment(token[sort].strip(), span))
                continue
            is_blank = False
            if not self._takes(sort, token):
                raise self._error(token.start(), end)
        if token is None or (self._awaits != "nothing" and not is_blank):
            raise self._error(place, end)
        return Scanned(tuple(self._entries), tuple(self._comments))

    def _takes(self, sort: str, token: re.Match[str]) -> bool:
        """Take in a token; whether it may stand there."""
        if sort == "string":
            return self._string(token)
        if sort == "literal":
            return self._awaits in _VALUES and self._done()
        if token["sign"] in "[{":
            return self._opens(token)
        if token["sign"] in "]}":
            return self._closes(token)
        awaits = "colon" if token["sign"] == ":" else "next"
        return self._awaits == awaits and bool(self._open) and self._goes_on(awaits)

    def _string(self, token: re.Match[str]) -> bool:
        if self._awaits == "key or end":
            parts = decoded(self._raw, *token.span("string"))
            self._open[-1] = "".join([part.text for part in parts])
            self._awaits = "colon"
            return True
        if self._awaits not in _VALUES:
            return False
        if token["string"]:
            parts = decoded(self._raw, *token.span("string"))
            self._entries.append(Entry(tuple(self._open), parts))
        return self._done()

    def _opens(self, token: re.Match[str]) -> bool:
        """Take in an opening bracket."""
        if len(self._open) >= DEEPEST or self._awaits not in _VALUES:
            return False
        is_list = token["sign"] == "["
        self._open.append(0 if is_list else "")
        self._awaits = "value or end" if is_list else "key or end"
        return True

    def _closes(self, token: re.Match[str]) -> bool:
        """Take in a closing bracket."""
        if not self._open:
            return False
        is_list = isinstance(self._open.pop(), int)
        wanted = {"next", "value or end" if is_list else "key or end"}
        is_right = is_list == (token["sign"] == "]") and self._awaits in wanted
        return is_right and self._done()

    def _goes_on(self, after: str) -> bool:
        """Take in a colon or a comma."""
        last = self._open[-1]
        if after == "colon":
            self._awaits = "value"
        elif isinstance(last, int):
            self._open[-1] = last + 1
            self._awaits = "value or end"
        else:
            self._awaits = "key or end"
        return True

    def _done(self) -> bool:
        """Take in that a value is complete."""
        self._awaits = "next" if self._open else "nothing"
        return True

    def _error(self, place: int, end: int) -> ParseError:
        """Return the error for what stands at `place`."""
        while place < end and self._raw[place] in " \t\r\n":
            place += 1
        line = self._raw.count("\n", 0, place) + 1
        column = place - self._raw.rfind("\n", 0, place)
        where = f"{self._path}:{line}:{column}"
        if len(self._open) >= DEEPEST:
            return ParseError(f"more than {DEEPEST} levels of nesting", place=where)
        if place >= end:
            return ParseError("the JSON is not complete", place=where)
        return ParseError(f"no JSON from “{self._raw[place]}” on", place=where)
