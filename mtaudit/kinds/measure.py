"""measure: a number out of bounds, such as the length of a sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.sentences import sentences
from mtaudit.text.words import count_words, fold

SENTENCE, SEGMENT, DOCUMENT = "sentence", "segment", "document"


class _Unit(NamedTuple):
    """What is measured, and where a hit for it is placed."""

    segment: Segment
    span: TextSpan
    text: str
    source: str
    """Empty if the original is not known."""


def _words_per_sentence(unit: _Unit) -> float | None:
    count = sum(1 for _ in sentences(unit.text))
    return count_words(unit.text) / count if count else None


def _vocabulary(unit: _Unit) -> float | None:
    words = fold(unit.text).split()
    return len(set(words)) / len(words) if words else None


def _length_ratio(unit: _Unit) -> float | None:
    return len(unit.text) / len(unit.source) if unit.source else None


def _word_ratio(unit: _Unit) -> float | None:
    words = count_words(unit.source)
    return count_words(unit.text) / words if words else None


METRICS: Mapping[str, Callable[[_Unit], float | None]] = {
    "characters": lambda unit: len(unit.text),
    "words": lambda unit: count_words(unit.text),
    "sentences": lambda unit: sum(1 for _ in sentences(unit.text)),
    "words-per-sentence": _words_per_sentence,
    "vocabulary": _vocabulary,
    "length-ratio": _length_ratio,
    "word-ratio": _word_ratio,
}
"""What can be measured; None where there is nothing to measure."""


@dataclass(frozen=True, eq=False, repr=False)
class Measure(DocumentKind):
    """
    Find sentences, segments or documents whose `metric` is out of bounds.

    ``characters``, ``words`` and ``sentences`` count; ``words-per-sentence`` is
    an average; ``vocabulary`` is the share of different words among all;
    ``length-ratio`` and ``word-ratio`` divide by the source, and are silent
    without one. A document is marked at its first segment. The message may
    name the {value} and the {limit}.
    """

    metric: str
    """One of the words above."""

    min: float | None = None
    """Less than this is out of bounds."""

    max: float | None = None
    """More than this is out of bounds."""

    per: str = SEGMENT
    """``sentence``, ``segment`` or ``document``."""

    least: int = 1
    """Units of fewer words are not measured."""

    roles: tuple[str, ...] = ()
    """Roles of the segments to look at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("metric", self.metric, METRICS)
        require_one_of("per", self.per, (SENTENCE, SEGMENT, DOCUMENT))
        if self.min is None and self.max is None:
            raise ValueError("“min” or “max” must be given")

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each unit out of bounds."""
        for unit in self._units(document):
            if count_words(unit.text) < self.least:
                continue
            value = METRICS[self.metric](unit)
            limit = None if value is None else self._broken(value)
            if limit is not None:
                slots = (("value", f"{value:.3g}"), ("limit", f"{limit:g}"))
                yield unit.segment, Hit(unit.span, slots=slots)

    def _broken(self, value: float) -> float | None:
        """Return the bound that `value` is beyond."""
        if self.min is not None and value < self.min:
            return self.min
        return self.max if self.max is not None and value > self.max else None

    def _units(self, document: Document) -> Iterator[_Unit]:
        """Yield what is measured, in the order of the text."""
        segments = [
            each
            for each in document.segments
            if each.text.strip() and (not self.roles or each.role in self.roles)
        ]
        if self.per == DOCUMENT and segments:
            yield _joined(segments)
        elif self.per == SEGMENT:
            yield from map(_whole, segments)
        elif self.per == SENTENCE:
            for segment in segments:
                for span in sentences(segment.text):
                    yield _Unit(segment, span, span.of(segment.text), "")


def _whole(segment: Segment) -> _Unit:
    span = TextSpan(0, len(segment.text))
    return _Unit(segment, span, segment.text, segment.source or "")


def _joined(segments: list[Segment]) -> _Unit:
    """Return a document as one unit; its source only if every segment has one."""
    sources = [each.source for each in segments if each.source]
    source = "\n\n".join(sources) if len(sources) == len(segments) else ""
    text = "\n\n".join(each.text for each in segments)
    return _whole(segments[0])._replace(text=text, source=source)
