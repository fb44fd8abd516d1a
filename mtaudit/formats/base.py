"""What every format is: a way from raw text to segments, and back for a string."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from mtaudit.model import Document


class FormatOptions(NamedTuple):
    """What a reader may be told by the configuration."""

    front_matter: Sequence[str] = ("title", "description", "summary", "subtitle")
    """Keys of YAML or TOML front matter whose strings are prose."""

    strings: Sequence[str] = ()
    """Keys, paths of keys, or columns that hold prose; none leaves it to the format."""

    original: str | None = None
    """The key or column that holds the same text in the source language."""

    named: bool = True
    """Whether somebody said that this file is text; else it must say so itself."""


class Format(Protocol):
    """
    A file format. A module of this room has these names.

    `parse` raises nothing but `ParseError`, on any string.
    """

    NAME: str
    """As in reports and in ``[formats]``, e.g. ``markdown``."""

    SUFFIXES: tuple[str, ...]
    """File name endings in lower case, with the dot."""

    def parse(self, raw: str, path: str, options: FormatOptions) -> Document:
        """Return the segments of a file, sorted by place, and its comments."""

    escape: Callable[..., str | None]
    """
    A function of text that returns it as a verbatim piece must spell it.

    None where that cannot be done. A format with segments that are spelled in
    ways of their own takes `Segment.spelling` as a second argument.
    """


def fits(form: Format, text: str, spelling: str) -> bool:
    """
    Whether a segment so spelled may have `text` as a whole.

    A format whose escapes do not guarantee it has a function of this name:
    in YAML without quotes a colon is text or not by what follows it.
    """
    check = getattr(form, "fits", None)
    return check is None or check(text, spelling)
