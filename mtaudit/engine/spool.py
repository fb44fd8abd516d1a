"""Bytes that are needed again later: in memory while they are few, then on disk."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import BytesIO
from typing import IO

_MOST = 1 << 18
"""Bytes that are held in memory, if there is room on the disk for more."""


class Spool:
    """Keeps bytes until the process ends, or nobody needs them any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._size = 0
        self._descriptor: int | None = None
        """Of the file, if it is one on the disk."""

    def add(self, data: bytes) -> int:
        """Keep `data`, and return where, for `read`."""
        start = self._size
        if start <= _MOST < start + len(data):
            self._move_to_disk()
        try:
            _write(self._file, start, data)
        except OSError:  # such as that of a full disk
            self._go_on_in(BytesIO())
            _write(self._file, start, data)
        self._size += len(data)
        return start

    def read(self, start: int, length: int) -> bytes:
        """Return so many bytes of those that were added at `start`."""
        if self._descriptor is not None and sys.platform != "win32":
            # Processes that were forked share the place that `seek` goes to.
            return os.pread(self._descriptor, length, start)
        self._file.seek(start)
        return self._file.read(length)

    def _move_to_disk(self) -> None:
        """Go on in a file that is gone with us; where there can be none, in memory."""
        from tempfile import TemporaryFile

        with suppress(OSError):
            # Unbuffered: a process that is forked must have nothing of it to write.
            file = TemporaryFile(buffering=0)  # noqa: SIM115 -- it stays open
            self._go_on_in(file)
            self._descriptor = file.fileno()

    def _go_on_in(self, file: IO[bytes]) -> None:
        """Use a file that gets what there is; if it has no room, stay."""
        try:
            _write(file, 0, self.read(0, self._size))
        except OSError:
            file.close()
            raise
        self._file.close()
        self._file, self._descriptor = file, None

    def __del__(self) -> None:
        self._file.close()


def _write(file: IO[bytes], start: int, data: bytes) -> None:
    """Write all of `data`: a file without a buffer may take a part of it."""
    file.seek(start)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
