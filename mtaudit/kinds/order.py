"""order: placeholders that have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.ledger import items_of_original, items_of_translation
from mtaudit.kinds.raw import in_lines
from mtaudit.kinds.units import JOINT, of_last_document, units_of
from mtaudit.model import OPAQUE, Applicability, Document, Hit, Segment, TextSpan
from mtaudit.text.carried import SORTS, signs_of
from mtaudit.text.items import Item

_UNNAMED = re.compile(r"%[-+#0]*+\d*+(?:\.(?:\d++|\*))?[hlLqjzt]*[@a-zA-Z]")
"""What stands for an argument by its place among the others."""

_NAMED = re.compile(r"[({]\s*+[^\W\d]")

_LEFT = re.compile(
    r"(?:(?P<quote>[\"'`“”„«»‘’‚‹›「『])|(?P<sign>[(（\[［])|<(?P<tag>\w++)[^<>]*+>)\Z"
)
_RIGHT = re.compile(
    r"(?P<quote>[\"'`“”„«»‘’‚‹›」』])|(?P<sign>[)）\]］])|</(?P<tag>\w+)>"
)
"""Marks that stand around one thing, on either side; a tag goes with its own."""

_WORD = re.compile(r"[^\W\d_]+\s*\Z")
_LEAST_LETTERS, _ALIKE = 4, 60
"""From so many letters on words may be cognates, if they share so many per cent."""

_KEPT = 4096
"""Placeholders of which is kept how they are filled in."""

_BARE = ""
"""The sort of marks around what has none."""

_Places = tuple[int, int]


@dataclass(frozen=True, eq=False, repr=False)
class Order(DocumentKind):
    """
    Find `items` of a unit that stand in another order than in its source.

    Each must occur once on either side. The first that is out of its place is
    marked; the fix lets the two change places. What has a name, and around it the
    marks of the source or before it its word, was moved with them, and is no
    fault. The message may name
    what the original has there, {lost}. With `enclosed`, order makes no difference:
    two were exchanged if each has the marks around it that the other one has in
    the source, or none.
    """

    needs_source = True

    items: str = "placeholders"
    """What is compared: a word that ``parity`` knows."""

    by_position: bool = False
    """Only placeholders of printf that are filled in by their order, or only others."""

    named: bool = False
    """Only placeholders with a name: numbers are there so that order may change."""

    enclosed: bool = False
    """Only what quotation marks, brackets or tags show to have been exchanged."""

    def __post_init__(self) -> None:
        require_one_of("items", self.items, SORTS)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each unit in which the order is another."""
        memory = _with_several(document)
        if self.items not in memory:
            memory[self.items] = [*_several(document, self.items)]
        for segment, source in memory[self.items]:
            original = _original(self, source, document.format)
            hit = self._hit(document, segment, original) if original else None
            if hit is not None:
                yield in_lines(document.raw, hit)

    def compared(self, items: Iterable[Item]) -> list[Item]:
        """Return the items whose order is compared."""
        return [
            item
            for item in items
            if _is_unnamed(item.keys[0]) == self.by_position
            and (not self.named or _NAMED.search(item.keys[0]))
        ]

    def _hit(
        self, document: Document, segment: Segment, original: _Original
    ) -> Hit | None:
        """Return a hit in offsets of the file."""
        raw, spelled = document.raw, segment.spelled(document.raw)
        found = items_of_translation(self.items, spelled, document.format)
        translation = _Side(spelled, self.compared(found))
        if sorted(translation.keys) != sorted(original.side.keys):
            return None
        pair = self._pair(original, translation)
        if pair is None:
            return None
        start = (segment.extent or segment.pieces[0].raw).start
        spans = (translation.items[place].span for place in pair)
        one, two = (TextSpan(start + each.start, start + each.end) for each in spans)
        return Hit(
            one,
            (two.of(raw),),
            slots=(("lost", two.of(raw)),),
            companions=((two, one.of(raw)),),
            limit=Applicability.UNSAFE,
        )

    def _pair(self, original: _Original, translation: _Side) -> _Places | None:
        """Return the places of two that were exchanged."""
        keys = translation.keys
        pair = _out_of_place(original.side.keys, keys)
        if self.by_position or not (pair or self.enclosed):
            return pair
        wanted, found = original.marks, _marks(*translation)
        if self.enclosed:
            return _exchanged(wanted, found)
        moved = [keys[n] for n in pair or ()]
        has_marks = any(wanted[key] == found[key] != _BARE for key in moved)
        has_words = _have_words(original.side, translation, moved)
        return None if has_marks or has_words else pair


class _Side(NamedTuple):
    """A text and what in it is to be in order."""

    text: str
    items: Sequence[Item]

    @property
    def keys(self) -> list[str]:
        """What the items are known by."""
        return [item.keys[0] for item in self.items]


class _Original(NamedTuple):
    """What translations are compared with."""

    side: _Side
    marks: Mapping[str, str]


@lru_cache(maxsize=_KEPT)
def _original(order: Order, source: str, format_name: str) -> _Original | None:
    """Return an original; None if nothing of it can be out of place."""
    items = order.compared(items_of_original(order.items, source, format_name))
    side = _Side(source, items)
    keys = side.keys
    if len(keys) < 2 or OPAQUE in keys:  # noqa: PLR2004 -- of two, one can be first
        return None
    if len(set(keys)) < len(keys) and not order.by_position:
        return None
    marks = _marks(*side)
    if order.enclosed and not order.by_position and len(set(marks.values())) == 1:
        return None
    return _Original(side, marks)


@lru_cache(maxsize=_KEPT)
def _is_unnamed(key: str) -> bool:
    """Whether a placeholder is filled in by its place among the others."""
    return _UNNAMED.fullmatch(key) is not None


@of_last_document
def _with_several(_document: Document) -> dict[str, list[tuple[Segment, str]]]:
    """Return what `_several` gives of a document by sorts of items, as it is asked."""
    return {}


def _several(document: Document, sort: str) -> Iterator[tuple[Segment, str]]:
    """Yield the units whose originals have more than one item, and the originals."""
    for unit in units_of(document).holding(signs_of(sort), in_source=True):
        segment = unit.segment
        source = segment.source_raw or segment.source or ""
        if len(items_of_original(sort, source, document.format)) > 1:
            yield segment, source


def _out_of_place(wanted: Sequence[str], found: Sequence[str]) -> _Places | None:
    """Return the first place where another stands, and the one of that other."""
    places = zip(wanted, found, strict=True)
    first = next((n for n, (one, other) in enumerate(places) if one != other), None)
    return None if first is None else (first, found.index(wanted[first], first))


def _have_words(original: _Side, translation: _Side, keys: Sequence[str]) -> bool:
    """Whether before one of two is the word of the source, and not before both."""
    from rapidfuzz import fuzz

    before, after = _words(original), _words(translation)
    return len({before[key] for key in keys}) > 1 and any(
        before[key]
        and (
            before[key] == after[key]
            or (
                min(len(before[key]), len(after[key])) >= _LEAST_LETTERS
                and fuzz.ratio(before[key], after[key]) >= _ALIKE
            )
        )
        for key in keys
    )


def _words(side: _Side) -> dict[str, str]:
    """Return the word right before each item, in small letters, by its key."""
    found = {}
    done = 0
    for item in side.items:
        word = _WORD.search(JOINT.sub("", side.text[done : item.span.start]))
        found[item.keys[0]] = word[0].strip().casefold() if word else ""
        done = item.span.end
    return found


def _exchanged(wanted: Mapping[str, str], found: Mapping[str, str]) -> _Places | None:
    """Return the places of two that have each other's marks, of their own none."""
    keys = [*found]
    for one, other in combinations(keys, 2):
        ours = wanted[one], wanted[other]
        if ours[0] != ours[1] and ours == (found[other], found[one]):
            return keys.index(one), keys.index(other)
    return None


def _marks(text: str, items: Sequence[Item]) -> dict[str, str]:
    """Return what each item is enclosed in, by its key, in the order of the text."""
    ends = [0, *(item.span.end for item in items)]
    starts = [*(item.span.start for item in items), len(text)]
    return {
        item.keys[0]: _enclosing(
            JOINT.sub("", text[ends[place] : item.span.start]),
            JOINT.sub("", text[item.span.end : starts[place + 1]]),
        )
        for place, item in enumerate(items)
    }


def _enclosing(before: str, after: str) -> str:
    """Return the sort of marks that end one text and begin the other, if they do."""
    left = _LEFT.search(before.rstrip().removesuffix("\\"))
    right = _RIGHT.match(after.lstrip().removeprefix("\\"))
    if not (left and right and left.lastgroup == right.lastgroup):
        return _BARE
    name = (left["tag"] or "").casefold()
    return (
        f"{left.lastgroup} {name}" if name == (right["tag"] or "").casefold() else _BARE
    )
