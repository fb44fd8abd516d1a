"""Whole processes, timed in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """What a process took."""

    wall: float
    """Seconds."""

    cpu: float
    """Seconds of all its processes, in user mode and in the kernel."""

    peak: float
    """MB that its largest process held at most."""

    code: int


class Command(NamedTuple):
    """A process to time."""

    arguments: Sequence[str]
    env: Mapping[str, str] = {}
    cwd: str | None = None
    before: Callable[[], object] | None = None
    """What to do before each run, and not to time."""

    def run(self) -> Run:
        """Run it to its end; what it prints is thrown away."""
        if self.before is not None:
            self.before()
        began = time.perf_counter()
        process = subprocess.Popen(
            self.arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self.env},
            cwd=self.cwd,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        cpu = used.ru_utime + used.ru_stime
        return Run(wall, cpu, used.ru_maxrss / 1024, process.returncode)


def in_turn(
    commands: Mapping[str, Command], rounds: int, warmup: int = 1
) -> dict[str, Run]:
    """Return the median of each figure of each command, run A B C A B C …."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(-warmup, rounds):
        for name, command in commands.items():
            taken = command.run()
            if number >= 0:
                runs[name].append(taken)
    return {name: _median(each) for name, each in runs.items()}


def _median(runs: Sequence[Run]) -> Run:
    wall, cpu, peak, _ = (statistics.median(each) for each in zip(*runs, strict=True))
    return Run(wall, cpu, peak, runs[-1].code)
