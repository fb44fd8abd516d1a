"""From which language into which each segment of a document was translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.model import Document, Segment
from mtaudit.text.language import of_originals

_UNKNOWN = "und"


class Direction(NamedTuple):
    """What a segment was translated from, and the languages of both."""

    original: str
    source: str
    target: str
    """BCP 47 tags; ``und`` where nothing says which."""


def directions(
    document: Document, among: Iterable[Segment] | None = None
) -> Iterator[tuple[Segment, Direction]]:
    """
    Yield the segments that have an original and a text, each with its direction.

    Only those `among` some segments of the document, if they are given.
    """
    source = target = ""
    for segment in document.segments if among is None else among:
        if not segment.source or not segment.text.strip():
            continue
        source = source or document.languages.source or _language_of_originals(document)
        target = target or document.languages.target or _UNKNOWN
        yield segment, Direction(segment.source, source, segment.lang or target)


def _language_of_originals(document: Document) -> str:
    """Return the language that the originals are in, if they show it."""
    found = of_originals(each.source for each in document.segments if each.source)
    return found.tag if found else _UNKNOWN
