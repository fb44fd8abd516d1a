"""What a translation has beyond its original, where a rule may search both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mtaudit.kinds import DocumentKind, Kind, SegmentKind
from mtaudit.model import Document, Hit, Piece, Segment
from mtaudit.text.words import fold

Found = tuple[Segment, Hit]


def beyond_original(
    kind: Kind, document: Document, hits: Sequence[Found]
) -> Iterator[Found]:
    """
    Yield the hits that the originals of their segments do not account for.

    The same kind is asked of the originals, without its exceptions. One in which
    it finds as much as in the translation accounts for all; else for what it has
    in the same words.
    """
    by_segment: dict[int, list[Found]] = {}
    for found in hits:
        by_segment.setdefault(id(found[0]), []).append(found)
    originals = _in_originals(
        kind.without_exceptions, document, [each[0][0] for each in by_segment.values()]
    )
    for key, group in by_segment.items():
        left = originals.get(key, Counter())
        if left.total() >= len(group):
            continue
        for segment, hit in group:
            words = fold(hit.span.of(segment.text))
            if left[words]:
                left[words] -= 1
            else:
                yield segment, hit


def _in_originals(
    kind: Kind, document: Document, wanted: Iterable[Segment]
) -> dict[int, Counter[str]]:
    """Return what a kind finds in originals, folded, by the `id` of the segments."""
    if isinstance(kind, DocumentKind):
        return _in_document(kind, document)
    if not isinstance(kind, SegmentKind):
        return {}
    return {
        id(segment): Counter(_words(each, hit) for hit in kind.check(each))
        for segment in wanted
        if (each := _original(segment)) is not None
    }


def _in_document(kind: DocumentKind, document: Document) -> dict[int, Counter[str]]:
    """Return the same of a kind that has to see all originals together."""
    pairs = [(each, _original(each)) for each in document.segments]
    translations = {id(original): id(each) for each, original in pairs if original}
    originals = tuple(original for _, original in pairs if original)
    found: dict[int, Counter[str]] = {}
    for original, hit in kind.check(document._replace(segments=originals)):
        key = translations.get(id(original))
        if key is not None:
            found.setdefault(key, Counter())[_words(original, hit)] += 1
    return found


def _original(segment: Segment) -> Segment | None:
    """Return the original of a segment as a segment, if it is known."""
    text = segment.source
    if not text:
        return None
    piece = Piece(0, len(text), 0, len(text), verbatim=False)
    return segment._replace(text=text, pieces=(piece,), source=None)


def _words(segment: Segment, hit: Hit) -> str:
    return fold(hit.span.of(segment.text))
