"""What front matter holds: strings under keys."""

from typing import NamedTuple

from mtaudit.formats.pieces import Part
from mtaudit.model import Comment, Segment


class Entry(NamedTuple):
    """A key and the string under it."""

    key: str
    parts: tuple[Part, ...]
    is_outermost: bool
    is_text: bool = True
    """Whether the language has a string there: no number, date or truth value."""

    spelling: str = ""
    """A word of `mtaudit.formats.spelling`."""

    @property
    def text(self) -> str:
        """The string itself."""
        return "".join(part.text for part in self.parts)


class FrontMatter(NamedTuple):
    """What the head of a file holds."""

    end: int = 0
    """Where the body begins."""

    segments: tuple[Segment, ...] = ()
    comments: tuple[Comment, ...] = ()
    lang: str | None = None
