"""What came of texts in few bytes: to be sent, kept, and opened when it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from sys import intern
from typing import NamedTuple, TypeVar

from mtaudit.engine.audit import Result
from mtaudit.engine.result_rows import plain_finding, restored_finding
from mtaudit.engine.spool import Spool
from mtaudit.kept import packed, unpacked
from mtaudit.model import (
    Audited,
    Block,
    Finding,
    Languages,
    SortedFindings,
    blocks_of,
)
from mtaudit.packs.rule import Rule

Rules = Mapping[str, Rule]
"""Rules by id."""

_Made = TypeVar("_Made")

_PART = 1 << 16
"""Bytes of findings that make a part: some hundreds of them."""


class Text(NamedTuple):
    """A text as reports show it."""

    raw: str
    layout: tuple[Block, ...]


class Packed(NamedTuple):
    """What came of one text."""

    audited: Audited
    found: int
    """How many findings there are."""

    data: bytes
    """The findings."""

    text: Text | None = None
    """What was audited, if it is to be kept and something was found."""

    @classmethod
    def of(cls, result: Result) -> Packed:
        """Return a result without its failures."""
        rows = [*map(plain_finding, result.findings)]
        document = result.document
        text = document and Text(document.raw, blocks_of(document))
        return cls(result.audited, len(rows), packed(rows), text)

    def row(self) -> bytes:
        """Return all but the path and the text as bytes, for `of_row`."""
        _, form, words, languages, source_path = self.audited
        said = (form, words, tuple(languages), source_path, self.found, self.data)
        return packed(said)

    @classmethod
    def of_row(cls, path: str, row: bytes) -> Packed:
        """Return what `row` was made of; only ever give it what that returned."""
        form, words, languages, source_path, found, data = unpacked(row)
        spoken = _languages(*languages)  # thousands of files say the same
        audited = Audited(path, intern(form), words, spoken, source_path)
        return cls(audited, found, data)


@cache
def _languages(target: str | None, source: str | None, evidence: str) -> Languages:
    return Languages(target, source, evidence)


def opened(data: bytes, rules: Rules) -> Iterator[Finding]:
    """Yield the findings in `Packed.data`; `rules` are those that ran."""
    rows = unpacked(data)
    return (restored_finding(row, rules) for row in rows)


class PackedFindings(SortedFindings):
    """The findings of a run, of which no more than one file's are there at a time."""

    def __init__(self, rules_of: Callable[[str], Rules]) -> None:
        self._rules_of = rules_of
        self._count = 0
        self._paths: list[str] = []
        self._lengths: list[int] = []
        self._spool = Spool()

    def add(self, packed: Packed) -> None:
        """Take in what came of a file; the next file's path is greater."""
        if packed.found:
            self._count += packed.found
            self._paths.append(packed.audited.path)
            self._lengths.append(len(packed.data))
            self._spool.add(packed.data)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Finding]:
        return self._of(range(len(self._paths)), 0)

    def by_parts(self, work: Callable[[Iterable[Finding]], _Made]) -> Iterator[_Made]:
        """Yield what `work` makes of the findings of some files, then of others."""
        return (work(part()) for part in self.parts())

    def parts(self) -> Iterator[Callable[[], Iterator[Finding]]]:
        """Yield functions of which each makes the findings of some files."""
        first = start = size = 0
        for after, length in enumerate(self._lengths, 1):
            size += length
            if size >= _PART or after == len(self._lengths):
                yield partial(self._of, range(first, after), start)
                first, start, size = after, start + size, 0

    def _of(self, files: range, start: int) -> Iterator[Finding]:
        """Yield the findings of files by their numbers; they are kept at `start`."""
        for number in files:
            length = self._lengths[number]
            data = self._spool.read(start, length)
            yield from opened(data, self._rules_of(self._paths[number]))
            start += length
