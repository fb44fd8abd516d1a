"""suppression: a fault of one of our own comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.base import DocumentKind
from mtaudit.model import Document, Hit, Segment

FAULTS = frozenset({"malformed", "unknown-rule", "expired", "unused", "unreasoned"})


@dataclass(frozen=True, eq=False, repr=False)
class Suppression(DocumentKind):
    """
    Stand for the faults of suppression comments.

    The engine finds them, since only it knows what was suppressed; the card
    says how serious they are, and turns them on and off.
    """

    fault: str
    """``malformed``, ``unknown-rule``, ``expired``, ``unused``, ``unreasoned``."""

    def __post_init__(self) -> None:
        if self.fault not in FAULTS:
            raise ValueError(f"“{self.fault}” is none of {', '.join(sorted(FAULTS))}")

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:  # noqa: ARG002 -- see the class
        """Yield nothing: see the class."""
        yield from ()
