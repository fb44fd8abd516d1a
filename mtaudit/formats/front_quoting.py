"""How a string of front matter is spelled: escapes and joined lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from mtaudit.formats.pieces import Part

_SIMPLE = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_BREAK = r"[ \t]*+(?:\r\n|\r|\n)\s*"
_ESCAPES = {
    '"': rf"\\(?:{_BREAK}|x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|.)",
    "'": "''",
}
_TOKENS = {
    quote: re.compile(
        rf"(?P<escape>{_ESCAPES.get(quote, '(?!)')})|(?<![ \t]){_BREAK}", re.DOTALL
    )
    for quote in ('"', "'", "")
}
_WHITE = re.compile(r"[ \t\r\n]*")


def spelled(raw: str, span: tuple[int, int], *, quote: str, value: str) -> list[Part]:
    """
    Return `value` part by part, as ``raw[start:end]`` spells it in `quote`.

    Where the two cannot be brought together, the whole is one part that is not
    verbatim.
    """
    start, end = span
    parts = list(_parts(raw, span, quote=quote, value=value))
    if "".join(part.text for part in parts) == value:
        return parts
    return [Part(value, start, end, verbatim=False)] if value else []


def unescaped(string: str) -> str:
    """Return what the inside of a string in double quotes stands for."""
    return _TOKENS['"'].sub(
        lambda token: _decoded(token[0]) if token["escape"] else token[0], string
    )


def _decoded(escape: str) -> str:
    """Return the character that an escape stands for; none for a joined line."""
    if escape == "''":
        return "'"
    if "\n" in escape or "\r" in escape:
        return ""
    if len(escape) > len("\\x"):
        digits = escape[2:]
        code = int(digits, base=16)
        return chr(code) if code <= sys.maxunicode else ""
    return _SIMPLE.get(escape[1], "")


def _parts(
    raw: str, span: tuple[int, int], *, quote: str, value: str
) -> Iterator[Part]:
    """Yield a part for each stretch; a line break is what `value` has there."""
    done, end = span
    offset = 0
    for token in _TOKENS[quote].finditer(raw, done, end):
        start, stop = token.span()
        if start > done:
            yield Part(raw[done:start], done, start)
            offset += start - done
        text = _decoded(token[0]) if token["escape"] else _white(value, offset)
        if text:
            yield Part(text, start, stop, verbatim=text == token[0])
            offset += len(text)
        done = stop
    if done < end:
        yield Part(raw[done:end], done, end)


def _white(value: str, offset: int) -> str:
    """Return the white space that `value` has at `offset`."""
    match = _WHITE.match(value, offset)
    return match[0] if match else ""
