"""Which elements are open while a page is read, and what they do to its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.formats.html_elements import (
    BARRIERS,
    BLOCKS,
    CLOSES_PARAGRAPH,
    FORMATTING,
    SAME_KIND,
)
from mtaudit.model import Role


class State(NamedTuple):
    """What the elements around a stretch of text do to it."""

    muted: str = ""
    """Why the text is not read: ``code``, ``translate``, or nothing."""

    lang: str | None = None
    role: Role = Role.PARAGRAPH
    in_paragraph: bool = False
    """Whether a paragraph is open that the next block would end."""


class Element(NamedTuple):
    """An element that is open."""

    name: str
    start: int
    """Where its tag starts."""

    before: State
    own: State
    is_block: bool
    is_noun: bool = False
    """Whether one opaque character stands for all of it."""

    muted: str | None = None
    """Why its own text is not read, empty if it is; None if it says nothing of it."""

    lang: str | None = None
    """The language that it says its text is in."""


class OpenElements:
    """
    The elements that are open, as far as they matter.

    Inline elements matter if they change the state, or share the name of one
    that does.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self._stack: list[Element] = []
        self._names: Counter[str] = Counter()

    def push(self, element: Element) -> None:
        """Open an element."""
        self._stack.append(element)
        self._names[element.name] += 1
        self.state = element.own

    def before(self, name: str) -> Iterable[Element]:
        """Return what the start of an element of that name ends: it is closed."""
        if name in SAME_KIND or self.state.in_paragraph:
            return self._ended_before(name)
        return ()

    def _ended_before(self, name: str) -> Iterator[Element]:
        if self.state.in_paragraph and name in CLOSES_PARAGRAPH:
            yield from self._close_nearest(frozenset({"p"}), frozenset())
        if name in SAME_KIND:
            names, stops = SAME_KIND[name]
            if name in _ITEMS:
                stops |= _SPECIAL - names
            yield from self._close_nearest(names, stops)

    def end(self, name: str) -> Iterable[Element]:
        """Return what an end tag of that name ends: it is closed."""
        if self._stack and self._stack[-1].name == name:
            return (self._pop(),)
        if not self._names[name]:
            return ()
        stops = frozenset() if name in BARRIERS else BARRIERS - {name}
        if name not in BLOCKS and name not in FORMATTING:
            stops = BLOCKS
        return self._close_nearest(frozenset({name}), stops)

    def all(self) -> Iterator[Element]:
        """Close and yield everything."""
        while self._stack:
            yield self._pop()

    def _close_nearest(
        self, names: frozenset[str], stops: frozenset[str]
    ) -> Iterator[Element]:
        """Close the innermost of `names` and what is in it; `stops` hide it."""
        for name in names:
            if self._names[name]:
                break
        else:
            return
        for depth, element in enumerate(reversed(self._stack), 1):
            if element.name in names:
                yield from self._pop_through(depth, names)
                return
            if element.name in stops or element.name in _OUTERMOST:
                return

    def _pop_through(self, depth: int, names: frozenset[str]) -> Iterator[Element]:
        """Close as many elements; those that only format go on afterwards."""
        closed = [self._pop() for _ in range(depth)]
        yield from closed
        if names & BARRIERS:
            return
        for element in reversed(closed[:-1]):
            if element.name in FORMATTING and not element.is_block:
                self.push(self._again(element, closed[-1].start))

    def _again(self, element: Element, start: int) -> Element:
        """Return an element as it goes on here: with what it changes itself."""
        state = self.state
        own = state._replace(
            muted=muted_in(state, element.muted), lang=element.lang or state.lang
        )
        return element._replace(before=state, own=own, start=start)

    def _pop(self) -> Element:
        element = self._stack.pop()
        self._names[element.name] -= 1
        self.state = element.before
        return element


def muted_in(state: State, said: str | None) -> str:
    """Return why the text of an element is not read, of which it has `said` so much."""
    return state.muted if said is None or state.muted == "code" else said


_ITEMS = frozenset({"dd", "dt", "li"})
_SPECIAL = BLOCKS - {"address", "div", "p"}
"""Elements out of which no item of a list ends another one."""

_OUTERMOST = frozenset({"table", "template", "html"})
