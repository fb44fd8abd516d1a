"""The strings of a TOML file, with their keys and places."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

from mtaudit.formats.entries import Entry
from mtaudit.formats.front_quoting import spelled, unescaped
from mtaudit.model import Comment, ParseError, RawSpan

_KEY = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*+"
_TOKEN = re.compile(
    rf"""
      \#(?P<comment> [^\r\n]*+ )
    | ^[ \t]*\[(?P<many> \[ )?[ \t]*(?P<table> {_KEYS} )[ \t]*\]\]?
    | (?P<keys> {_KEYS} ) [ \t]*=
    | \"{{3}} (?:\r?\n)?
      (?P<long> (?: [^"\\]++ | \\. | "{{1,2}}(?!") )*+ "{{0,2}} ) "{{3}}
    | '{{3}} (?:\r?\n)?
      (?P<long_literal> (?: [^']++ | '{{1,2}}(?!') )*+ '{{0,2}} ) '{{3}}
    | " (?P<basic> (?: [^"\\\r\n]++ | \\. )*+ ) "
    | ' (?P<literal> [^'\r\n]*+ ) '
    | (?P<sign> [\[\]{{}},] )
    | (?P<other> [^\s\#"'\[\]{{}},=]++ | . )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_STYLES = {"long": '"', "basic": '"', "long_literal": "", "literal": ""}
_EACH_KEY = re.compile(_KEY)


def _refusal(reason: str, path: str) -> ParseError:
    """Return what to raise, at the place that the library gives in words."""
    said, _, where = reason.rstrip(")").partition(" (at ")
    line = re.fullmatch(r"line (\d+), column (\d+)", where)
    place = f"{path}:{line[1]}:{line[2]}" if line else path
    return ParseError(f"no TOML: {said if line else reason}", place=place)


class Scan:
    """A reading of one file; its comments grow while entries are asked for."""

    def __init__(self, raw: str, path: str) -> None:
        try:
            tomllib.loads(raw.replace("\r\n", "\n"))
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            raise _refusal(str(error), path) from None
        self._raw = raw
        self.comments: list[Comment] = []
        self._table: tuple[str | int, ...] = ()
        self._open: list[int | None] = []
        """For each bracket the number of the item, None in an inline table."""

        self._keys: list[tuple[str, ...]] = [()]
        self._counts: Counter[tuple[str, ...]] = Counter()

    def entries(self) -> Iterator[Entry]:
        """Yield the strings, in order; the file is known to be right."""
        for token in _TOKEN.finditer(self._raw):
            sort = token.lastgroup or ""
            if sort == "comment":
                span = RawSpan(*token.span())
                self.comments.append(Comment(token["comment"].strip(), span))
            elif sort == "table" and not self._open:
                self._begin(_names(token["table"]), is_many=bool(token["many"]))
            elif sort == "keys":
                self._keys[-1] = _names(token["keys"])
            elif sort == "sign":
                self._bracket(token["sign"])
            elif sort in _STYLES and token[sort]:
                yield self._entry(token, sort)

    def _begin(self, names: tuple[str, ...], *, is_many: bool) -> None:
        """Take in the head of a table."""
        found: list[str | int] = []
        for index, name in enumerate(names, 1):
            found.append(name)
            count = self._counts[names[:index]]
            if is_many and index == len(names):
                self._counts[names] += 1
                found.append(count)
            elif count:
                found.append(count - 1)
        self._table, self._keys = tuple(found), [()]

    def _bracket(self, sign: str) -> None:
        """Take in a bracket or a comma."""
        if sign in "[{":
            self._open.append(0 if sign == "[" else None)
            self._keys.append(())
        elif sign in "]}" and self._open:
            self._open.pop()
            self._keys.pop()
        elif self._open and self._open[-1] is not None:
            self._open[-1] += 1

    def _entry(self, token: re.Match[str], style: str) -> Entry:
        quote, text = _STYLES[style], token[style]
        value = unescaped(text) if quote else text
        parts = spelled(self._raw, token.span(style), quote=quote, value=value)
        keys = [*self._table, *self._keys[0]]
        for number, names in zip(self._open, self._keys[1:], strict=True):
            keys += names if number is None else (number,)
        spelling = "toml-basic" if quote else "toml-literal"
        return Entry(tuple(keys), tuple(parts), spelling)


def _names(keys: str) -> tuple[str, ...]:
    """Return the names of a dotted key."""
    return tuple(
        unescaped(each[0][1:-1]) if each[0][0] == '"' else each[0].strip("'")
        for each in _EACH_KEY.finditer(keys)
    )
