"""Results of earlier runs, in one file."""

from __future__ import annotations

import os
import sys
from binascii import crc32
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from mtaudit import __version__
from mtaudit.assets import asset_folder, is_installed
from mtaudit.engine.spool import Spool
from mtaudit.kept import kept_anew, open_kept, packed, unpacked

try:  # `hashlib` loads OpenSSL first, which takes as long as many files' digests
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_LAYOUT = 2
"""Raised when the rows change, so that old ones are not read."""

_MOST_BYTES = 24 * 1024 * 1024
_MOST_FILES = 24
"""Bounds on one file of results, and on how many there are."""


def digest(*parts: bytes) -> bytes:
    """Return 16 bytes that no other parts have, for all practical purposes."""
    sizes = [len(parts), *map(len, parts)]
    head = b"".join([size.to_bytes(_NUMBER, "little") for size in sizes])
    return blake2b(b"".join([head, *parts]), digest_size=_DIGEST).digest()


def installation() -> str:
    """
    Return a text that differs once we, or the libraries, are another version.

    In a checkout every module counts: there a version has many states.
    """
    folders = [Path(path) for path in sys.path if path.endswith("site-packages")]
    times = [path.stat().st_mtime_ns for path in folders if path.is_dir()]
    if not is_installed(asset_folder("rules")):
        modules = Path(__file__).parents[1].rglob("*.py")
        times += [module.stat().st_mtime_ns for module in sorted(modules)]
    return f"{_LAYOUT} {__version__} {sys.version} {times}"


class Results:
    """
    Rows of bytes by the paths of files, each with the digest of what it is made of.

    They are read one by one, and written at the end, at once or not at all. Two
    runs at the same time may cost each other rows, and nothing more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _Kept(path)
        self._new: dict[str, _Entry] = {}
        self._rows = Spool()

    def made_of(self, path: str) -> bytes | None:
        """Return the digest of what the row of a file is made of, if there is one."""
        entry = self._kept.index.get(path)
        return entry and _made_of(entry)

    def row(self, path: str) -> bytes | None:
        """Return the row of a file, once; None if it is broken or was returned."""
        entry = self._kept.index.pop(path, None)
        return entry and self._kept.row(entry)

    def keep(self, path: str, made_of: bytes, row: bytes) -> None:
        """Have `save` write a row."""
        self._new[path] = _entry(made_of, self._rows.add(row), row)

    def save(self) -> None:
        """Write what is new, beside what other runs have written since."""
        self._kept.close()
        if self._new:
            with suppress(OSError), kept_anew(self._path) as file:
                self._write(file)
            self._new.clear()
            _prune(self._path.parent)

    def _write(self, file: BinaryIO) -> None:
        """Write the rows that were added last, up to a number of bytes."""
        kept = _Kept(self._path)
        old = {path: kept.index[path] for path in kept.index if path not in self._new}
        rows = chain(
            ((path, entry, kept.row(entry)) for path, entry in old.items()),
            ((path, entry, self._row(entry)) for path, entry in self._new.items()),
        )
        excess = sum(map(_length, chain(old.values(), self._new.values())))
        excess -= _MOST_BYTES
        index: dict[str, _Entry] = {}
        for path, entry, row in rows:
            if excess <= 0 and row is not None:
                index[path] = _entry(_made_of(entry), file.tell(), row)
                file.write(row)
            excess -= _length(entry)
        kept.close()
        data = packed(index)
        file.write(data)
        file.write(len(data).to_bytes(_NUMBER, "little"))
        file.write(crc32(data).to_bytes(_NUMBER, "little"))

    def _row(self, entry: _Entry) -> bytes:
        return self._rows.read(_start(entry), _length(entry))


class _Kept:
    """A file of rows: they, then where each one is, then how long that is."""

    def __init__(self, path: Path) -> None:
        self._file = open_kept(path)
        self.index: dict[str, _Entry] = {}
        if self._file is not None:
            with suppress(OSError, ValueError, EOFError, TypeError):
                self.index = _index(self._file)

    def row(self, entry: _Entry) -> bytes | None:
        """Return the row of an entry; None if it is not what was written."""
        if self._file is None:
            return None
        self._file.seek(_start(entry))
        row = self._file.read(_length(entry))
        return row if crc32(row) == _checksum(entry) else None

    def close(self) -> None:
        """Let another file take the place of this one."""
        if self._file is not None:
            self._file.close()

    def __del__(self) -> None:
        self.close()


def _index(file: BinaryIO) -> dict[str, _Entry]:
    """Return where each row is; raises all sorts of errors if the file is broken."""
    file.seek(-2 * _NUMBER, os.SEEK_END)
    length, said = (
        int.from_bytes(file.read(_NUMBER), "little") for _ in ("length", "checksum")
    )
    file.seek(-2 * _NUMBER - length, os.SEEK_END)
    data = file.read(length)
    return unpacked(data) if crc32(data) == said else {}


_Entry = bytes
"""
Where a row is: digest, start, length, checksum.

In bytes it takes a third of what it would as a tuple, and there may be many.
"""

_DIGEST, _NUMBER = 16, 8


def _entry(made_of: bytes, start: int, row: bytes) -> _Entry:
    numbers = (start, len(row), crc32(row))
    return made_of + b"".join(each.to_bytes(_NUMBER, "little") for each in numbers)


def _made_of(entry: _Entry) -> bytes:
    return entry[:_DIGEST]


def _start(entry: _Entry) -> int:
    return int.from_bytes(entry[_DIGEST : _DIGEST + _NUMBER], "little")


def _length(entry: _Entry) -> int:
    return int.from_bytes(entry[_DIGEST + _NUMBER : _DIGEST + 2 * _NUMBER], "little")


def _checksum(entry: _Entry) -> int:
    return int.from_bytes(entry[_DIGEST + 2 * _NUMBER :], "little")


def _prune(folder: Path) -> None:
    """Remove the files of results that were written longest ago."""
    try:
        files = [(file.stat().st_mtime_ns, file) for file in folder.glob("results-*")]
        for _, file in sorted(files, reverse=True)[_MOST_FILES:]:
            file.unlink(missing_ok=True)
    except OSError:  # another run was quicker
        return
