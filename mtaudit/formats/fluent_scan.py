"""The patterns of a Fluent file, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.model import ParseError

DEEPEST = 100
"""Placeables in placeables. Nobody nests more than a few."""

_ENTRY = re.compile(
    r"^(?P<key>-?[A-Za-z][\w-]*)[ ]*=[ ]*"
    r"(?P<body>[^\r\n]*+(?:\r?\n(?:[ }][^\r\n]*+|(?=\r?\n)))*+)",
    re.MULTILINE | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"^[ ]+\.(?P<key>[A-Za-z][\w-]*)[ ]*=[ ]*", re.MULTILINE | re.ASCII
)
_TOKEN = re.compile(r'\{|\}|"(?:[^"\\\r\n]|\\.)*"|->')
_QUOTED = re.compile(r'(?<=\{)\s*"(?:[^"\\\r\n]|\\.)*"')
_BRACE = re.compile(r"[{}]")
_VARIANT = re.compile(r"^[ ]*\*?\[\s*[\w.-]+\s*\][ ]*", re.MULTILINE)


class Pattern(NamedTuple):
    """A stretch of text, and what in it is none."""

    start: int
    end: int
    key: str
    placeables: tuple[tuple[int, int], ...] = ()


def patterns(raw: str, path: str) -> Iterator[Pattern]:
    """
    Yield the values of messages, terms, attributes and variants, by place.

    An entry whose braces do not match is passed over, as Fluent does.
    """
    for entry in _ENTRY.finditer(raw):
        yield from _of_entry(raw, path, entry)


def _of_entry(raw: str, path: str, entry: re.Match[str]) -> Iterator[Pattern]:
    """Yield the patterns of a message or a term."""
    start, end = entry.span("body")
    key = entry["key"]
    heads = [*_attributes(raw, start, end)]
    stops = [head.start() for head in heads] + [end]
    todo = [Pattern(start, stops[0], key)]
    for head, stop in zip(heads, stops[1:], strict=True):
        todo.append(Pattern(head.end(), stop, f"{key}.{head['key']}"))
    found: list[Pattern] = []
    for pattern in todo:
        inner = _expanded(raw, path, pattern)
        if inner is None:
            return
        found += inner
    yield from found


def _attributes(raw: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the heads of attributes: they are not inside braces."""
    for head in _ATTRIBUTE.finditer(raw, start, end):
        before = raw[start : head.start()]
        if _is_balanced(before):
            yield head


def _is_balanced(text: str) -> bool:
    """Whether braces are closed, those in quotes aside."""
    text = _QUOTED.sub("", text) if '"' in text else text
    return text.count("{") == text.count("}")


def _expanded(raw: str, path: str, whole: Pattern) -> list[Pattern] | None:
    """Return a pattern and those of its variants; None if braces do not match."""
    found: list[Pattern] = []
    stack = [(whole, 0)]
    while stack:
        pattern, depth = stack.pop()
        if depth > DEEPEST:
            line = raw.count("\n", 0, pattern.start) + 1
            place = f"{path}:{line}"
            raise ParseError(f"more than {DEEPEST} levels of nesting", place=place)
        spans = _placeables(raw, pattern.start, pattern.end)
        if spans is None:
            return None
        places = tuple((start, end) for start, end, _ in spans)
        found.append(pattern._replace(placeables=places))
        for _, end, arrow in spans:
            if arrow:
                inner = _variants(raw, (arrow, end - 1), pattern.key)
                stack.extend((each, depth + 1) for each in inner)
    return sorted(found)


def _placeables(raw: str, start: int, end: int) -> list[tuple[int, int, int]] | None:
    """Return the outermost braces and where the variants begin, 0 if there are none."""
    found: list[tuple[int, int, int]] = []
    arrows: list[int] = []
    begun, place = 0, start
    # In an expression quotes enclose a string; in text, after an arrow, they do not.
    while token := (_TOKEN if arrows and not arrows[-1] else _BRACE).search(
        raw, place, end
    ):
        place = token.end()
        if token[0] == "{":
            begun = begun if arrows else token.start()
            arrows.append(0)
        elif token[0] == "}":
            if not arrows:
                return None
            arrow = arrows.pop()
            if not arrows:
                found.append((begun, place, arrow))
        elif token[0] == "->":
            arrows[-1] = place
    return None if arrows else found


def _variants(raw: str, span: tuple[int, int], key: str) -> Iterator[Pattern]:
    """Yield the patterns of variants, those inside deeper braces left out."""
    heads: list[re.Match[str]] = []
    start, end = span
    place = start
    while head := _VARIANT.search(raw, place, end):
        place = head.end()
        before = raw[heads[-1].end() if heads else start : head.start()]
        if _is_balanced(before):
            heads.append(head)
    stops = [head.start() for head in heads[1:]] + [end]
    for head, stop in zip(heads, stops, strict=False):
        yield Pattern(head.end(), stop, key)
