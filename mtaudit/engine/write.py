"""Text to a file as it was encoded, all of it or nothing."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress

from mtaudit.engine.encodings import Raw
from mtaudit.model import WriteError

_CONFLICT = r"(?m)^(?:<{7} |={7}\r?$|>{7} )"
"""The lines that Git leaves around what it could not merge."""


def write(path: str, text: str, raw: Raw) -> None:
    """
    Make `text` the content of the file that `raw` was read from.

    The file is either as it was or as it should be, whenever the run stops. It
    keeps its encoding, mode and owner; of a link, the file that it leads to is
    written. `WriteError` says why the file is as it was.
    """
    content = _encoded(text, raw, path)
    if _has_conflict(raw.text):
        message = "the file has the marks of a merge conflict, and was not changed"
        raise WriteError(message, place=path, hint="resolve the conflict first")
    target = os.path.realpath(path)
    try:
        status = os.stat(target)
        _refuse_read_only(target, path)
        _replace(
            target, content, status, check=lambda: _refuse_changed(target, raw, path)
        )
    except OSError as error:
        message = f"the file could not be written: {error.strerror}; it is as it was"
        raise WriteError(message, place=path) from None


def _has_conflict(text: str) -> bool:
    """Whether Git left the marks of a conflict: a lone ``=======`` is a heading."""
    if "<<<<<<< " not in text:
        return False
    return "<=>" in "".join(mark[0] for mark in re.findall(_CONFLICT, text))


def _encoded(text: str, raw: Raw, path: str) -> bytes:
    """Return the bytes of `text`, which must stay what they are outside edits."""
    if raw.bom + raw.text.encode(raw.encoding, "replace") != raw.content:
        if path.lower().endswith(".gz"):
            message = "a compressed file is not rewritten"
            raise WriteError(message, place=path, hint="decompress it first")
        message = f"its {raw.encoding} cannot be written back byte for byte"
        raise WriteError(message, place=path, hint="convert the file to UTF-8")
    try:
        return raw.bom + text.encode(raw.encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        line = text.count("\n", 0, error.start) + 1
        message = f"{raw.encoding} has no “{char}” (U+{ord(char):04X}), needed"
        message += f" in line {line}; the file is as it was"
        raise WriteError(message, place=path, hint="convert it to UTF-8") from None


def _refuse_read_only(target: str, path: str) -> None:
    """Raise `WriteError` for a file that may not be written: a rename could."""
    if not os.access(target, os.W_OK):
        message = "the file may not be written; it is as it was"
        raise WriteError(message, place=path, hint="check its permissions")


def _refuse_changed(target: str, raw: Raw, path: str) -> None:
    """Raise `WriteError` if the file is no longer what `raw` was read from."""
    with open(target, "rb") as file:
        if file.read() != raw.content:
            message = "the file has changed since it was read, and was left alone"
            raise WriteError(message, place=path, hint="run the command again")


def _replace(
    target: str, content: bytes, status: os.stat_result, *, check: Callable[[], None]
) -> None:
    """Put `content` in the place of `target` in one step, if `check` lets it."""
    folder = os.path.dirname(target)
    # Named before it exists, so that it can be removed whatever happens; and
    # short, as the name of the file may already be as long as names can be.
    temporary = os.path.join(folder, f".mtaudit-{os.urandom(8).hex()}.tmp")
    try:
        _fill(temporary, content, status)
        check()
        os.replace(temporary, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    _flush_folder(folder)


def _fill(temporary: str, content: bytes, status: os.stat_result) -> None:
    """Write a new file that is on the disk when this returns."""
    with open(temporary, "xb", opener=_private) as file:
        file.write(content)
        file.flush()
        if hasattr(os, "chown"):
            # Only root may give a file away; the mode matters more.
            with suppress(OSError):
                os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else can read before its mode is known."""
    return os.open(path, flags, 0o600)


def _flush_folder(folder: str) -> None:
    """Have the new name on the disk too, on systems where that can be asked for."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
