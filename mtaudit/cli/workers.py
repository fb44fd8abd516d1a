"""Work shared out among processes that are forked; its results come in order."""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from traceback import format_exception
from typing import Generic, NoReturn, TypeVar

from mtaudit.model import MtauditError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_MOST = 1000
"""Shares that are handed out: their numbers wait in a pipe, which may be so small."""

_NUMBER = struct.Struct("=I")
_HEAD = struct.Struct("=IQ")
"""The number of a share, and how many bytes its results take."""


def shared_out(
    items: Sequence[_Item],
    work: Callable[[_Item], _Result],
    *,
    processes: int,
    share: int,
) -> Iterator[_Result]:
    """
    Yield what `work` makes of each item, in order.

    Each process takes `share` items at a time, and when it has done them the next.
    What `work` raises is raised here; `MtauditError` if a process was killed. When
    the caller stops, the processes do. They have what is in memory now, which takes
    no time to send; the pools of the standard library take as long to start as
    ten pages to audit, and wait for ever for a process that was killed.
    """
    share = max(share, -(-len(items) // _MOST))
    shares = [items[start : start + share] for start in range(0, len(items), share)]
    crew = _Crew(shares, work, processes)
    try:
        for number in range(len(shares)):
            yield from crew.results_of(number)
    finally:
        crew.dismiss()


class _Crew(Generic[_Item, _Result]):
    """The processes, and what they have sent."""

    def __init__(
        self,
        shares: Sequence[Sequence[_Item]],
        work: Callable[[_Item], _Result],
        processes: int,
    ) -> None:
        self._shares = shares
        self._work = work
        self._done: dict[int, list[_Result] | Exception] = {}
        self._pids: dict[int, int] = {}
        """Of each process that may yet send something, by what it is read from."""

        self._numbers, numbers = os.pipe()
        os.write(numbers, b"".join(map(_NUMBER.pack, range(len(shares)))))
        os.close(numbers)
        for _ in range(processes):
            self._start()

    def results_of(self, number: int) -> list[_Result]:
        """Return the results of a share, once they are there."""
        while number not in self._done:
            for source in select.select([*self._pids], [], [])[0]:
                self._receive(source)
        results = self._done.pop(number)
        if isinstance(results, Exception):
            raise results
        return results

    def dismiss(self) -> None:
        """End the processes that still work."""
        for source, pid in self._pids.items():
            os.close(source)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self._pids.clear()
        os.close(self._numbers)

    def _start(self) -> None:
        source, sink = os.pipe()
        pid = os.fork()
        if not pid:
            for theirs in (source, *self._pids):
                os.close(theirs)
            self._be_a_worker(sink)
        os.close(sink)
        self._pids[source] = pid

    def _receive(self, source: int) -> None:
        """Take in what a process sends next, or that it has ended."""
        message = _message(source)
        if message is None:
            os.close(source)
            _, status = os.waitpid(self._pids.pop(source), 0)
            if status:
                code = os.waitstatus_to_exitcode(status)
                raise MtauditError(f"a process that audits files was ended ({code})")
            return
        number, results = message
        self._done[number] = pickle.loads(results)  # noqa: S301 -- of our own process

    def _be_a_worker(self, sink: int) -> NoReturn:
        """Do shares until there are none; the first process alone is interrupted."""
        status = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            while packed := os.read(self._numbers, _NUMBER.size):
                (number,) = _NUMBER.unpack(packed)
                self._do(number, sink)
            status = 0
        finally:
            os._exit(status)

    def _do(self, number: int, sink: int) -> None:
        results: list[_Result] | Exception
        try:
            results = [*map(self._work, self._shares[number])]
        except Exception as error:  # noqa: BLE001 -- it is raised when its turn comes
            error.add_note("".join(format_exception(error)))
            results = error
        packed = pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
        _write(sink, _HEAD.pack(number, len(packed)) + packed)


def _message(source: int) -> tuple[int, bytes] | None:
    """Return the number of a share and its results; None if its process has ended."""
    head = _read(source, _HEAD.size)
    if len(head) < _HEAD.size:
        return None
    number, length = _HEAD.unpack(head)
    results = _read(source, length)
    return (number, results) if len(results) == length else None


def _read(source: int, length: int) -> bytes:
    """Return so many bytes; fewer at the end of a pipe, and none after it."""
    parts = []
    while length and (part := os.read(source, length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _write(sink: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(sink, rest) :]
