"""The entry point, and the boundary at which errors become words."""

import gc
import sys
from collections.abc import Callable
from functools import partial

from mtaudit.cli.exits import Exit
from mtaudit.cli.quick import quick_flags
from mtaudit.model import MtauditError


def run() -> None:
    """Run the command line; errors that are raised on purpose become sentences."""
    _speak_utf8()
    sys.argv[1:] = [part for each in sys.argv[1:] for part in _with_reason(each)]
    otherwise = Exit.CLEAN
    if len(sys.argv) == 1:
        sys.argv.append("--help")
        otherwise = Exit.USAGE
    _run(_command(sys.argv[1:]), otherwise)


def _command(arguments: list[str]) -> Callable[[], object]:
    """Return what the arguments ask for; Typer is loaded only where it is needed."""
    flags = quick_flags(arguments)
    if flags is not None:
        from mtaudit.cli.checking import check_with

        return partial(check_with, flags)
    from mtaudit.cli.app import app

    return partial(app, prog_name="mtaudit")


def _with_reason(argument: str) -> tuple[str, ...]:
    """Return ``--add-ignore=REASON`` as the two options that Typer can have."""
    option, equals, reason = argument.partition("=")
    if option == "--add-ignore" and equals:
        return option, f"--reason={reason}"
    return (argument,)


def _run(command: Callable[[], object], otherwise: Exit) -> None:
    """Run a command and exit with the code that says what came of it."""
    try:
        command()
    except SystemExit as ended:
        _end(ended.code or otherwise)
    except MtauditError as error:
        print(f"error: {error}", file=sys.stderr)
        _end(Exit.USAGE)
    except BrokenPipeError:
        _end(Exit.CLEAN)
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        _end(130)
    except Exception as error:  # noqa: BLE001 -- the outermost boundary
        _tell_bug(error)
        _end(Exit.BUG)
    _end(otherwise)


def _tell_bug(error: Exception) -> None:
    import traceback

    traceback.print_exception(error)
    print(
        "error: this is a bug of mtaudit, not of your text; please report it with "
        "the lines above",
        file=sys.stderr,
    )


def _end(code: object) -> None:
    """Exit; a reader that has gone away is no reason to complain."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # The process is at its end: to look for circles in all that it holds, as
    # Python does then, would take a sixth of its time.
    gc.freeze()
    sys.exit(int(code) if isinstance(code, int) else Exit.USAGE)


def _speak_utf8() -> None:
    """Write UTF-8 with plain newlines whatever the locale and the platform."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
