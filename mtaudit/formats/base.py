"""What every format is: a way from raw text to segments, and back for a string."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from mtaudit.model import Document


class FormatOptions(NamedTuple):
    """What a reader may be told by the configuration."""

    front_matter: Sequence[str] = ("title", "description", "summary", "subtitle")
    """Keys of YAML or TOML front matter whose strings are prose."""


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

    def escape(self, text: str) -> str:
        """Return `text` as the file must spell it inside a verbatim piece."""
