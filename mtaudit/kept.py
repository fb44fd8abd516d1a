"""What is kept between runs: files that only we write, and only the user can."""

from __future__ import annotations

import marshal
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

KEPT = ("packs-*", "results-*", "facts-*")
"""What the files are called, unfinished ones among them."""

_NAME = re.compile(r"[A-Za-z0-9-]{1,40}")


def cache_folder(said: str | None = None) -> Path | None:
    """Return the folder for what is kept: as `said`, else as the platform has it."""
    if said is not None:
        return Path(said)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 -- a tilde may stay
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 -- likewise
    return None if not base or base.startswith("~") else Path(base, "mtaudit")


def read_kept(path: Path) -> Any:
    """
    Return what `write_kept` wrote; None if it is not there, broken, or not ours.

    The format is that of `marshal`, which reads three times faster than JSON and
    must not be fed by strangers: a file that others can write is not read.
    """
    try:
        file = open_kept(path)
        if file is None:
            return None
        with file:
            return unpacked(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def open_kept(path: Path) -> BinaryIO | None:
    """Return a file that only we can have written, open; None if it is not there."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    if _is_ours(os.fstat(file.fileno())):
        return file
    file.close()
    return None


class KeptFacts:
    """Where facts are kept that take long to work out: nowhere, until it is said."""

    folder: Path | None = None

    def recalled(self, name: str, state: str, work_out: Callable[[], Any]) -> Any:
        """
        Return plain data as an earlier run worked it out in this `state`, or anew.

        The name becomes that of a file; one that could be none is not kept.
        """
        if self.folder is None or not _NAME.fullmatch(name):
            return work_out()
        path = self.folder / f"facts-{name}.marshal"
        match read_kept(path):
            case (said, value) if said == state:
                return value
        value = work_out()
        write_kept(path, (state, value))
        return value


def state_of(package: str, *read_by: Path) -> str:
    """Return a text that differs once a package is another, or files that read it."""
    spec = find_spec(package)
    places = [*read_by, *([Path(spec.origin)] if spec and spec.origin else [])]
    stats = (f"{each.stat().st_size} {each.stat().st_mtime_ns}" for each in places)
    return "\n".join((f"{sys.version_info[:2]} {sys.byteorder}", *stats))


FACTS = KeptFacts()
"""The facts of this process."""


def packed(value: Any) -> bytes:
    """Return plain data as bytes."""
    return marshal.dumps(value)


def unpacked(data: bytes) -> Any:
    """Return what `packed` was given; only ever give it what that returned."""
    return marshal.loads(data)  # noqa: S302 -- of our own making


def write_kept(path: Path, value: Any) -> None:
    """Write plain data at once or not at all; that it cannot be is no error."""
    with suppress(OSError), kept_anew(path) as file:
        file.write(packed(value))


@contextmanager
def kept_anew(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that is at `path` once all is written; raises `OSError`."""
    partial = path.with_suffix(f".{os.getpid()}.tmp")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        partial.touch(mode=0o600)
        with partial.open("wb") as file:
            yield file
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise


def _is_ours(stat: os.stat_result) -> bool:
    """Whether nobody else can have written a file."""
    if os.name == "nt":  # the folder is inside the user's profile
        return True
    return stat.st_uid == os.getuid() and not stat.st_mode & 0o022
