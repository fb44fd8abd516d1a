"""`mtaudit check --watch`: run again whenever a file changes."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mtaudit.cli.exits import Exit
from mtaudit.model import MtauditError, UsageError


def run_on_changes(paths: Sequence[str], run: Callable[[], Exit]) -> None:
    """Call `run` now and after each change below `paths`, until Ctrl-C."""
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError:
        hint = "install it: pip install 'mtaudit[watch]'"
        raise UsageError("--watch needs watchfiles", hint=hint) from None
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        message = f"--watch is for files and folders that are there: {missing[0]}"
        raise UsageError(message)
    _run_once(run)
    for _ in watch(*paths, watch_filter=DefaultFilter(), raise_interrupt=False):
        _run_once(run)


def _run_once(run: Callable[[], Exit]) -> None:
    """Run; what is wrong now may be right after the next change."""
    try:
        run()
    except MtauditError as error:
        print(f"error: {error}", file=sys.stderr)
    sys.stdout.flush()
    print("Watching for changes; Ctrl-C ends it.", file=sys.stderr, flush=True)
