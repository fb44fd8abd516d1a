"""Rules over a document: hits, then findings."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple, TypeVar

from mtaudit.engine.chunk import Chunk
from mtaudit.engine.due import Direction, Due, Selection
from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.engine.limits import time_limit
from mtaudit.engine.original import beyond_original
from mtaudit.engine.own_language import at_home
from mtaudit.formats.base import Format, fits
from mtaudit.kinds import READS_RAW, DocumentKind, SegmentKind
from mtaudit.model import Document, Failure, Finding, Hit, Segment
from mtaudit.packs.rule import Rule
from mtaudit.packs.view import View
from mtaudit.text.words import forget, is_of_word

_CHUNK = 8192
"""
Code points of text whose gates are asked together.

Fewer, and every question costs more than it saves; many more, and every rule's
gate opens somewhere in the text.
"""

_PART = 2_000_000
"""
Code points of text that are searched as one document, as a long book has.

In more, what recurs is found within a part: forms of a whole would not fit
into memory.
"""

_MANY = 64
"""Chunks after which the forms of their texts would take much room."""

_T = TypeVar("_T")


class Outcome(NamedTuple):
    """What the rules found in one document, and which of them broke."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


class _Search(NamedTuple):
    """One document being searched."""

    document: Document
    failures: list[Failure]
    """Grows with each rule that breaks."""


class Runner:
    """Runs a set of rules over documents; what it learns of the set it keeps."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._selection = Selection(rules)

    def run(self, document: Document, form: Format) -> Outcome:
        """Return the findings of a document, sorted by place and rule."""
        failures: list[Failure] = []
        placed: list[Placed] = []
        for number, part in enumerate(_parts(document)):
            placed += self._hits(_Search(part, failures), with_raw=number == 0)
            forget()
        if not placed:
            return Outcome((), tuple(failures))
        maker = FindingMaker(document, form.escape, partial(fits, form))
        placed.sort(key=_order)
        return Outcome(tuple(map(maker.finding, placed)), tuple(failures))

    def _hits(self, search: _Search, *, with_raw: bool) -> Iterator[Placed]:
        """
        Yield the hits of all rules: chunk by chunk, then of the whole document.

        Those about the file as it is spelled are left out, unless `with_raw`.
        """
        document = search.document
        own = self._due_in(document, None, document.segments)
        wide = dict.fromkeys(own.of_every_document)
        said: set[str] = set()
        asks_words = own.asks_words_of_raw
        for lang, segments in _forgetting(_chunks(document)):
            due = self._due_in(document, lang, segments)
            chunk = Chunk(segments)
            opened = due.opened_by(chunk.view)
            said.update(chunk.view.words if asks_words else ())
            for rule, keys in opened:
                if not rule.document_wide:
                    yield from _guarded(rule, chunk.segments_for(keys), search)
            if due is not own:
                opened = own.opened_by(chunk.view)
            wide.update((rule, None) for rule, _ in opened if rule.document_wide)
        if with_raw:
            wide.update(_opened_by_raw(own, document, said))
        for rule in wide:
            if with_raw or rule.kind_name not in READS_RAW:
                yield from _guarded(rule, document.segments, search)

    def _due_in(
        self, document: Document, lang: str | None, segments: Iterable[Segment]
    ) -> Due:
        """Return the rules that are for this direction."""
        target, source, _ = document.languages
        with_source = document.pairing is not None or any(
            segment.source is not None for segment in segments
        )
        return self._selection.due_for(Direction(lang or target, source, with_source))


def _parts(document: Document) -> Iterator[Document]:
    """Yield a document; a very long one that has no original, part by part."""
    segments = document.segments
    total = sum(len(each.text) for each in segments)
    if total <= _PART or document.pairing is not None:
        yield document
        return
    start = length = 0
    for place, segment in enumerate(segments, 1):
        length += len(segment.text)
        if length >= _PART or place == len(segments):
            yield document._replace(segments=segments[start:place])
            start, length = place, 0


def _opened_by_raw(
    due: Due, document: Document, said: set[str]
) -> Iterator[tuple[Rule, None]]:
    """
    Yield the rules that may find something in a file as it is spelled.

    The words of its segments are `said`: only what is between is split again.
    """
    raw = document.raw
    for stretch in _stretches(raw):
        view = View(stretch)
        if stretch is raw and said:
            view = View(raw, words=View(between(document)).words | said)
        yield from ((rule, None) for rule, _ in due.opened_by(view, is_raw=True))
        if len(stretch) >= _PART:
            forget()


def between(document: Document) -> str:
    """Return a file without the segments that are spelled as they are read."""
    raw = document.raw
    parts = []
    last = 0
    for segment in document.segments:
        span = segment.pieces[0].raw if len(segment.pieces) == 1 else None
        if span is None or span.start < last or span.of(raw) != segment.text:
            continue
        around = raw[span.start - 1 : span.start] + raw[span.end : span.end + 1]
        if not any(map(is_of_word, around)):
            parts.append(raw[last : span.start])
            last = span.end
    return " ".join([*parts, raw[last:]])


def _stretches(raw: str) -> Iterator[str]:
    """Yield a file's text; of a very long one, stretches of whole lines."""
    start = 0
    while start + _PART < len(raw):
        end = raw.find("\n", start + _PART) + 1
        if not end:
            break
        yield raw[start:end]
        start = end
    yield raw[start:] if start else raw


def _chunks(document: Document) -> Iterator[tuple[str | None, list[Segment]]]:
    """Yield segments in groups of one language, a few thousand letters each."""
    for lang, group in groupby(document.segments, lambda segment: segment.lang):
        chunk: list[Segment] = []
        length = 0
        for segment in group:
            chunk.append(segment)
            length += len(segment.text)
            if length > _CHUNK:
                yield lang, chunk
                chunk, length = [], 0
        if chunk:
            yield lang, chunk


def _forgetting(chunks: Iterable[_T]) -> Iterator[_T]:
    """Yield chunks; after many of them the forms of their texts are let go."""
    for number, chunk in enumerate(chunks, 1):
        yield chunk
        if number % _MANY == 0:
            forget()


def _guarded(
    rule: Rule, segments: Sequence[Segment], search: _Search
) -> Iterator[Placed]:
    """
    Yield a rule's hits; if the rule breaks, note it and yield none.

    This is one of the two places that catch everything: a bad rule must not
    hide what the others find. The exit code still tells.
    """
    try:
        with time_limit(rule):
            hits = [*_hits(rule, search.document, segments)]
            if not hits:
                return
            if rule.said("unless_in_source"):
                hits = [*beyond_original(rule.kind, search.document, hits)]
            hits = [*at_home(rule, hits)]
    except Exception as error:  # noqa: BLE001 -- see above
        reason = f"{type(error).__name__}: {error}"
        search.failures.append(Failure(search.document.path, reason, rule.meta.id))
        return
    for segment, hit in without_overlaps(hits):
        yield Placed(rule.meta, segment, hit)


def _hits(
    rule: Rule, document: Document, segments: Sequence[Segment]
) -> Iterator[tuple[Segment, Hit]]:
    kind = rule.kind
    if isinstance(kind, DocumentKind):
        yield from kind.check(document)
    elif isinstance(kind, SegmentKind):
        for segment in segments:
            for hit in kind.check(segment):
                yield segment, hit


def without_overlaps(
    hits: list[tuple[Segment, Hit]],
) -> Iterator[tuple[Segment, Hit]]:
    """Yield hits of one rule, of those that overlap the one that ranks highest."""
    if len(hits) < 2:  # noqa: PLR2004 -- two can overlap
        yield from hits
        return
    taken: dict[int, list[tuple[int, int]]] = {}
    for segment, hit in sorted(hits, key=_rank):
        start, end = hit.span.start, hit.span.end
        spans = taken.setdefault(id(segment), [])
        # Of those that begin before this ends, the last ends last: none overlap.
        place = bisect_left(spans, (end, end))
        if place == 0 or spans[place - 1][1] <= start:
            insort(spans, (start, end))
            yield segment, hit


def _rank(item: tuple[Segment, Hit]) -> tuple[int, int, int]:
    """Order hits by priority, then length, then place."""
    span = item[1].span
    return -item[1].priority, span.start - span.end, span.start


def _order(placed: Placed) -> tuple[int, int, str]:
    span = placed.segment.to_raw(placed.hit.span)
    return span.start, span.end, placed.meta.id
