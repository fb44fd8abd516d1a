"""A progress bar for long runs that somebody watches."""

import sys
import time
from collections.abc import Iterator, Sequence

from mtaudit.engine.discover import File

_PATIENCE = 1.0
"""Seconds before a bar appears: a short run needs none."""


def watched(files: Sequence[File], *, is_silent: bool) -> Iterator[File]:
    """Yield the files; on a terminal, a bar tells how far a long run is."""
    if is_silent or len(files) < 2 or not sys.stderr.isatty():  # noqa: PLR2004 -- one
        yield from files
        return
    began = time.monotonic()
    for number, file in enumerate(files):
        if time.monotonic() - began > _PATIENCE:
            yield from _with_bar(files, number)
            return
        yield file


def _with_bar(files: Sequence[File], first: int) -> Iterator[File]:
    """Yield the files from number `first` on, under a bar."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    rest = track(
        files[first:],
        description="Auditing",
        total=len(files),
        completed=first,
        console=console,
        transient=True,
    )
    yield from rest
