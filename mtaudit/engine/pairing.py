"""A document beside its original: which segments say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mtaudit.engine.counterparts import stated
from mtaudit.formats import KEYED
from mtaudit.model import SURE, Document, Pair, Pairing, RawSpan, Segment
from mtaudit.text.align import align, weigh
from mtaudit.text.align_costs import Match
from mtaudit.text.landmarks import (
    Landmark,
    agreement,
    extents,
    landmarks,
    text_landmarks,
)
from mtaudit.text.tooltips import is_tooltip, opens

_DOUBTFUL = 0.5
"""Of a pair less sure than this, the segments are not compared."""

_HELD = 0.3
"""The same of a pair that stands between two sure ones."""

_ALONE = 0.25
"""How much a text without a counterpart speaks against two files being one."""

_PROVEN = 0.97
"""How sure blocks alone can make it; marks tell two pages of one pattern apart."""

_ONE = 0.1
"""What they leave open if they are but one pair; two leave half of it."""

_FOUND = 2
"""How many marks that are missing one that is found makes up for."""

_MOST = 1.25
"""The most that marks speak for it: they do not say which block became which."""

Extents = tuple[Sequence[RawSpan], Sequence[RawSpan]]
"""Where the segments of an original and of its translation stand, markup included."""


def beside(document: Document, original: Document) -> Document:
    """
    Return `document` with its pairing; sure pairs give segments their `source`.

    A document that has originals inside, as a catalogue has, stays as it is.
    """
    if any(segment.source is not None for segment in document.segments):
        return document
    placed = extents(original), extents(document)
    pairing = _paired(document, original, placed)
    segments = document.segments
    if pairing.is_sure:
        segments = tuple(_with_sources(document, pairing, placed))
    return document._replace(pairing=pairing, segments=segments)


def _paired(document: Document, original: Document, placed: Extents) -> Pairing:
    """Return which segments of `original` became which of `document`."""
    groups = stated(original, document)
    if groups is None:
        ours = _in_flow(landmarks(original, placed[0]), original)
        theirs = _in_flow(landmarks(document, placed[1]), document)
        matches = align(ours, theirs)
        pairs = tuple(_pairs(matches, ours, theirs))
    else:
        ours, theirs = text_landmarks(original), text_landmarks(document)
        matches = weigh(ours, theirs, groups)
        pairs = tuple(Pair(each.sources, each.targets) for each in matches)
    alike = _alikeness(matches, ours, theirs)
    if groups is not None:
        alike = (1 + alike) / 2  # half the proof is that the files say it
    alike = min(alike, _PROVEN, 1 - _ONE / max(1, len(pairs)))
    confidence = _weighed(alike, *agreement(ours, theirs))
    by_key = groups is not None and document.format in KEYED
    return Pairing(original, pairs, confidence, by_key=by_key)


def _in_flow(blocks: list[Landmark], document: Document) -> list[Landmark]:
    """
    Return the blocks of a file, tooltips after the text that they are said of.

    Whether a link begins its sentence or ends it is for each language to say.
    """
    segments, raw = document.segments, document.raw
    for place in range(len(blocks) - 2, -1, -1):
        number, after = blocks[place].segment, blocks[place + 1].segment
        if number is None or after is None or not is_tooltip(segments[number], raw):
            continue
        if opens(segments[number], segments[after], raw):
            blocks[place : place + 2] = blocks[place + 1], blocks[place]
    return blocks


def _pairs(
    matches: Iterable[Match], ours: Sequence[Landmark], theirs: Sequence[Landmark]
) -> Iterator[Pair]:
    """Yield the pairs of segments; what stands between segments is left out."""
    for match in matches:
        sources = _segments_of(ours, match.sources)
        targets = _segments_of(theirs, match.targets)
        if sources or targets:
            yield Pair(sources, targets, match.confidence)


def _segments_of(blocks: Sequence[Landmark], places: Iterable[int]) -> tuple[int, ...]:
    numbers = [blocks[place].segment for place in places]
    return tuple([number for number in numbers if number is not None])


def _alikeness(
    matches: Iterable[Match], ours: Sequence[Landmark], theirs: Sequence[Landmark]
) -> float:
    """Return how well the blocks of two files go together, from 0 to 1."""
    sure = whole = 0.0
    for match in matches:
        blocks = [ours[i] for i in match.sources] + [theirs[j] for j in match.targets]
        size = sum([block.length for block in blocks])
        if match.sources and match.targets:
            sure += size * match.confidence
            whole += size
        elif blocks[0].segment is not None:
            whole += size * _ALONE
    return sure / whole if whole else 0.0


def _weighed(alike: float, found: int, missing: int) -> float:
    """
    Return how sure it is that two files are one text, from 0 to 1.

    The odds that blocks give by how well they go together, times those of the
    marks that are found to those that are missing, one of each added (Laplace).
    One is found by chance: the name of what all pages are about.
    """
    odds = (1 + _FOUND * max(0, found - 1)) / (1 + missing)
    speaks_for = alike * min(odds, _MOST)
    return speaks_for / (speaks_for + 1 - alike)


def _is_sound(pairs: Sequence[Pair], number: int) -> bool:
    """
    Whether the segments of a pair may be compared.

    One that is less sure may if its neighbours are sure: of a block in which
    one number changed, nothing but its place may tell what it came from.
    """
    confidence = pairs[number].confidence
    if not _HELD <= confidence < _DOUBTFUL:
        return confidence >= _DOUBTFUL
    around = *pairs[max(number - 1, 0) : number], *pairs[number + 1 : number + 2]
    return all(each.confidence >= SURE for each in around)


def _with_sources(
    document: Document, pairing: Pairing, placed: Extents
) -> list[Segment]:
    """Return the segments of `document`, each with what it was made from."""
    original = pairing.original
    segments = [*document.segments]
    for number, (sources, targets, _) in enumerate(pairing.pairs):
        if not sources or len(targets) != 1 or not _is_sound(pairing.pairs, number):
            continue
        made_from = [original.segments[i] for i in sources]
        segments[targets[0]] = segments[targets[0]]._replace(
            source="\n".join([each.text for each in made_from]),
            source_codes=tuple(
                [code for each in made_from for code in each.codes(original.raw)]
            ),
            source_raw="\n".join([placed[0][i].of(original.raw) for i in sources]),
            extent=placed[1][targets[0]],
        )
    return segments
