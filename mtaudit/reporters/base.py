"""What every reporter is: a function from a report to pieces of text."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from mtaudit.model import Report


class Look(NamedTuple):
    """How a person will see it. Machine formats do not care."""

    color: bool = False
    """Whether ANSI colours may be used."""

    width: int = 80
    """Of the terminal, in cells."""

    unsafe_fixes: bool = False
    """Whether unsafe fixes count as available, as ``--unsafe-fixes`` says."""

    show_fixes: bool = False

    quiet: bool = False
    """Whether the findings stand alone, without the closing summary."""

    room: int = 65_536
    """How many bytes a report in Markdown may have: a comment on GitHub has these."""

    whole: str | None = None
    """The address of the whole report, for one that is cut."""


Render = Callable[[Report, Look], Iterator[str]]
"""
Yields the output piece by piece, ending in a newline unless it is empty.

A piece of what people read is made of whole lines.
"""
