"""
Corpora: files whose lines, or units, are translations of each other.

Lines are read as the command ``sacrebleu`` reads them: they end at a line feed and
nowhere else, and what is blank at their end is left out.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.encodings import Raw
from mtaudit.engine.languages import languages_of
from mtaudit.formats import format_for
from mtaudit.model import Document, Languages, Segment, UsageError

LINES = "lines"
"""The format of a file that is not bilingual, whatever its ending."""

_BILINGUAL = frozenset({"csv", "jsonl", "po", "qt", "tmx", "tsv", "xliff"})
"""Formats whose units have keys, and mostly their originals."""


class Corpus(NamedTuple):
    """One file."""

    path: str
    raw: Raw
    document: Document
    units: Mapping[str, str]
    """Texts by key, in the order of the file."""

    keys: tuple[str, ...]
    """The key of each segment of the document."""

    @property
    def has_lines(self) -> bool:
        """Whether the keys are numbers of lines."""
        return self.document.format == LINES


def corpus_of(auditor: Auditor, path: str, raw: Raw) -> Corpus:
    """Return the corpus in a file; raises `ParseError`, and `UsageError` if empty."""
    name = format_for(path, auditor.settings.formats, auditor.settings.root)
    document = auditor.parse(path, raw.text, name if name in _BILINGUAL else LINES)
    by_line = document.format == LINES
    keys = _line_keys(document) if by_line else _unit_keys(document.segments)
    units = _lines(raw.text) if by_line else _texts(document.segments, keys)
    if not any(units.values()):
        raise UsageError(f"{path} is empty")
    return Corpus(path, raw, document, units, keys)


class Aligned(NamedTuple):
    """What several corpora say of the same units."""

    keys: tuple[str, ...]
    """As the first corpus has them, in its order."""

    texts: tuple[tuple[str, ...], ...]
    """Of each corpus, a text for each key."""


def aligned(corpora: Sequence[Corpus]) -> Aligned:
    """
    Return the texts of `corpora` side by side.

    Units go by their keys, and those that one file lacks are left out. Lines go
    by their numbers, and there must be as many in each file: else each might be
    held against another's translation. `UsageError` says which has how many.
    """
    first, *others = corpora
    by_key = not any(corpus.has_lines for corpus in corpora)
    if by_key:
        keys = tuple(
            key for key in first.units if all(key in each.units for each in others)
        )
        if not keys:
            names = ", ".join(corpus.path for corpus in corpora)
            raise UsageError(f"these files have no unit in common: {names}")
        texts = (tuple(map(corpus.units.__getitem__, keys)) for corpus in corpora)
        return Aligned(keys, tuple(texts))
    for other in others:
        if len(first.units) != len(other.units):
            message = f"{_extent(first)}, and {_extent(other)}"
            hint = "each line must translate the same one of the others"
            raise UsageError(message, hint=hint)
    texts = (tuple(corpus.units.values()) for corpus in corpora)
    return Aligned(tuple(first.units), tuple(texts))


def with_sources(corpus: Corpus, source: Corpus) -> Corpus:
    """Return `corpus` with the original of each of its segments."""
    pairs = aligned([corpus, source])
    sources = dict(zip(pairs.keys, pairs.texts[1], strict=True))
    segments = (
        segment._replace(source=sources.get(key) or segment.source)
        for segment, key in zip(corpus.document.segments, corpus.keys, strict=True)
    )
    languages = corpus.document.languages
    # What is said of the target language is not meant for the original.
    found = languages_of(source.document, Settings()).target
    if found and not languages.source and found != languages.target:
        evidence = f"{languages.evidence}; source: the words of {source.path}"
        languages = Languages(languages.target, found, evidence)
    document = corpus.document._replace(segments=tuple(segments), languages=languages)
    return corpus._replace(document=document)


def _extent(corpus: Corpus) -> str:
    count = len(corpus.units)
    noun = "line" if corpus.has_lines else "unit"
    return f"{corpus.path} has {count:,} {noun}" + ("" if count == 1 else "s")


def _lines(text: str) -> dict[str, str]:
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return {str(number): line.rstrip() for number, line in enumerate(lines, 1)}


def _line_keys(document: Document) -> tuple[str, ...]:
    """Return the number of the line of each segment."""
    ends = [at for at, char in enumerate(document.raw) if char == "\n"]
    starts = (each.pieces[0].raw.start for each in document.segments)
    return tuple(str(bisect_right(ends, start) + 1) for start in starts)


def _unit_keys(segments: Sequence[Segment]) -> tuple[str, ...]:
    """Return a key for each segment; units with one key are told apart by number."""
    seen: dict[str, int] = {}
    keys = []
    for segment in segments:
        name = segment.unit_id or ""
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 and name else f"{name}#{seen[name]}")
    return tuple(keys)


def _texts(segments: Sequence[Segment], keys: Sequence[str]) -> dict[str, str]:
    """Return the texts by key, each in one line."""
    return {
        key: " ".join(segment.text.split())
        for key, segment in zip(keys, segments, strict=True)
    }
