"""Several processes for many files; results come in the order of the files."""

import gc
import os
import sys
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import NamedTuple

from mtaudit.engine.discover import File
from mtaudit.engine.outcome import Outcome

_SHARE = 200_000
"""Bytes that a process should have to do: fewer are done before it has started."""

_CHUNK = 8
"""Files that a process is given at a time, at most."""

_ROUNDS = 4
"""So often each process gets files, at least: some files take longer than others."""

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
    if not sys.platform.startswith("linux"):
        return 1
    if jobs:
        return max(1, min(jobs, len(files)))
    cores = len(os.sched_getaffinity(0))
    return max(1, min(cores, len(files), sum(map(_size_of, files)) // _SHARE))


def _size_of(file: File) -> int:
    """Return the size of a file in bytes; 0 if it cannot be known."""
    try:
        return Path(file.path).stat().st_size
    except (OSError, ValueError):
        return 0


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
