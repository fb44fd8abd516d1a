"""XML as a tree whose texts know their places; entities of a DTD are never read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.pieces import Part, opaque
from mtaudit.model import Comment, ParseError, RawSpan

DEEPEST = 1_000
"""Levels. What is nested deeper is no file of texts."""

_NAME = r"[^\W\d][\w.:-]*"
_TOKEN = re.compile(
    rf"""
      (?P<text> [^<&]++ )
    | & (?: \#(?P<decimal> \d{{1,7}} ) | \#x(?P<hex> [0-9A-Fa-f]{{1,6}} )
      | (?P<entity> {_NAME} ) ) ;
    | </ (?P<end> {_NAME} ) \s* >
    | < (?P<start> {_NAME} )
        (?P<attributes> (?: \s+ {_NAME} \s*=\s* (?: "[^"<]*" | '[^'<]*' ) )*+ )
        \s* (?P<closed> / )? >
    | <!--(?P<comment> .*? )-->
    | <!\[CDATA\[ (?P<cdata> .*? ) \]\]>
    | <\? .*? \?>
    | <!DOCTYPE (?: [^<>\[\]"']++ | "[^"]*" | '[^']*'
      | \[ (?: [^\]"'<]++ | "[^"]*" | '[^']*' | <!--.*?--> | < )*+ \] )*+ >
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(rf"(?<![\w.:-])({_NAME}+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
_SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Element:
    """An element, its texts and what stands in it."""

    def __init__(self, name: str, attributes: str, start: int) -> None:
        self.name = name.rpartition(":")[2]
        """Without a prefix."""

        self.content: list[Element | Part] = []
        self.start = start
        self.end = start
        self.inside = RawSpan(start, start)
        """What stands between the tags."""

        self.has_cdata = False
        self._attributes = attributes

    def get(self, name: str) -> str | None:
        """Return the value of the attribute whose name, without a prefix, is `name`."""
        for match in _ATTRIBUTE.finditer(self._attributes):
            if match[1].rpartition(":")[2] == name:
                value = match[2] if match[2] is not None else match[3]
                return _ENTITY.sub(lambda each: _character(*each.groups()), value)
        return None

    def children(self, *names: str) -> Iterator[Element]:
        """Yield the elements right inside, those called one of `names` if given."""
        for each in self.content:
            if isinstance(each, Element) and (not names or each.name in names):
                yield each

    def child(self, name: str) -> Element | None:
        """Return the first element right inside that is called `name`."""
        return next(self.children(name), None)

    def walk(self, *names: str) -> Iterator[Element]:
        """Yield the elements at any depth that are called one of `names`, in order."""
        stack = [self]
        while stack:
            element = stack.pop()
            if element.name in names:
                yield element
            stack.extend(reversed([*element.children()]))

    @property
    def text(self) -> str:
        """All text inside, at any depth."""
        return "".join([part.text for part in inline(self, _Everything())])


class _Everything(frozenset[str]):
    """The names of all elements."""

    def __contains__(self, name: object) -> bool:
        return True


def inline(
    element: Element, around: frozenset[str], unseen: frozenset[str] = frozenset()
) -> list[Part]:
    """
    Return the text of an element, part by part.

    Elements that are `around` text leave no trace, `unseen` ones are passed
    over with all that they hold; any other one is opaque.
    """
    parts: list[Part] = []
    stack: list[Element | Part] = [*reversed(element.content)]
    while stack:
        each = stack.pop()
        if isinstance(each, Part):
            parts.append(each)
        elif each.name in around:
            stack.extend(reversed(each.content))
        elif each.name not in unseen:
            parts.append(opaque(each.start, each.end))
    return parts


def read(raw: str, path: str) -> tuple[Element, list[Comment]]:
    """Return the outermost element and the comments, or raise `ParseError`."""
    return _Reading(raw, path).read()


class _Reading:
    """A reading of one file."""

    def __init__(self, raw: str, path: str) -> None:
        self._raw = raw
        self._path = path
        self._open = [Element("", "", 0)]
        self._comments: list[Comment] = []

    def read(self) -> tuple[Element, list[Comment]]:
        """Return the outermost element and the comments, or raise `ParseError`."""
        place = 0
        while place < len(self._raw):
            token = _TOKEN.match(self._raw, place)
            if token is None:
                raise self._error("no XML from here on", place)
            self._take(token)
            place = token.end()
        if len(self._open) > 1:
            name = self._open[-1].name
            raise self._error(f"<{name}> is never closed", self._open[-1].start)
        root = next(self._open[0].children(), None)
        if root is None:
            raise self._error("there is no element", 0)
        return root, self._comments

    def _take(self, token: re.Match[str]) -> None:
        """Take in a token by its sort."""
        sort = token.lastgroup or ""
        if token["start"]:
            self._begin(token)
        elif sort == "end":
            self._finish(token)
        elif sort == "comment":
            span = RawSpan(*token.span())
            self._comments.append(Comment(token["comment"].strip(), span))
        elif sort == "cdata":
            self._open[-1].has_cdata = True
            self._add(Part(token["cdata"], *token.span("cdata")))
        elif sort in {"text", "decimal", "hex", "entity"}:
            self._add(_part(token))

    def _begin(self, token: re.Match[str]) -> None:
        if len(self._open) > DEEPEST:
            raise self._error(f"more than {DEEPEST} levels", token.start())
        element = Element(token["start"], token["attributes"], token.start())
        element.end = token.end()
        element.inside = RawSpan(token.end(), token.end())
        self._open[-1].content.append(element)
        if not token["closed"]:
            self._open.append(element)

    def _finish(self, token: re.Match[str]) -> None:
        element = self._open.pop()
        if not self._open or element.name != token["end"].rpartition(":")[2]:
            raise self._error(f"</{token['end']}> closes nothing", token.start())
        element.end = token.end()
        element.inside = RawSpan(element.inside.start, token.start())

    def _add(self, part: Part) -> None:
        if len(self._open) > 1 and part.text:
            self._open[-1].content.append(part)

    def _error(self, message: str, place: int) -> ParseError:
        line = self._raw.count("\n", 0, place) + 1
        column = place - self._raw.rfind("\n", 0, place)
        return ParseError(message, place=f"{self._path}:{line}:{column}")


def _part(token: re.Match[str]) -> Part:
    """Return text as it is, or the character of a reference."""
    if token["text"] is not None:
        return Part(token["text"], *token.span())
    if token["entity"] and token["entity"] not in _SIGNS:
        return opaque(*token.span())
    text = _character(token["decimal"], token["hex"], token["entity"])
    return Part(text, *token.span(), verbatim=False)


def _character(decimal: str | None, hexadecimal: str | None, name: str | None) -> str:
    """Return what a reference stands for."""
    if name:
        return _SIGNS[name]
    code = int(decimal) if decimal else int(hexadecimal or "0", 16)
    is_character = 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF  # noqa: PLR2004 -- Unicode's
    return chr(code) if is_character else "\N{REPLACEMENT CHARACTER}"
