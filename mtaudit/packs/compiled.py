"""Packs as plain data in one file, so that a run need not read YAML."""

from __future__ import annotations

import marshal
import os
import sys
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mtaudit import __version__
from mtaudit.assets import is_installed
from mtaudit.packs.folders import PackFolder
from mtaudit.packs.rule import Rule

_LAYOUT = 15
"""Raised when the rows below change, so that old files are not read."""


def load_rules(packs: Sequence[PackFolder], cache: Path | None) -> tuple[Rule, ...]:
    """
    Return the rules of `packs`, from the compiled file if there is a fresh one.

    The file is in the format of `marshal`, which reads three times faster than
    JSON, and is read only if nobody but the user can have written it. It is
    fresh if it says the version of Python and of mtaudit, and the name, size
    and time of every file of the packs. None for `cache` compiles anew.
    """
    if cache is None:
        return _read_packs(packs)
    state = "\n".join(_state_of(packs))
    path = cache / f"packs-{_name_of(packs)}.marshal"
    rows = _read(path, state)
    if rows is not None:
        return tuple(map(Rule, rows))
    rules = _read_packs(packs)
    _write(path, (state, tuple(rule.row for rule in rules)))
    return rules


def _read_packs(packs: Iterable[PackFolder]) -> tuple[Rule, ...]:
    """Return the rules of the cards themselves; all their complaints in one go."""
    from mtaudit.packs.load import read_packs

    return tuple(card.rule for card in read_packs(packs))


def default_cache() -> Path | None:
    """Return the folder for compiled packs, as the platform has it; None if none."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 -- a tilde may stay
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 -- likewise
    return None if not base or base.startswith("~") else Path(base, "mtaudit")


def _name_of(packs: Iterable[PackFolder]) -> str:
    """Return a name for a set of packs; two sets that share one share a file."""
    places = " ".join(str(pack.path) for pack in packs)
    return f"{crc32(places.encode('utf-8', 'surrogateescape')):08x}"


def _state_of(packs: Iterable[PackFolder]) -> Iterator[str]:
    """
    Yield lines that differ from those of before once a file of the packs does.

    Packs that were installed with us are replaced whole and not edited.
    """
    yield f"{_LAYOUT} {__version__} {sys.version_info[:2]}"
    for pack in packs:
        yield f"{pack.name} {pack.trusted} {pack.path}"
        if pack.trusted and is_installed(pack.path):
            yield f"{pack.path.stat().st_mtime_ns}"
            continue
        with os.scandir(pack.path) as entries:
            stats = [(entry.name, entry.stat()) for entry in entries]
        for name, stat in sorted(stats):
            yield f"{name!a} {stat.st_size} {stat.st_mtime_ns}"


def _read(path: Path, state: str) -> Any:
    """Return the rows of a compiled file, unless it is stale or not ours alone."""
    try:
        with path.open("rb") as file:
            if not _is_ours(os.fstat(file.fileno())):
                return None
            said, rows = marshal.loads(file.read())  # noqa: S302 -- of our own making
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return rows if said == state else None


def _is_ours(stat: os.stat_result) -> bool:
    """Whether nobody else can have written a file."""
    if os.name == "nt":  # the folder is inside the user's profile
        return True
    return stat.st_uid == os.getuid() and not stat.st_mode & 0o022


def _write(path: Path, compiled: tuple[Any, ...]) -> None:
    """Write the file at once or not at all; a cache that cannot be is no error."""
    partial = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.touch(mode=0o600)
        partial.write_bytes(marshal.dumps(compiled))
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
