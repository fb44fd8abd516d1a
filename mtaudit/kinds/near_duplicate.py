"""near-duplicate: a paragraph that is there twice, or nearly."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.matching import Wording
from mtaudit.model import OPAQUE, Document, Hit, Role, Segment, TextSpan
from mtaudit.text.scripts import WITHOUT_WORD_ENDS, script_of
from mtaudit.text.words import count_words, fold

_GRAM = 4
"""Words of a shingle; two texts that are nearly the same share many."""

_COMMON = 12
"""A shingle in more blocks than this tells nothing: it is the page's own phrase."""

_PROSE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.CAPTION})


class _Block(NamedTuple):
    """A block as it is compared."""

    segment: Segment
    place: int
    """Among the segments of the document."""

    normal: str
    shingles: frozenset[str]


@dataclass(frozen=True, eq=False, repr=False)
class NearDuplicate(Wording, DocumentKind):
    """
    Find blocks that say again what one before them says.

    Only blocks that share shingles of four words are compared, so that the work
    grows with the length of the document and not with its square. Numbers and
    code that differ make two blocks different. With `adjacent`, only the block
    just before counts.
    """

    least: int = 12
    """Blocks of fewer words are passed over; of Han and kana, two make a word."""

    alike: float = 95.0
    """How much of the letters two blocks share, in per cent; 100 is equality."""

    adjacent: bool = False
    """Whether only neighbours are compared."""

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each block that repeats an earlier one, whole."""
        blocks = [*self._blocks(document)]
        pairs = _neighbours(blocks) if self.adjacent else _candidates(blocks)
        found: dict[int, tuple[Segment, Hit]] = {}
        for first, second in pairs:
            if second in found or not self._is_alike(blocks[first], blocks[second]):
                continue
            text = blocks[second].segment.text.strip()
            start = blocks[second].segment.text.index(text)
            hit = Hit(TextSpan(start, start + len(text)))
            found[second] = (blocks[second].segment, hit)
        yield from (found[index] for index in sorted(found))

    def _blocks(self, document: Document) -> Iterator[_Block]:
        """Yield the blocks that are long enough to be compared."""
        for place, segment in enumerate(document.segments):
            text = segment.text
            is_prose = segment.role in _PROSE and self.concerns(segment)
            if is_prose and count_words(text) >= self.least and not self._has(text):
                yield _block(segment, place, document.raw)

    def _has(self, text: str) -> bool:
        """Whether an exception occurs in a text."""
        return next(self._excepted(text), None) is not None

    def _is_alike(self, first: _Block, second: _Block) -> bool:
        """Whether two blocks are the same but for a few letters."""
        if first.normal == second.normal:
            return True
        if self.alike >= 100 or _figures(first) != _figures(second):  # noqa: PLR2004 -- per cent
            return False
        from rapidfuzz import fuzz

        return fuzz.ratio(first.normal, second.normal) >= self.alike


def _neighbours(blocks: list[_Block]) -> Iterator[tuple[int, int]]:
    """Yield the pairs with nothing between them that share half of their shingles."""
    for index, (first, second) in enumerate(pairwise(blocks)):
        shared = len(first.shingles & second.shingles)
        is_like = shared * 2 > len(second.shingles) or first.normal == second.normal
        if is_like and first.place + 1 == second.place:
            yield index, index + 1


def _candidates(blocks: list[_Block]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share half of their shingles."""
    holders: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        shared: Counter[int] = Counter()
        for shingle in block.shingles:
            known = holders.setdefault(shingle, [])
            if len(known) < _COMMON:
                shared.update(known)
                known.append(index)
        need = len(block.shingles) // 2
        yield from ((other, index) for other, n in sorted(shared.items()) if n > need)


def _block(segment: Segment, place: int, raw: str) -> _Block:
    text = segment.text
    if OPAQUE in text:  # code that differs makes two blocks different
        text = segment.to_raw(TextSpan(0, len(text))).of(raw)
    normal = " ".join(fold(text).split())
    words = _units(normal)
    grams = (" ".join(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1))
    return _Block(segment, place, normal, frozenset(grams))


def _units(normal: str) -> list[str]:
    """Return the words of a text, or its characters where words are not parted."""
    if normal.isascii() or not any(map(_is_wide, set(normal))):
        return normal.split()
    letters = [char for char in normal if char.isalpha()]
    if sum(map(_is_wide, letters)) * 2 > len(letters):
        return [char for char in normal if not char.isspace()]
    return normal.split()


def _is_wide(char: str) -> bool:
    """Whether a letter is of a script that does not part words."""
    return script_of(char) in WITHOUT_WORD_ENDS


def _figures(block: _Block) -> list[str]:
    """Return what must not differ."""
    return sorted(filter(str.isdigit, block.normal))
