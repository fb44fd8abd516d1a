"""Bytes that are needed again later: in memory while they are few, then on disk."""

from __future__ import annotations

from io import BytesIO
from typing import IO

_MOST = 1 << 18
"""Bytes that are held in memory."""


class Spool:
    """Keeps bytes until the process ends, or nobody needs them any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._size = 0

    def add(self, data: bytes) -> int:
        """Keep `data`, and return where, for `read`."""
        start = self._size
        self._size += len(data)
        if start <= _MOST < self._size:
            self._spill()
        self._file.seek(start)
        self._file.write(data)
        return start

    def read(self, start: int, length: int) -> bytes:
        """Return so many bytes of those that were added at `start`."""
        self._file.seek(start)
        return self._file.read(length)

    def _spill(self) -> None:
        """Go on in a file that is gone with us; where there can be none, in memory."""
        from tempfile import TemporaryFile

        try:
            # Unbuffered: a process that is forked must have nothing of it to write.
            file = TemporaryFile(buffering=0)  # noqa: SIM115 -- it stays open
        except OSError:
            return
        self._file.seek(0)
        file.write(self._file.read())
        self._file = file

    def __del__(self) -> None:
        self._file.close()
