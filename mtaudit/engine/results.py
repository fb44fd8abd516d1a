"""Results of earlier runs, in one file."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mtaudit import __version__
from mtaudit.assets import asset_folder, is_installed
from mtaudit.engine.audit import Result
from mtaudit.engine.result_rows import plain, restored
from mtaudit.packs.kept import read_kept, write_kept
from mtaudit.packs.rule import Rule

try:  # `hashlib` loads OpenSSL first, which takes as long as many files' digests
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

_LAYOUT = 1
"""Raised when the rows change, so that old ones are not read."""

_MOST_BYTES = 24 * 1024 * 1024
_MOST_FILES = 24
"""Bounds on one file of results, and on how many there are."""


def digest(*parts: bytes) -> bytes:
    """Return 16 bytes that no other parts have, for all practical purposes."""
    state = blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.digest()


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


class Note(NamedTuple):
    """A result as it is kept."""

    made_of: bytes
    """The digest of all that it depends on."""

    row: bytes

    @classmethod
    def of(cls, made_of: bytes, result: Result) -> Note:
        """Return a note of a result without failures."""
        return cls(made_of, marshal.dumps(plain(result)))


class Results:
    """
    Notes by the paths of files.

    They are written at the end, at once or not at all. Two runs at the same time
    may cost each other notes, and nothing more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._notes = _read(path)
        self._new: dict[str, Note] = {}

    def knows(self, path: str) -> bool:
        """Whether there is a note on a file, be it fresh or not."""
        return path in self._notes

    def recall(
        self, path: str, made_of: Collection[bytes], rules: Mapping[str, Rule]
    ) -> Result | None:
        """Return the result of a file, if it was made of one of what is given."""
        said, row = self._notes[path]
        if said not in made_of:
            return None
        try:
            return restored(path, marshal.loads(row), rules)  # noqa: S302 -- our own
        except (ValueError, EOFError, TypeError, KeyError):
            return None

    def keep(self, path: str, note: Note) -> None:
        """Have `save` write a note."""
        self._new[path] = note

    def save(self) -> None:
        """Write what is new, beside what other runs have written since."""
        if not self._new:
            return
        old = _read(self._path)
        notes = {path: note for path, note in old.items() if path not in self._new}
        notes |= {path: (note[0], note[1]) for path, note in self._new.items()}
        write_kept(self._path, dict(_newest(notes)))
        self._new.clear()
        _prune(self._path.parent)


_Notes = dict[str, tuple[bytes, bytes]]


def _read(path: Path) -> _Notes:
    kept = read_kept(path)
    return kept if isinstance(kept, dict) else {}


def _newest(notes: _Notes) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Yield the notes that were written last, up to a number of bytes."""
    excess = sum(len(row) for _, row in notes.values()) - _MOST_BYTES
    for path, note in notes.items():
        if excess <= 0:
            yield path, note
        excess -= len(note[1])


def _prune(folder: Path) -> None:
    """Remove the files of results that were written longest ago."""
    try:
        files = [(file.stat().st_mtime_ns, file) for file in folder.glob("results-*")]
        for _, file in sorted(files, reverse=True)[_MOST_FILES:]:
            file.unlink(missing_ok=True)
    except OSError:  # another run was quicker
        return
