"""What the kinds that look at a file beside its original have in common."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.raw import in_lines
from mtaudit.model import (
    OPAQUE,
    Document,
    Hit,
    Pair,
    Pairing,
    Segment,
    TextSpan,
)
from mtaudit.text.landmarks import length_of

_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = 60
"""Code points of what is missing that a message quotes."""


class BesideKind(DocumentKind):
    """A kind that compares a document with its original, a file of its own."""

    needs_source = True
    needs_file = True

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield what is wrong; nothing where there is no original."""
        if document.pairing is not None:
            yield from self.compare(document, document.pairing)

    @abstractmethod
    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield what is wrong with a document beside its original."""


def runs(
    pairs: Sequence[Pair],
) -> Iterator[tuple[list[Pair], Pair | None, Pair | None]]:
    """Yield the gaps that stand together, and the pairs before and after them."""
    before: Pair | None = None
    gaps: list[Pair] = []
    for pair in pairs:
        if not (pair.sources and pair.targets):
            gaps.append(pair)
            continue
        if gaps:
            yield gaps, before, pair
        before, gaps = pair, []
    if gaps:
        yield gaps, before, None


def letters(text: str) -> int:
    """Return how many letters a text has; an ideograph or a syllable is two."""
    return length_of("".join(_LETTER.findall(text)))


def quoted(segments: Sequence[Segment]) -> str:
    """Return the beginning of the first text, on one line, to be quoted."""
    text = " ".join(segments[0].text.replace(OPAQUE, "…").split())
    is_whole = len(segments) == 1 and len(text) <= _QUOTED
    return text if is_whole else f"{text[:_QUOTED].rstrip('….,;: ')}…"


def first_word(document: Document) -> tuple[Segment, TextSpan]:
    """Return a segment and the first word in it; of an empty file, its beginning."""
    for segment in document.segments:
        word = _WORD.search(segment.text)
        if word:
            return segment, TextSpan(*word.span())
    segment, hit = in_lines(document.raw, Hit(TextSpan(0, 0)))
    return segment, hit.span


def last_word(segment: Segment) -> TextSpan:
    """Return the last word of a segment."""
    words = [*_WORD.finditer(segment.text)]
    return TextSpan(*words[-1].span()) if words else TextSpan(0, len(segment.text))
