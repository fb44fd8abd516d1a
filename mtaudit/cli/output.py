"""Where reports go, and how a terminal looks."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from mtaudit.config.schema import Settings
from mtaudit.model import Report, UsageError
from mtaudit.reporters import REPORTERS, render, render_statistics
from mtaudit.reporters.base import Look

_WIDEST = 120
"""Wider frames are hard to follow with the eye."""


class Output(NamedTuple):
    """One report to make."""

    format: str
    path: str | None
    """None is standard output."""


def outputs_of(formats: Iterable[str], output_file: str | None) -> list[Output]:
    """Return the reports that are asked for; `UsageError` for an unknown format."""
    outputs = [_output(each) for each in formats]
    if output_file is not None:
        if len(outputs) > 1:
            message = "--output-file is for one format"
            raise UsageError(message, hint="write --output-format FORMAT:PATH")
        outputs = [outputs[0]._replace(path=output_file)]
    if sum(output.path is None for output in outputs) > 1:
        message = "two reports would share standard output"
        raise UsageError(message, hint="write --output-format FORMAT:PATH for one")
    return outputs


def _output(said: str) -> Output:
    name, _, path = said.partition(":")
    if name not in REPORTERS:
        from mtaudit.text.nearest import did_you_mean

        hint = did_you_mean(name, REPORTERS) or f"one of {', '.join(REPORTERS)}"
        raise UsageError(f"there is no output format “{name}”", hint=hint)
    return Output(name, path or None)


def wants_color(when: str, stream: TextIO) -> bool:
    """
    Whether to colour what goes to `stream`.

    The option decides, then FORCE_COLOR and CLICOLOR_FORCE, then NO_COLOR, then
    whether anybody watches.
    """
    if when not in {"auto", "always", "never"}:
        raise UsageError(f"--color is auto, always or never, not “{when}”")
    if when != "auto":
        return when == "always"
    environment = os.environ
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def look_of(*, color: str, settings: Settings, quiet: bool) -> Look:
    """Return how standard output looks."""
    width = int(os.environ.get("COLUMNS") or 0)
    if not width and sys.stdout.isatty():
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    return Look(
        color=wants_color(color, sys.stdout),
        width=min(width or 80, _WIDEST),
        unsafe_fixes=settings.unsafe_fixes,
        show_fixes=settings.show_fixes,
        quiet=quiet,
    )


def write_reports(
    outputs: Sequence[Output],
    report: Report,
    look: Look,
    *,
    statistics: bool,
    stream: TextIO,
) -> None:
    """Write each report to its file, or to `stream`."""
    draw = render_statistics if statistics else render
    for output in outputs:
        if output.path is None:
            stream.write(draw(output.format, report, look))
            continue
        text = draw(output.format, report, look._replace(color=False, quiet=False))
        try:
            Path(output.path).write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise UsageError(f"cannot write {output.path}: {error.strerror}") from None
