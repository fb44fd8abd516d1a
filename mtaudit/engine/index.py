"""What is staged: the texts that a commit would hold, whatever is on the disk."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.engine.git import ChangedFile, Git, comparable
from mtaudit.engine.tree import Tree

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class Index:
    """
    The files that are staged, each with the text that is staged of it.

    Where a file is on the disk as it is in the index, by Git's own word, that is
    read. Of the others Git writes copies, all in one go, which last as long as
    this object.
    """

    def __init__(self) -> None:
        self._cwd = os.path.realpath(".")
        self._git = Git(".")
        self.changed: Sequence[ChangedFile] = self._git.changed("--cached")
        """The files that are staged, against HEAD."""

        unstaged = self._git.unstaged() if self.changed else ()
        self._apart = {
            comparable(path): path for path in map(self._git.absolute, unstaged)
        }
        """Files that are another on the disk, or not there, by comparable path."""

        for path in (file.path for file in self.changed):
            if not os.path.lexists(path):  # e.g. in a sparse checkout
                self._apart[comparable(path)] = path
        self._copies: TemporaryDirectory[str] | None = None

    def tree(self) -> Tree:
        """Return the files that are staged, in their folders."""
        return Tree(file.path for file in self.changed)

    def fetch(self, paths: Iterable[str]) -> None:
        """Have the copies at hand of those of `paths` that need one."""
        keys = {self._key(path) for path in paths}
        wanted = [self._apart[key] for key in keys & self._apart.keys()]
        if not wanted:
            return
        from tempfile import TemporaryDirectory

        self._copies = self._copies or TemporaryDirectory(prefix="mtaudit-")
        self._git.check_out(wanted, self._copies.name)
        for path in wanted:
            # Git also lists files of which the mode alone is another.
            if _content(path) == _content(self._copy_of(path)) is not None:
                del self._apart[comparable(path)]

    def is_apart(self, path: str) -> bool:
        """Whether the file at `path` is on the disk not what is staged of it."""
        return self._key(path) in self._apart

    def place_of(self, path: str) -> str:
        """Return where to read what is staged of a file, once it was fetched."""
        apart = self._apart.get(self._key(path))
        return os.path.join(self._cwd, path) if apart is None else self._copy_of(apart)

    def _copy_of(self, path: str) -> str:
        folder = self._copies.name if self._copies else os.devnull
        return os.path.join(folder, os.path.relpath(path, self._git.top))

    def _key(self, path: str) -> str:
        return comparable(os.path.normpath(os.path.join(self._cwd, path)))


def _content(path: str) -> bytes | None:
    """Return the bytes of a file; None if it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return None
