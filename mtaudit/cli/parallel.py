"""Several processes for many files; results come in the order of the files."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from mtaudit.api import Outcome
from mtaudit.engine.discover import File

_FEWEST = 48
"""Fewer files are done before a second process has started."""

_CHUNK = 8
"""Files that a process is given at a time."""

_work: Callable[[File], Outcome]
"""What a process does with a file; it is there when the process is forked."""


def processes_for(files: Sequence[File], jobs: int) -> int:
    """
    Return how many processes are worth while; `jobs` is the most, 0 is one a core.

    Only where a process can be forked: elsewhere each would have to load the
    packs anew, which takes longer than it saves.
    """
    if len(files) < _FEWEST or not sys.platform.startswith("linux"):
        return 1
    most = jobs or len(os.sched_getaffinity(0))
    return max(1, min(most, len(files) // (_FEWEST // 2)))


def outcomes_of(
    files: Iterator[File], work: Callable[[File], Outcome], processes: int
) -> Iterator[Outcome]:
    """Yield what `work` makes of each file, in order."""
    if processes == 1:
        yield from map(work, files)
        return
    from multiprocessing import get_context

    global _work  # noqa: PLW0603 -- what is forked need not be sent
    _work = work
    with get_context("fork").Pool(processes, _leave_interrupts) as pool:
        yield from pool.imap(_work_on, files, chunksize=_CHUNK)


def _leave_interrupts() -> None:
    """Let the first process alone be interrupted: it ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work_on(file: File) -> Outcome:
    return _work(file)
