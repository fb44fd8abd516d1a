"""How much of the originals is translated: segments, in files that are there or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mtaudit.config.paths import PathRules
from mtaudit.engine.coverage import untranslated
from mtaudit.engine.pairing import beside
from mtaudit.formats.po_scan import Scan
from mtaudit.formats.xml_scan import read
from mtaudit.model import Document, MtauditError, Segment
from mtaudit.text.words import count_words, flatten

_LEAST = 4
"""So many words are no name that is the same in both languages."""


class Translated(NamedTuple):
    """How much of an original a translation has."""

    path: str
    """Of the translation, absolute, whether it is there or not."""

    language: str | None
    segments: int
    """Of the original, those that have words."""

    translated: int
    """Of these, the ones that have a counterpart which is no copy."""


def translated(document: Document, original: Document) -> Translated:
    """
    Return how much of `original` there is in `document`.

    Of two files that are too unlike to be aligned, the segments are counted.
    """
    pairing = beside(document, original).pairing
    theirs = [*filter(_has_words, original.segments)]
    if pairing is None or not pairing.is_sure:
        there = min(len(theirs), sum(map(_has_words, document.segments)))
    else:
        there = sum(
            sum(_has_words(original.segments[place]) for place in pair.sources)
            for pair in pairing.pairs
            if pair.targets
            and not _is_copy(
                [original.segments[place] for place in pair.sources],
                [document.segments[place] for place in pair.targets],
            )
        )
    place = str(Path(document.path).absolute())
    return Translated(place, document.languages.target, len(theirs), there)


def catalogued(document: Document) -> Translated | None:
    """Return how much of a catalogue is translated; None if it is no catalogue."""
    if document.format not in _UNITS:
        return None
    there = sum(
        segment.source is not None and not _is_same(segment.source, segment.text)
        for segment in document.segments
    )
    place = str(Path(document.path).absolute())
    whole = _UNITS[document.format](document)
    return Translated(place, document.languages.target, whole, there)


def missing(
    rules: PathRules, paths: Iterable[str], parse: Callable[[str], Document]
) -> Iterator[Translated]:
    """
    Yield the translations that there should be and are not, each language's.

    `paths` are those that there are, absolute; `parse` reads an original, and
    one that it cannot read is passed over.
    """
    for gap in untranslated(rules, paths):
        try:
            count = sum(map(_has_words, parse(gap.path).segments))
        except MtauditError:
            continue
        for lang in gap.langs or ("",):
            for pair in rules.pairs:
                slots = pair.original(gap.path)
                target = slots and pair.target.fill({**slots, "lang": lang})
                if target and not Path(target).exists():
                    tag = pair.said.target_language or lang.replace("_", "-") or None
                    yield Translated(target, tag, count, 0)
                    break


def _has_words(segment: Segment) -> bool:
    return count_words(segment.text) > 0


def _is_copy(originals: Iterable[Segment], others: Iterable[Segment]) -> bool:
    """Whether some segments are in the words of others, and those are many."""
    theirs, ours = (
        " ".join(each.text for each in segments) for segments in (originals, others)
    )
    return _is_same(theirs, ours)


def _is_same(original: str, other: str) -> bool:
    """Whether `other` is no translation: blank, or the words of the original."""
    ours = flatten(other).strip()
    is_same = ours == flatten(original).strip()
    return not ours or (is_same and count_words(ours) >= _LEAST)


def _units_of_po(document: Document) -> int:
    entries = Scan(document.raw, document.path).entries()
    return sum(len([*each.translations()]) for each in entries if each.text("msgid"))


def _units_of_xliff(document: Document) -> int:
    root, _ = read(document.raw, document.path)
    return sum(
        1 if unit.name == "trans-unit" else len([*unit.children("segment")])
        for unit in root.walk("trans-unit", "unit")
        if unit.get("translate") != "no"
    )


_UNITS = {"po": _units_of_po, "xliff": _units_of_xliff}
"""How many units there are in a catalogue, translated or not, by format."""
