"""edge-wording: what may not open a text, or close it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording, named_groups
from mtaudit.model import Document, Hit, Role, Segment

START, END, BOTH = "start", "end", "both"


@dataclass(frozen=True, eq=False, repr=False)
class EdgeWording(Wording, DocumentKind):
    """
    Find phrases and patterns in the first or the last blocks of a document.

    What a reply opens or closes with is found there and nowhere else: in the
    middle, the same words are part of the text. Front matter is no block here,
    and a document of one block has only an opening.
    """

    edge: str = BOTH
    """``start``, ``end`` or ``both``."""

    blocks: int = 2
    """How many blocks make an edge."""

    phrases: tuple[str, ...] = ()
    """Whole words; a space matches any white space."""

    patterns: tuple[str, ...] = ()
    """Regular expressions; ``^`` and ``$`` match at line breaks."""

    def __post_init__(self) -> None:
        require_one_of("edge", self.edge, (START, END, BOTH))

    def gate(self) -> Gate:
        """Open where a phrase or what a pattern requires occurs."""
        return gate_for(self.phrases, self.patterns)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each match at an edge; the fix deletes it."""
        for segment in self._edges(document):
            text = self.read(segment.text)
            for pattern in self._patterns:
                for match, span in self.allowed(pattern.finditer(text), text):
                    yield segment, Hit(span, ("",), named_groups(match))

    def _edges(self, document: Document) -> Iterator[Segment]:
        """Yield the blocks at the edges, each once."""
        blocks = [
            each
            for each in document.segments
            if each.role is not Role.FRONT_MATTER and self.concerns(each)
        ]
        first = self.blocks if self.edge != END else 0
        last = len(blocks) - self.blocks if self.edge != START else len(blocks)
        for index, block in enumerate(blocks):
            if index < first or (index >= last and index > 0):
                yield block

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return self.all_of(self.phrases, self.patterns)
