"""The files of an archive, read within limits."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mtaudit.model import ReadError

_MOST_FILES = 10_000


class Archive:
    """The files of an archive, read until they are too long together."""

    def __init__(self, content: bytes, path: str, limit: int) -> None:
        self.path = path
        self._left = limit
        self._limit = limit
        try:
            self._zip = ZipFile(BytesIO(content))
            self.names = self._zip.namelist()
        except (BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise self.error(f"the archive cannot be read: {error}") from None
        if len(self.names) > _MOST_FILES:
            raise self.error(f"the archive holds more than {_MOST_FILES:,} files")

    def text(self, name: str) -> str:
        """Return the text of a file of the archive, or raise `ReadError`."""
        try:
            with self._zip.open(name) as file:
                content = file.read(self._left + 1)
        except (
            *(BadZipFile, KeyError, RuntimeError, NotImplementedError),
            *(EOFError, OSError, zlib.error, ValueError),
        ) as error:
            raise self.error(f"“{name}” cannot be unpacked: {error}") from None
        self._left -= len(content)
        if self._left < 0:
            raise self.error(too_long(self._limit))
        encoding = (
            "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        )
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise self.error(
                f"“{name}” in the archive is not {encoding}: byte {error.start}"
            ) from None

    def error(self, message: str) -> ReadError:
        """Return what to raise for a fault of the archive."""
        return ReadError(message, place=self.path)


def too_long(limit: int) -> str:
    """Return what to say of a text that is longer than `limit` bytes unpacked."""
    return f"what is packed in the file is larger than {limit // 2**20} MiB, the limit"
