"""parity: a link, a placeholder, a number that the original does not have, or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.ledger import Difference, differences
from mtaudit.kinds.raw import in_lines
from mtaudit.model import OPAQUE, Applicability, Document, Hit, Segment, TextSpan
from mtaudit.text.carried import SORTS

_NUMBERED = re.compile(r"%\d+\$")
_NAMED = 5
"""So many different ones of what was lost a message names."""

_ONE = {"branches": "branch", "emoji": "emoji", "code": "code"}
_COPIED = frozenset({"placeholders", "branches", "tags"})
"""Sorts that only a program reads: it knows the original's and no other."""


@dataclass(frozen=True, eq=False, repr=False)
class Parity(DocumentKind):
    """
    Find `items` of a unit that differ from those of its source.

    What the source does not have is marked where it stands. What it has and
    the unit lacks has no place of its own: if nothing was added either, the
    whole unit is marked. Order makes no difference; copies are counted. Where
    the original is a file of its own, what has only moved to another unit is
    not lost. The message may name the sort of {item}, what was {lost}, what was
    {added}, and say it all in {words}.
    """

    needs_source = True

    items: tuple[str, ...] = ("numbers",)
    """
    ``numbers``, ``placeholders``, ``branches`` of ICU, ``links``, ``images``,
    ``emails``, ``tags``, ``code``, ``mentions``, ``hashtags``, ``emoji``.
    """

    formats: tuple[str, ...] = ()
    """Formats whose files are looked at; none means all."""

    additions: bool = True
    """Whether to find what was added though nothing is lost."""

    exchanges: bool = True
    """Whether to find what stands for another, if as many were added as lost."""

    def __post_init__(self) -> None:
        for item in self.items:
            require_one_of("items", item, SORTS)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each item added, else one for the items lost."""
        if self.formats and document.format not in self.formats:
            return
        for sort in self.items:
            found = differences(document, sort, additions=self.additions)
            for difference in map(self._counted, found):
                if difference.lost or difference.added:
                    yield from _hits(document, sort, difference)

    def _counted(self, difference: Difference) -> Difference:
        """Return what of a difference is to be found."""
        lost, added = difference.lost, difference.added
        if not self.additions and len(added) > len(lost):
            # More than stands for what was lost.
            return difference._replace(added=())
        if lost and not self.exchanges:
            # Which of the added stands for which of the lost, nothing tells.
            left = lost if len(added) < len(lost) else ()
            return difference._replace(lost=left, added=())
        return difference


def _hits(
    document: Document, sort: str, difference: Difference
) -> Iterator[tuple[Segment, Hit]]:
    """Yield the hits for what differs in one unit."""
    lost, added = difference.lost, difference.added
    for start, end in added:
        written = document.raw[start:end]
        is_one = len(lost) == len(added) == 1 and _may_replace(lost[0], written)
        fixes = tuple(lost) if is_one else ()
        slots = _slots(sort, lost, written)
        limit = _limit(sort, lost[0], written) if fixes else Applicability.MANUAL
        hit = Hit(TextSpan(start, end), fixes, slots, limit=limit)
        yield in_lines(document.raw, hit)
    if lost and not added:
        segment = difference.segment
        text = segment.text.strip()
        start = segment.text.index(text)
        span = TextSpan(start, start + len(text))
        yield segment, Hit(span, slots=_slots(sort, lost, ""))


def _may_replace(lost: str, written: str) -> bool:
    """Whether both have a number or neither: ``%s`` cannot stand beside ``%2$s``."""
    return bool(_NUMBERED.match(lost)) == bool(_NUMBERED.match(written))


def _limit(sort: str, lost: str, written: str) -> Applicability:
    """Return how freely what the original has may be put back."""
    if sort in _COPIED or _squashed(lost) == _squashed(written):
        return Applicability.SAFE
    return Applicability.MANUAL if sort == "numbers" else Applicability.UNSAFE


def _squashed(text: str) -> str:
    """Return a text without what an engine adds to code: spaces, capitals."""
    return "".join(text.split()).casefold()


def _slots(sort: str, lost: Sequence[str], added: str) -> tuple[tuple[str, str], ...]:
    """Return what the message may name."""
    names = [name.replace(OPAQUE, "…") for name in dict.fromkeys(lost)]
    shown = ", ".join(names if len(names) <= _NAMED else [*names[:_NAMED], "…"])
    quoted = f"“{shown}”"
    if lost and added:
        words = f"“{added}” stands for {quoted}"
    else:
        words = f"{quoted} is missing" if lost else f"“{added}” is not in the original"
    item = _ONE.get(sort, sort.removesuffix("s"))
    return ("item", item), ("lost", shown), ("added", added), ("words", words)
