"""Running text of HTML, part by part: references decoded, broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from mtaudit.formats.pieces import Part

_REFERENCE = r"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)"
_APART = rf"(?P<white>(?<![ ])[ ]*+[\t\n\f\r][ \t\n\f\r]*)|{_REFERENCE}"
_BREAK = re.compile(r"\r\n|[\t\n\f\r]")
_SPECIAL = re.compile(r"[&\t\n\f\r]")
_LAST = 0x10FFFF
_LONGEST = 1000
"""Digits of a reference; Python refuses numbers that are much longer."""


def parts(raw: str, start: int, end: int, *, quoted: bool = False) -> Iterable[Part]:
    """
    Return the parts that spell the text from `start` to `end`.

    A line break keeps one character of the white space around it. With
    `quoted`, references are read as in the value of an attribute.
    """
    if _SPECIAL.search(raw, start, end):
        return _decoded(raw, start, end, quoted=quoted)
    return (Part(raw[start:end], start, end),) if start < end else ()


def _decoded(raw: str, start: int, end: int, *, quoted: bool) -> Iterator[Part]:
    """Yield the parts of a text that has references or line breaks."""
    done = start
    for match in _apart().finditer(raw, start, end):
        first, last = match.span()
        if match["white"]:
            kept = _BREAK.search(raw, first, last)
            part = Part(kept[0], *kept.span()) if kept else None
        else:
            part = _reference(match, raw[last : last + 1] if quoted else "")
        if part is None:
            continue
        if done < first:
            yield Part(raw[done:first], done, first)
        yield part
        done = last
    if done < end:
        yield Part(raw[done:end], done, end)


def escape(text: str, spelling: str = "") -> str | None:
    """
    Return `text` as HTML must spell it between tags or, by `spelling`, in quotes.

    Only what would be markup is written as a reference.
    """
    if "\0" in text:
        return None
    text = re.sub(rf"{_REFERENCE}|&\Z", _without_reference, text)
    text = re.sub(r"<(?=[a-zA-Z/!?%]|\Z)", "&lt;", text)
    text = re.sub(r"([{$])(?=[{%#]|\Z)", lambda sign: f"&#{ord(sign[1])};", text)
    quote = _QUOTES.get(spelling, "")
    return text.replace(quote, f"&#{ord(quote)};") if quote else text


_QUOTES = {"html-double": '"', "html-single": "'"}


def _without_reference(match: re.Match[str]) -> str:
    """Return what may be a reference so that it is none."""
    is_plain = match.end() < len(match.string) and unescape(match[0]) == match[0]
    return match[0] if is_plain else f"&amp;{match[0][1:]}"


def _reference(match: re.Match[str], follows: str) -> Part | None:
    """Return what a reference stands for; None if it stands for itself."""
    spelled = match[0]
    if spelled[1] == "#":
        decoded = _numbered(spelled)
    elif follows and not spelled.endswith(";") and _goes_on(spelled, follows):
        return None
    else:
        decoded = unescape(spelled)
    return None if decoded == spelled else Part(decoded, *match.span(), verbatim=False)


def _goes_on(spelled: str, follows: str) -> bool:
    """Whether this is a parameter of an address, such as ``&copy=1``, to browsers."""
    return follows == "=" or unescape(spelled)[1:] != ""


def _numbered(spelled: str) -> str:
    """Return the character of a numeric reference, whatever it is."""
    digits = spelled[2:].rstrip(";")
    if len(digits) > _LONGEST:
        return "\N{REPLACEMENT CHARACTER}"
    decoded = unescape(spelled)
    if decoded:
        return decoded
    code = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    return chr(code) if code <= _LAST else "\N{REPLACEMENT CHARACTER}"


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(_APART)
