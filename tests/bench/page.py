"""The page that figures are shown on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from typing import NamedTuple

from tests.bench.timing import Run

_HEAD = """\
# Performance

Made by `make bench`: whole processes in turn (A B C A B C …), medians. *CPU* is the
time of all processes of a command, in user mode and in the kernel; *wall* is what one
waits; *peak* is what the largest process held, or what the benchmark itself held as it
started it, if that is more. Compare figures of one table only.
The last two columns are mtaudit's time by the other tool's, of the processors and of
who waits.

Texts are made of the seeds' sentences with words changed, so that hardly a sentence
comes twice. “Cold” is without results of an earlier run (`--no-cache`), “warm” is with
results of all files; packs are compiled in both.
"""


class Row(NamedTuple):
    """A command and what it took."""

    name: str
    run: Run
    first: Run | None = None
    """What mtaudit took for the same, if the two are to be compared."""


class Table(NamedTuple):
    """What was run in turn."""

    title: str
    rows: list[Row]
    note: str = ""


def page_of(tables: Iterable[Table], missing: list[str], scale: float) -> str:
    """Return the page of the tables."""
    machine = (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    lines = [
        _HEAD,
        f"{os.cpu_count()} cores, {machine}; scale {scale:g}. Load at the end: {load}.",
    ]
    if missing:
        lines.append(f"Could not be installed here: {', '.join(missing)}.")
    for table in tables:
        lines += ["", f"## {table.title}", ""]
        lines += [
            "| | CPU | wall | peak | CPU / it | wall / it |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        lines += [_line(row) for row in table.rows]
        if table.note:
            lines += ["", table.note]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    run, first = row.run, row.first
    ratios = " | "
    if first is not None:
        ratios = f"{first.cpu / run.cpu:.2f} | {first.wall / run.wall:.2f}"
    return (
        f"| {row.name} | {_time(run.cpu)} | {_time(run.wall)} "
        f"| {run.peak:.0f} MB | {ratios} |"
    )


def _time(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 10 else f"{seconds * 1000:,.0f} ms"
