"""Messages of ICU: the branches of their plurals and choices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CHOICE = re.compile(
    r"\{\s*(?P<name>[\w.-]+)\s*,\s*(?P<sort>plural|selectordinal|select)\s*,", re.ASCII
)
_TOKEN = re.compile(r"'[{}#|][^']*'?|''|[{}#]")
_SELECTOR = re.compile(r"=?(?<![\w.-])[\w.-]++(?=\s*+\{\Z)")


class Message(NamedTuple):
    """A stretch of a message that is read on its own."""

    start: int
    end: int
    holes: tuple[tuple[int, int], ...]
    """Arguments, choices, and the sign for the number, in order."""


class Choice(NamedTuple):
    """A plural or a select, with its braces."""

    start: int
    end: int
    name: tuple[int, int]
    """Where the argument stands that decides."""

    sort: str
    """``plural``, ``selectordinal`` or ``select``."""

    selectors: tuple[tuple[int, int], ...]
    """Where it says what its branches are for, in order."""


class _Frame:
    """A brace that is open."""

    def __init__(self, start: int, sort: str) -> None:
        self.start = start
        self.sort = sort
        """``message``, ``choice``, or ``argument``."""

        self.holes: list[tuple[int, int]] = []


def messages(text: str) -> list[Message] | None:
    """
    Return the message without its choices, then each branch, by place.

    None if `text` has no choice, or its braces are not balanced.
    """
    if not _CHOICE.search(text):
        return None
    frames = [_Frame(0, "message")]
    found: list[Message] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            frames.append(_opened(text, token.start(), frames[-1].sort))
        elif token[0] == "}" and not _closed(frames, token.start(), found):
            return None
        elif frames[-1].sort == "message" and _is_hole(token[0], len(frames)):
            frames[-1].holes.append(token.span())
    if len(frames) > 1:
        return None
    found.append(Message(0, len(text), tuple(frames[0].holes)))
    return sorted(found)


def choices(text: str) -> Iterator[Choice]:
    """Yield the choices of a message, inner ones as well; none if it is broken."""
    found = messages(text) or []
    spans = [span for each in found for span in each.holes]
    for start, end in sorted(spans):
        opening = _CHOICE.match(text, start)
        if opening is None:
            continue
        own = [
            each.start
            for each in found
            if start < each.start
            and each.end < end
            and not any(start < a < each.start and each.end < b < end for a, b in spans)
        ]
        heads = (_SELECTOR.search(text, start, place) for place in own)
        selectors = tuple(head.span() for head in heads if head)
        yield Choice(start, end, opening.span("name"), opening["sort"], selectors)


def _is_hole(sign: str, depth: int) -> bool:
    """Whether a sign inside a message is no prose; outside a choice # is."""
    return sign != "}" and (sign != "#" or depth > 1)


def _opened(text: str, start: int, outer: str) -> _Frame:
    """Return the frame of the brace at `start`."""
    if outer == "choice":
        return _Frame(start, "message")
    is_choice = outer == "message" and _CHOICE.match(text, start)
    return _Frame(start, "choice" if is_choice else "argument")


def _closed(frames: list[_Frame], place: int, found: list[Message]) -> bool:
    """Close the last frame; whether there was one."""
    if len(frames) == 1:
        return False
    frame = frames.pop()
    if frame.sort == "message":
        found.append(Message(frame.start + 1, place, tuple(frame.holes)))
    elif frames[-1].sort == "message":
        frames[-1].holes.append((frame.start, place + 1))
    return True
