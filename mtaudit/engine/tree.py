"""Folders of which only the files' paths are known, as a walk looks into them."""

import os
from collections.abc import Iterable
from typing import NamedTuple


class Leaf(NamedTuple):
    """What lies in a folder of a `Tree`; it says of itself what `os.DirEntry` does."""

    path: str
    is_folder: bool

    @property
    def name(self) -> str:
        """Return its last part."""
        return os.path.basename(self.path)

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 -- none
        """Whether it is a folder."""
        return self.is_folder

    def is_file(self) -> bool:
        """Whether it is a file."""
        return not self.is_folder

    def is_symlink(self) -> bool:
        """Whether it is a link on the disk."""
        return os.path.islink(self.path)


class Tree:
    """Files by absolute path, and the folders that they lie in."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = frozenset(files)
        self._folders: dict[str, set[Leaf]] = {}
        for file in self.files:
            self._plant(Leaf(file, is_folder=False))

    def entries(self, folder: str) -> list[Leaf]:
        """Return what lies in a folder, by name."""
        return sorted(self._folders.get(folder, ()), key=lambda leaf: leaf.name)

    def has_folder(self, path: str) -> bool:
        """Whether any file lies below `path`."""
        return path in self._folders

    def _plant(self, leaf: Leaf) -> None:
        """Put a leaf into its folder, and that into its own."""
        folder = os.path.dirname(leaf.path)
        is_known = folder in self._folders
        self._folders.setdefault(folder, set()).add(leaf)
        if not is_known and folder != leaf.path:
            self._plant(Leaf(folder, is_folder=True))
