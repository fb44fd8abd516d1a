"""files: a translation and an original that cannot be a pair, or not a whole one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mtaudit.kinds.beside import BesideKind, first_word
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.units import of_last_document
from mtaudit.model import Document, Hit, Pairing, Segment
from mtaudit.text.data_keys import is_note
from mtaudit.text.landmarks import length_of
from mtaudit.text.language import by_letters, by_words, main_script, primary

EMPTY, LENGTH, LANGUAGE = "empty", "length", "source-language"
UNLIKE, INCOMPLETE = "unlike", "incomplete"
_LEAST = 20
"""The length of an original below which its translation may be nothing."""

_MOST = 10
"""How many times as long one file may be as the other."""

_ENOUGH = 300
"""The length of a file from which it can be told what it is."""

_ALIKE = 0.55
"""The confidence of a pairing below which two files are no pair."""

_HALF = 0.5
_SAMPLE = 4_000
"""Code points of an original from which its language is told."""


@dataclass(frozen=True, eq=False, repr=False)
class Files(BesideKind):
    """
    Find files that are no pair.

    ``empty``: nothing is translated. ``source-language``: the original is in
    another language than is said. ``length``: one is more than ten times as long
    as the other. ``unlike``: their blocks, figures and links have little in
    common. ``incomplete``: half of the original, or more, is missing. Of a pair
    only the first of these is reported. The message may name the {original} and
    its {language}.
    """

    report: str
    """One of the words above."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, _TESTS)

    def compare(
        self, document: Document, pairing: Pairing
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit on the first word if this is what is wrong with the pair."""
        if not _TESTS[self.report](document, pairing):
            return
        if fault_of(document) != self.report:
            return
        segment, span = first_word(document)
        language = _language(pairing.original) if self.report == LANGUAGE else None
        slots = ("original", pairing.original.path), ("language", language or "?")
        yield segment, Hit(span, slots=slots)


@of_last_document
def fault_of(document: Document) -> str | None:
    """Return the first thing that is wrong with a pair as a whole; None if nothing."""
    pairing = document.pairing
    if pairing is None:
        return None
    return next(
        (name for name, test in _TESTS.items() if test(document, pairing)), None
    )


def _is_empty(document: Document, pairing: Pairing) -> bool:
    """Whether an original has text and its translation has none."""
    return _length(pairing.original.segments) >= _LEAST and not _length(
        document.segments
    )


def _length(segments: Sequence[Segment]) -> int:
    return sum(length_of(segment.text.strip()) for segment in segments)


def _is_in_another_language(document: Document, pairing: Pairing) -> bool:
    """Whether an original is not in the language that it should be in."""
    target, said, _ = document.languages
    if said is None or target is None or primary(said) == primary(target):
        return False
    if _length(pairing.original.segments) < _ENOUGH:
        return False
    found = _language(pairing.original)
    return found is not None and found != primary(said)


def _language(original: Document) -> str | None:
    """Return the language that letters or function words of an original show."""
    text = "\n".join(segment.text for segment in original.segments)[:_SAMPLE]
    script = main_script(text)
    found = (by_letters(text, script) or by_words(text)) if script else None
    return primary(found.tag) if found else None


def _is_lopsided(document: Document, pairing: Pairing) -> bool:
    """Whether one file is more than ten times as long as the other."""
    shorter, longer = sorted(
        (_length(pairing.original.segments), _length(document.segments))
    )
    return longer >= _ENOUGH and longer > _MOST * shorter


def _is_unlike(document: Document, pairing: Pairing) -> bool:
    """Whether two files of some length have little in common."""
    shorter = min(_length(pairing.original.segments), _length(document.segments))
    return shorter >= _ENOUGH and pairing.confidence < _ALIKE


def _is_incomplete(document: Document, pairing: Pairing) -> bool:
    """Whether half of an original, or more, is missing, notes not counted."""
    segments = pairing.original.segments
    keys = {each.unit_id or "" for each in document.segments}
    gaps = (pair for pair in pairing.pairs if not pair.targets)
    missing = [segments[i] for pair in gaps for i in pair.sources]
    notes = [each for each in missing if is_note(each.unit_id or "", keys)]
    lost = _length(missing) - _length(notes)
    whole = _length(segments) - _length(notes)
    return whole >= _ENOUGH and lost >= _HALF * whole


_TESTS = {
    EMPTY: _is_empty,
    LANGUAGE: _is_in_another_language,
    LENGTH: _is_lopsided,
    UNLIKE: _is_unlike,
    INCOMPLETE: _is_incomplete,
}
"""What a pair is asked, in this order."""
