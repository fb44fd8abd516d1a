"""What the kinds that read the file itself have in common, and the plainest of them."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mtaudit.kinds.base import DocumentKind, Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Piece, RawSpan, Role, Segment, TextSpan
from mtaudit.text.fences import layout

PROSE, SPANS, FENCES, CODE, ALL = "prose", "spans", "fences", "code", "all"

_FEW = 4

_GROUP = re.compile(r"\\(?:g<(\w+)>|(\d))")


class RawKind(DocumentKind):
    """
    A kind that reads the file as it is spelled, markup included.

    Its gate is asked of the file, not of the segments. A hit lies in a segment
    made for it: the lines around it, verbatim, so that a fix is written
    byte by byte as it stands.
    """

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    @abstractmethod
    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield hits whose spans are offsets into the file."""

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield the hits that do not overlap an earlier one, each in its lines."""
        if self.formats and document.format not in self.formats:
            return
        position = -1
        for hit in sorted(self.faults(document), key=_place):
            if hit.span.start >= position:
                position = max(hit.span.end, hit.span.start + 1)
                yield in_lines(document.raw, hit)


def in_lines(raw: str, hit: Hit) -> tuple[Segment, Hit]:
    """Return a segment of the lines around a hit, and the hit in its offsets."""
    spans = [hit.span, *(span for span, _ in hit.companions)]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    fed = raw.rfind("\n", 0, first) + 1
    start = max(fed, raw.rfind("\r", fed, first) + 1)
    ends = (raw.find("\n", last), len(raw))
    end = next(each for each in ends if each >= 0)
    whole = RawSpan(start, end)
    piece = Piece(0, end - start, start, end)
    segment = Segment(text=whole.of(raw), pieces=(piece,), role=Role.MARKUP)
    moved = tuple((_moved(span, start), text) for span, text in hit.companions)
    return segment, hit._replace(span=_moved(hit.span, start), companions=moved)


def _moved(span: TextSpan, start: int) -> TextSpan:
    return TextSpan(span.start - start, span.end - start)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.span.start, -hit.span.end


@dataclass(frozen=True, eq=False, repr=False)
class RawSubstitution(Wording, RawKind):
    """
    Find patterns in the file as it is spelled, and offer what to write instead.

    In Markdown they are looked for in one sort of place: ``prose``, which is
    all but code; ``spans`` of inline code; ``fences``; ``code``, both; or
    ``all``. What is hidden in prose is U+FFFC to the pattern, and comes back in
    the replacement.
    """

    reads_lines = True

    patterns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    r"""
    Regular expression to its replacements, in which ``\1`` and ``\g<name>``
    stand for groups. A group called ``at`` is what is marked and replaced.
    """

    within: str = PROSE
    """``prose``, ``spans``, ``fences``, ``code`` or ``all``."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("within", self.within, (PROSE, SPANS, FENCES, CODE, ALL))

    def gate(self) -> Gate:
        """Open where what a pattern requires occurs in the file."""
        return gate_for((), self.patterns, ignore_case=self.ignore_case)

    def derived(self) -> dict[str, Any]:
        """Return what patterns need: in a whole file few strings are soon found."""
        derived = super().derived()
        needs = derived.pop("needs", {})
        few = {
            pattern: tuple(each for each in sets if len(each) <= _FEW)
            for pattern, sets in needs.items()
        }
        return {**derived, "needs": few} if needs else derived

    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each match, pattern by pattern."""
        raw = document.raw
        places: Iterable[tuple[str, int, int]] = ()
        for pattern in self.due(self.patterns, raw):
            templates = self.patterns[pattern]
            places = places or [*self._places(document)]
            compiled = self.compiled(pattern)
            for text, start, end in places:
                matches = compiled.finditer(text, start, end)
                for match, span in self.allowed(matches, text):
                    wordings = tuple(_filled(each, match, raw) for each in templates)
                    yield Hit(span, wordings)

    def _places(self, document: Document) -> Iterable[tuple[str, int, int]]:
        """Yield texts of the file's length, and between which offsets to look."""
        raw = document.raw
        if self.within == ALL or document.format != "markdown":
            return [(raw, 0, len(raw))]
        parts = layout(raw)
        if self.within == PROSE:
            return [(parts.prose, parts.front, len(raw))]
        blocks = [each.body for each in parts.fences]
        spans = [] if self.within == FENCES else [*parts.spans]
        code = spans + ([] if self.within == SPANS else blocks)
        return [(raw, start, end) for start, end in code]


def _filled(template: str, match: re.Match[str], raw: str) -> str:
    """Return a replacement, its groups as the file has them."""

    def group(reference: re.Match[str]) -> str:
        name = reference[1] or int(reference[2])
        start, end = match.span(name)
        return raw[start:end] if start >= 0 else ""

    return _GROUP.sub(group, template)
