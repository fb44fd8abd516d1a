"""What every kind is made of: its options as fields, its gate, its check."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from mtaudit.model import Document, Hit, Segment


class Gate(NamedTuple):
    """
    What a text must hold before a rule can find anything in it.

    One of all that is named suffices. A gate must never be shut on a text in
    which the rule has a hit; the engine is tested for that.
    """

    words: Collection[str] = ()
    """Whole words as `text.words.tokens` gives them."""

    parts: Collection[str] = ()
    """Strings that may stand inside words, in a text after `text.words.flatten`."""

    chars: Collection[str] = ()
    """Characters, as they stand in the text."""

    scripts: Collection[str] = ()
    """ISO 15924 codes of scripts of which a letter occurs."""

    phrases: Collection[str] = ()
    """Several words in a row, none cut at the ends, after `text.words.flatten`."""

    exact: Collection[str] = ()
    """Strings in a text after `text.words.spaced`, where upper and lower case count."""

    shapes: Collection[str] = ()
    """Parts of the text's shape, as `text.shapes.shape_of` has it."""

    letters: int = 0
    """How many letters a word must have, if any word so long will do."""

    @property
    def is_open(self) -> bool:
        """Whether nothing is named, so that the rule looks at every text."""
        return not any(self)


Rows = tuple[tuple[str, ...], ...]
"""
What a field of a kind holds if its metadata has ``table``: rows of a TSV.

The metadata names the columns, ``field(metadata={"table": ("source", "target")})``;
a card gives the name of the file beside it; its header must have those columns.
"""

PATTERN_FIELDS = frozenset(
    {"pattern", "patterns", "unless", "when", "then", "given", "lacking", "wanted"}
)
"""Fields of these names hold regular expressions, as values or as keys."""

OPEN = Gate()
"""The gate of a rule that must look at every text."""


class Kind:
    """
    What a rule can do. A frozen dataclass whose fields are a card's options.

    Options are plain data (numbers, words, tuples and mappings of them): they
    travel through the compiled pack. Derive from `SegmentKind` or
    `DocumentKind`, and say `needs_source` where there is nothing to do without
    the original.
    """

    needs_source = False
    needs_file = False
    """Whether the original must be a file of its own, its blocks aligned."""

    @property
    def without_exceptions(self) -> "Kind":
        """The kind as it looks at originals: what they have is theirs."""
        return self

    def gate(self) -> Gate:
        """Return what a text must hold before this can find anything."""
        return OPEN

    def derived(self) -> dict[str, Any]:
        """
        Return options that follow from the others, found out as a pack is compiled.

        Their fields have the metadata ``derived``: a card does not give them, and
        without them a kind finds the same, if more slowly.
        """
        return {}


class SegmentKind(Kind, ABC):
    """A kind that needs to see one segment at a time."""

    @abstractmethod
    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield the hits of one segment, in any order."""


class DocumentKind(Kind, ABC):
    """A kind that needs to see the document as a whole."""

    @abstractmethod
    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the hits of a document, each with the segment it lies in."""
