"""blocks: blocks of the original that are missing, added, repeated or moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.beside import (
    BesideKind,
    first_word,
    last_word,
    letters,
    quoted,
    runs,
)
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.files import fault_of
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Pair, Pairing, Role, Segment, TextSpan
from mtaudit.text.data_keys import dotted, is_note, key_paths
from mtaudit.text.landmarks import length_of
from mtaudit.text.rising import rising
from mtaudit.text.tooltips import is_tooltip

MISSING, ADDED, REPEATED, MOVED = "missing", "added", "repeated", "moved"
_REPORTS = (MISSING, ADDED, REPEATED, MOVED)

_PROSE = (
    Role.TITLE,
    Role.HEADING,
    Role.PARAGRAPH,
    Role.LIST_ITEM,
    Role.CELL,
    Role.CAPTION,
    Role.QUOTE,
)

_INSTEAD = 0.5
"""The share of a gap that, standing on its other side, may be the same said anew."""

_RUNS, _MANY = 3, 10
"""In so many places so many blocks must be missing for a text to be sorted anew."""

_SLACK = 1.25
"""How many times as long as expected a translation often is."""

_ALIKE = 95.0
"""The common letters, in per cent, from which one block repeats another."""

_FORMS = ("zero", "one", "two", "few", "many", "other")
_FORM = re.compile(rf"(?P<of>.+[._])(?:{'|'.join(_FORMS)})")
"""The key of a form of a plural; which forms there are, each language says."""

_NAMED = 4
"""Keys of texts that a message names, at most."""

_SURE = 0.9
"""The confidence of a pair from which a block is known to have been moved."""


_Place = tuple[Sequence[Pair], Sequence[Pair | None]]
"""Gaps that stand together, and the pairs around them."""


@dataclass(frozen=True, eq=False, repr=False)
class Blocks(Wording, BesideKind):
    """
    Find blocks that a translation lacks, adds, repeats or moves.

    Blocks that are missing are reported where they should stand, at the end of
    the block before, and those that stand together in one go. What was said
    anew, so that about as much stands there, is neither missing nor added, and
    neither is what a neighbour has taken in. Nothing is missing where much stands
    in another order, as in a glossary, and nothing is said of the blocks of files
    that are no pair. In JSON and TOML a text is missing, short as it may be, if its
    key is. The message may say how {many} blocks of the original are missing, and
    quote the beginning of what is {lost} or {added}; of texts with keys it names these.
    """

    report: str = MISSING
    """``missing``, ``added``, ``repeated`` or ``moved``."""

    least: int = 20
    """Letters that there must be, all blocks that stand together taken."""

    roles: tuple[str, ...] = _PROSE
    """Roles of the blocks to look at."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, _REPORTS)

    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each stretch of blocks, where blocks can be compared."""
        if not pairing.is_sure or fault_of(document):
            return
        sides = _Sides(document, pairing)
        if self.report == MOVED:
            yield from _moved(sides)
            return
        if self.report == MISSING and sides.is_sorted_anew:
            return
        for gaps, *around in runs(pairing.pairs):
            if self.report == MISSING:
                yield from self._missing(sides, gaps, around)
            else:
                yield from self._added(sides, gaps)

    def _counts(self, segment: Segment, raw: str) -> bool:
        """Whether a block is one to look at, and no exception occurs in it."""
        if not self.concerns(segment) or is_tooltip(segment, raw):
            return False
        text = self.read(segment.text)
        patterns = self.due(self.unless, text)
        return not any(self.compiled(each).search(text) for each in patterns)

    def _missing(
        self, sides: _Sides, gaps: Sequence[Pair], around: Sequence[Pair | None]
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield what of the original is missing in one place."""
        raw = sides.original.raw
        lost = [each for each in sides.sources(gaps) if self._counts(each, raw)]
        if sides.keys is not None:
            lost = [each for each in lost if sides.lacks_key(each)]
        elif not self._is_gone(sides, lost, (gaps, around)):
            lost = []
        place = sides.beside_gap(*around) if lost else None
        if place is not None:
            segment, span = place
            yield segment, Hit(span, slots=_told(lost, by_key=sides.pairing.by_key))

    def _is_gone(self, sides: _Sides, lost: Sequence[Segment], place: _Place) -> bool:
        """Whether what is lost is long enough, and is not said another way."""
        gaps, around = place
        if sum(letters(each.text) for each in lost) < self.least:
            return False
        taken_in = sum(sides.excess(pair) for pair in around if pair)
        return sides.length(gaps) + taken_in <= _INSTEAD * sides.expected(lost)

    def _added(
        self, sides: _Sides, gaps: Sequence[Pair]
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield what the original does not have in one place."""
        raw = sides.document.raw
        added = [each for each in sides.targets(gaps) if self._counts(each, raw)]
        again = [each for each in added if sides.repeats(each)]
        if self.report == REPEATED:
            for each in again:
                if letters(each.text) >= self.least and each.role is not Role.CELL:
                    yield each, Hit(TextSpan(0, len(each.text)))
            return
        added = [each for each in added if each not in again]
        if sum(letters(each.text) for each in added) < self.least:
            return
        size = sum(length_of(each.text) for each in added)
        if sides.expected(sides.sources(gaps)) > _INSTEAD * size:
            return
        slots = ("many", _counted(len(added))), ("added", quoted(added))
        yield added[0], Hit(TextSpan(0, len(added[0].text)), slots=slots)


class _Sides:
    """The blocks of a translation and of its original, and how long they should be."""

    def __init__(self, document: Document, pairing: Pairing) -> None:
        self.document = document
        self.pairing = pairing
        self.original = pairing.original
        self.pairs = [each for each in pairing.pairs if each.sources and each.targets]
        ours = sum(length_of(each.text) for each in self.sources(self.pairs))
        theirs = self.length(self.pairs)
        self._ratio = theirs / ours if ours else 1.0

    def sources(self, pairs: Sequence[Pair]) -> list[Segment]:
        """Return the blocks of the original."""
        return [self.original.segments[i] for each in pairs for i in each.sources]

    def targets(self, pairs: Sequence[Pair]) -> list[Segment]:
        """Return the blocks of the translation."""
        return [self.document.segments[j] for each in pairs for j in each.targets]

    def length(self, pairs: Sequence[Pair]) -> int:
        """Return how long the blocks of the translation are."""
        return sum(length_of(each.text) for each in self.targets(pairs))

    def expected(self, segments: Sequence[Segment]) -> float:
        """Return how long the translation of blocks should be."""
        return self._ratio * sum(length_of(each.text) for each in segments)

    def excess(self, pair: Pair) -> float:
        """Return how much longer a translation is than it may be, at least 0."""
        expected = self.expected(self.sources([pair]))
        return max(0.0, self.length([pair]) - _SLACK * expected)

    def beside_gap(
        self, before: Pair | None, after: Pair | None
    ) -> tuple[Segment, TextSpan] | None:
        """Return the word before a gap, else the one after it; None if none is."""
        segments = self.document.segments
        if before is not None:
            segment = segments[before.targets[-1]]
            return segment, last_word(segment)
        if after is not None:
            following = segments[after.targets[0]]
            return first_word(self.document._replace(segments=(following,)))
        return None

    def repeats(self, segment: Segment) -> bool:
        """Whether a block that was added says what one with an original says."""
        from rapidfuzz import fuzz

        text = " ".join(segment.text.split())
        return any(
            _figures(text) == _figures(said)
            for said in self._said
            if abs(len(said) - len(text)) * 10 <= len(text)
            and fuzz.ratio(text, said, score_cutoff=_ALIKE)
        )

    @cached_property
    def is_sorted_anew(self) -> bool:
        """Whether much of the translation is there, and in another order."""
        found = [gaps for gaps, *_ in runs(self.pairing.pairs)]
        gaps = [gap for run in found for gap in run]
        lost = self.sources(gaps)
        if len(found) < _RUNS or len(lost) < _MANY:
            return False
        return self.length(gaps) >= _INSTEAD * self.expected(lost)

    @cached_property
    def keys(self) -> frozenset[str] | None:
        """The keys of the translation, if it is known what has keys there."""
        paths = key_paths(self.document.raw, self.document.format)
        return None if paths is None else frozenset(map(dotted, paths))

    def lacks_key(self, segment: Segment) -> bool:
        """Whether the key of a text is none of the translation, nor a like form."""
        keys, key = self.keys or frozenset(), segment.unit_id or ""
        form = _FORM.fullmatch(key)
        return (
            key not in keys
            and not is_note(key, keys)
            and not (form and any(f"{form['of']}{name}" in keys for name in _FORMS))
        )

    @cached_property
    def _said(self) -> list[str]:
        """The blocks with an original, their white space collapsed."""
        return [" ".join(each.text.split()) for each in self.targets(self.pairs)]


def _figures(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]


def _moved(sides: _Sides) -> Iterator[tuple[Segment, Hit]]:
    """Yield the blocks that stand elsewhere than in the original."""
    places = [(pair.targets[0], pair.sources[0]) for pair in sides.pairs]
    in_order = {*rising(places)}
    for pair, place in zip(sides.pairs, places, strict=True):
        segment = sides.document.segments[place[0]]
        is_keyed = segment.unit_id is not None
        if place not in in_order and pair.confidence >= _SURE and not is_keyed:
            yield segment, Hit(TextSpan(0, len(segment.text)))


def _told(lost: Sequence[Segment], *, by_key: bool) -> tuple[tuple[str, str], ...]:
    """Return what a message may say of blocks that are missing."""
    if not by_key:
        return ("many", _counted(len(lost))), ("lost", quoted(lost))
    keys = [each.unit_id or "" for each in lost]
    named = keys if len(keys) <= _NAMED else [*keys[: _NAMED - 1], "…"]
    return ("many", _counted(len(lost), "text")), ("lost", "”, “".join(named))


def _counted(number: int, noun: str = "block") -> str:
    if number == 1:
        return f"A {noun} of the original is"
    return f"{number:,} {noun}s of the original are"
