"""Files to text, with what it takes to write them back."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from mtaudit.engine.encodings import BinaryFileError, Raw, decode
from mtaudit.formats import PACKED
from mtaudit.model import ReadError

__all__ = ["MAX_BYTES", "MEBIBYTE", "BinaryFileError", "Raw", "read", "read_stream"]

MEBIBYTE = 1024 * 1024
MAX_BYTES = 32 * MEBIBYTE
"""A larger file is refused: no prose is so long, and rules need it in memory."""


def read(path: str, limit: int = MAX_BYTES) -> Raw:
    """
    Return the text of the file at `path`, or raise `ReadError`.

    Only a regular file is opened, as a pipe or a device may never end, and only
    one of `limit` bytes at most.
    """
    try:
        _refuse(os.stat(path), path, limit)
        with open(path, "rb", buffering=0) as file:
            return _text_of(file.read(), path, limit)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise ReadError(message, place=path) from None
    except ValueError:
        message = "the file cannot be read: its name has a NUL character"
        raise ReadError(message, place=path) from None


def read_stream(stream: BinaryIO, path: str, limit: int = MAX_BYTES) -> Raw:
    """Return the text of a stream that is called `path`, or raise `ReadError`."""
    return _text_of(stream.read(limit + 1), path, limit)


def _text_of(content: bytes, path: str, limit: int) -> Raw:
    if len(content) > limit:
        raise _too_large(path, limit)
    if path.lower().endswith(PACKED):
        return _unpacked(content, path, limit)
    return decode(content, path)


def _unpacked(content: bytes, path: str, limit: int) -> Raw:
    """Return the text in a packed file, which cannot be written back."""
    from mtaudit.formats.packed import unpacked

    inner = unpacked(content, path, limit)
    return decode(inner, path.removesuffix(".gz"))._replace(content=content)


def _refuse(status: os.stat_result, path: str, limit: int) -> None:
    """Raise `ReadError` for what is no file, or too large a one."""
    if not stat.S_ISREG(status.st_mode):
        word = _WORDS.get(stat.S_IFMT(status.st_mode), "no regular file")
        hint = "read it on standard input: mtaudit check - < PATH"
        message = f"the path is {word}, not a file"
        is_stream = stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode)
        raise ReadError(message, place=path, hint=hint if is_stream else None)
    if status.st_size > limit:
        raise _too_large(path, limit, f"has {status.st_size:,} bytes; it ")


def _too_large(path: str, limit: int, size: str = "") -> ReadError:
    message = f"the text {size}is larger than {limit // MEBIBYTE} MiB, the limit"
    return ReadError(message, place=path, hint="split it, or raise “max-file-size”")


_WORDS = {
    stat.S_IFIFO: "a pipe (FIFO)",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
