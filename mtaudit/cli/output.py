"""Where reports go, and how a terminal looks."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TextIO

from mtaudit.config.schema import Settings
from mtaudit.model import Report, UsageError
from mtaudit.reporters import REPORTERS, pieces, render, render_statistics
from mtaudit.reporters.base import Look

_WIDEST = 120
"""Wider frames are hard to follow with the eye."""

_FOR_PEOPLE = frozenset({"full", "concise", "grouped"})
"""Formats that people read as they come; the others are for programs."""


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


def link_of(
    outputs: Iterable[Output], settings: Settings, ref: str | None
) -> str | None:
    """Return `Report.link` if any of the outputs shows it; else None."""
    if ref is None and settings.commit_url is None:
        return None
    from mtaudit.cli.commit import LINKED, commit_link

    is_shown = any(output.format in LINKED for output in outputs)
    return commit_link(settings, ref) if is_shown else None


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


class Wanted(NamedTuple):
    """How reports are to be written."""

    look: Look
    stream: TextIO
    """Where those go that have no file."""

    statistics: bool = False
    most: int | None = None
    """How many findings people are shown; None is all of them."""


def write_reports(outputs: Sequence[Output], report: Report, wanted: Wanted) -> None:
    """Write each report to its file, or to the stream."""
    in_file = wanted._replace(look=wanted.look._replace(color=False, quiet=False))
    for name, path in outputs:
        if path is not None:
            _write_file(path, _drawn(name, report, in_file))
        elif name in _FOR_PEOPLE:
            drawn = _drawn(name, report, wanted)
            wanted.stream.writelines(map(without_commands, drawn))
        else:
            wanted.stream.writelines(_drawn(name, report, wanted))


def _drawn(name: str, report: Report, wanted: Wanted) -> Iterator[str]:
    """Yield what a reporter makes of a report, cut for people if that is wanted."""
    if wanted.statistics:
        yield render_statistics(name, report, wanted.look)
        return
    if name == "markdown":
        from mtaudit.cli.build_server import run_address

        wanted = wanted._replace(
            look=wanted.look._replace(whole=run_address(os.environ))
        )
    most = wanted.most if name in _FOR_PEOPLE else None
    more = 0 if most is None else sum(1 for _ in islice(report.shown, most, None))
    if not more:
        yield from pieces(name, report, wanted.look)
        return
    from mtaudit.reporters.summary import closing, plural

    first = report._replace(findings=tuple(islice(report.shown, most)))
    yield from pieces(name, first, wanted.look._replace(quiet=True))
    yield f"… and {plural(more, 'more finding')}\n{closing(report, wanted.look)}"


def without_commands(text: str) -> str:
    """
    Return what people are to read with no command to a build server in it.

    Azure and TeamCity look for them anywhere in a line, and GitHub where one
    begins: a file name or a sentence must not be taken for one.
    """
    if "##" not in text and "::" not in text:
        return text
    import re

    text = re.sub(r"##(?=vso\[|teamcity\[|\[)", "#\N{WORD JOINER}#", text)
    return re.sub(r"(?m)^(\s*):(?=:)", "\\1:\N{WORD JOINER}", text)


def _write_file(path: str, drawn: Iterable[str]) -> None:
    try:
        with Path(path).open("wb") as file:
            file.writelines(each.encode("utf-8", "backslashreplace") for each in drawn)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


def append_summary(path: str, report: Report, look: Look) -> None:
    """Put the report, as Markdown, behind what a job on GitHub has to say."""
    from mtaudit.cli.build_server import SUMMARY_BYTES, line_address, run_address

    link = report.link or line_address(os.environ)
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
            room = SUMMARY_BYTES - file.tell()
            summary = look._replace(room=room, whole=run_address(os.environ))
            text = render("markdown", report._replace(link=link), summary)
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None
