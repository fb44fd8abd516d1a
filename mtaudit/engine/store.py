"""Where the content of files is read: on the disk, or wherever else it is kept."""

import os
from collections.abc import Iterable
from typing import Protocol

from mtaudit.engine.tree import Tree


class Store(Protocol):
    """Holds the content of files, by their paths relative to the working directory."""

    def tree(self) -> Tree | None:
        """Return the files that are there; None if the disk knows them."""

    def fetch(self, paths: Iterable[str]) -> None:
        """Make ready what is about to be read."""

    def place_of(self, path: str) -> str:
        """Return where the content of a file is to be read."""

    def is_apart(self, path: str) -> bool:
        """Whether that is another content than the file has on the disk."""


class Disk:
    """Files as they are on the disk."""

    def __init__(self, cwd: str) -> None:
        self._cwd = cwd

    def tree(self) -> None:
        """Return None."""

    def fetch(self, paths: Iterable[str]) -> None:
        """Do nothing."""

    def place_of(self, path: str) -> str:
        """Return the path as the system takes it."""
        return os.path.join(self._cwd, path)

    def is_apart(self, path: str) -> bool:  # noqa: ARG002 -- the protocol's
        """Return False."""
        return False
