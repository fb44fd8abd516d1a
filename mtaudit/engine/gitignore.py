"""What Git ignores, by the `.gitignore` files of a folder and those above it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.text.globs import posix

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME, _REPOSITORY = ".gitignore", ".git"

TOLD_BY = frozenset({_NAME, _REPOSITORY})
"""A folder that holds neither ignores what the one above it does."""


class GitIgnore(NamedTuple):
    """
    The `.gitignore` files that hold in a folder, outermost first.

    What Git keeps for one machine, the user's own file and `.git/info/exclude`,
    does not count: a run gives the same everywhere.
    """

    files: tuple[tuple[str, GitIgnoreSpec], ...] = ()
    """Each with its folder."""

    def inside(self, folder: str) -> GitIgnore:
        """Return what holds inside `folder`, one step further in."""
        # Another repository inside this one has rules of its own.
        outer = () if _is_repository(folder) else self.files
        path = os.path.join(folder, _NAME)
        spec = _spec(path) if os.path.isfile(path) else None
        return GitIgnore((*outer, (folder, spec)) if spec else outer)

    def ignores(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether Git would pass over `path`; the innermost file that says decides."""
        for folder, spec in reversed(self.files):
            relative = _as_text(posix(os.path.relpath(path, folder)))
            said = spec.check_file(f"{relative}/" if is_folder else relative).include
            if said is not None:
                return said
        return False


NOTHING_IGNORED = GitIgnore()


def above(folder: str) -> GitIgnore:
    """
    Return what holds in `folder` from above, its own file left out.

    Outside a repository that is nothing, and so it is where `folder` itself is
    ignored: then whoever names it wants it all the same.
    """
    folders = []
    here = folder
    while not _is_repository(here):
        here, last = os.path.dirname(here), here
        if here == last:
            return NOTHING_IGNORED
        folders.append(here)
    found = NOTHING_IGNORED
    for each in reversed(folders):
        found = found.inside(each)
    ignored = found.files and found.ignores(folder, is_folder=True)
    return NOTHING_IGNORED if ignored else found


def _as_text(path: str) -> str:
    """Return a path that can be encoded, its bytes that are no text as U+FFFD."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def _is_repository(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, _REPOSITORY))


def _spec(path: str) -> GitIgnoreSpec | None:
    """Return the patterns of a file; None if there are none, or it is unreadable."""
    try:
        with open(path, "rb") as file:
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return None
    patterns = [line for line in lines if line.strip() and not line.startswith("#")]
    if not patterns:
        return None
    # Its import takes longer than walking a small folder.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError:
        return GitIgnoreSpec.from_lines(filter(_is_pattern, patterns))


def _is_pattern(line: str) -> bool:
    """Whether `line` is a pattern; Git passes over lines that are none, too."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
