"""Several processes for many files; results come in the order of the files."""

import gc
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from mtaudit.engine.discover import File
from mtaudit.engine.outcome import Outcome
from mtaudit.engine.packed import PackedFindings
from mtaudit.model import Finding, SortedFindings

_Made = TypeVar("_Made")

_SHARE = 200_000
"""Bytes that a process should have to do: fewer are done before it has started."""

_CHUNK = 8
"""Files that a process is given at a time, at most."""

_ROUNDS = 4
"""So often each process gets files, at least: some files take longer than others."""

_LOOKS = 1_000
"""Files that a process should have to look at, if that is all there is to do."""

_MANY = 500
"""Findings that a process should have to draw."""

_FEW = 10_000
"""New values among which Python looks for circles: a file's, more or less."""


class Crew(NamedTuple):
    """Who does the work."""

    processes: int
    share: int
    """Files that a process is given at a time."""


def crew_for(files: Sequence[File], jobs: int) -> Crew:
    """Return how many processes are worth while, and what they get at a time."""
    processes = _processes_for(files, jobs)
    return Crew(processes, max(1, min(_CHUNK, len(files) // (_ROUNDS * processes))))


def _processes_for(files: Sequence[File], jobs: int) -> int:
    """
    Return how many processes to use: `jobs` if it says so.

    With 0 for `jobs` the size of the files decides, and the number of cores is
    the most. Only where a process can be forked: elsewhere each would have to
    load the packs anew, which takes longer than it saves.
    """
    most = len(files)
    if _may_fork() and not jobs:
        most = min(most, sum(map(_size_of, files)) // _SHARE)
    return _processes_of(jobs, most)


def _may_fork() -> bool:
    return sys.platform.startswith("linux")


def _processes_of(jobs: int, most: int) -> int:
    """Return how many processes to use where there is work for `most`."""
    if not _may_fork():
        return 1
    return max(1, min(jobs or len(os.sched_getaffinity(0)), most))


def _size_of(file: File) -> int:
    """Return the size of a file in bytes; 0 if it cannot be known."""
    try:
        return Path(file.path).stat().st_size
    except (OSError, ValueError):
        return 0


def looked_at(
    files: Sequence[File], look: Callable[[File], bool], jobs: int
) -> list[bool]:
    """Return what `look` says of each file, by several processes if there are many."""
    processes = _processes_of(jobs, len(files) // _LOOKS)
    if processes == 1:
        return [*map(look, files)]
    from mtaudit.cli.workers import shared_out

    return [*shared_out(files, look, processes=processes, share=_LOOKS // _ROUNDS)]


class SharedFindings(SortedFindings):
    """Findings on which several processes work, if there are many."""

    def __init__(self, findings: PackedFindings, jobs: int) -> None:
        self._findings = findings
        self._jobs = jobs

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def by_parts(self, work: Callable[[Iterable[Finding]], _Made]) -> Iterator[_Made]:
        """Yield what `work` makes of the findings of some files, then of others."""
        processes = _processes_of(self._jobs, len(self) // _MANY)
        if processes == 1:
            yield from self._findings.by_parts(work)
            return
        from mtaudit.cli.workers import shared_out

        # What the first part asks for is there for the others, in each process.
        first, *rest = self._findings.parts()
        yield work(first())
        yield from shared_out(
            rest, lambda part: work(part()), processes=processes, share=1
        )


def outcomes_of(
    files: Sequence[File], work: Callable[[File], Outcome], crew: Crew
) -> Generator[Outcome]:
    """Yield what `work` makes of each file, in order."""
    # What the first file asks for is there for the others, in each process.
    yield from map(work, files[:1])
    _settle()
    if crew.processes == 1:
        yield from map(work, files[1:])
        return
    from mtaudit.cli.workers import shared_out

    processes, share = crew
    yield from shared_out(files[1:], work, processes=processes, share=share)


def _settle() -> None:
    """Look for circles among what comes and goes with a file, and only there."""
    gc.freeze()
    gc.set_threshold(_FEW, 20, 20)
