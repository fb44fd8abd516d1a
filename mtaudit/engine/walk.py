"""Folders to files: what is looked into, and what is taken along."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.config.load import Configurations
from mtaudit.config.schema import Settings
from mtaudit.engine.gitignore import NOTHING_IGNORED, TOLD_BY, GitIgnore, above
from mtaudit.engine.neighbours import lie_among_languages
from mtaudit.engine.tree import Leaf, Tree
from mtaudit.formats import format_for, is_for_people, reader_for
from mtaudit.text.globs import Globs

SKIPPED_FOLDERS = frozenset(
    {
        ".bzr",
        ".direnv",
        ".eggs",
        ".git",
        ".git-rewrite",
        ".hg",
        ".ipynb_checkpoints",
        ".mtaudit_cache",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pyenv",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        ".vscode",
        "__pycache__",
        "__pypackages__",
        "_build",
        "buck-out",
        "dist",
        "node_modules",
        "site-packages",
        "venv",
    }
)
"""Folders that are not looked into unless they are named; the list is ruff's."""

OWN_FILES = frozenset(
    {
        ".mtaudit-baseline.jsonl",
        ".mtaudit-ignore.toml",
        ".mtaudit.toml",
        "mtaudit.toml",
        "pyproject.toml",
    }
)
"""Files of ours that are never audited, not even when they are named."""


EXCLUDED = "excluded by the configuration"
IGNORED = "ignored by Git"
NOT_INCLUDED = "not among the included files"


class Unreadable(NamedTuple):
    """A folder that could not be looked into, and why."""

    path: str
    reason: str


class Text(NamedTuple):
    """A file that is to be audited."""

    path: str
    format: str
    is_link: bool


class Walk:
    """
    Looks through folders; what it learns of settings it keeps.

    With a `tree` it looks through that, and not through the disk.
    """

    def __init__(self, configurations: Configurations, tree: Tree | None) -> None:
        self._configurations = configurations
        self._entries = _entries if tree is None else tree.entries
        self._has_tree = tree is not None
        """Whether there may be files on the disk that folders do not list."""

        self._scopes: dict[int, _Scope] = {}
        self.passed_over: dict[str, str] = {}
        """Files that could be audited and folders, and why they were left out."""

    def files(self, start: str) -> Iterator[Text | Unreadable]:
        """
        Yield the files below the folder `start` that are to be audited.

        Links to files are followed, links to folders are not: they may lead
        round in a circle, and what they lead to is mostly seen anyway.
        """
        settings = self._configurations.for_folder(start)
        outer = above(start) if settings.respect_gitignore else NOTHING_IGNORED
        is_original = self._configurations.is_original
        folders = [(start, outer)]
        while folders:
            folder, ignored = folders.pop()
            scope = self._scope(folder)
            try:
                entries = self._entries(folder)
            except OSError as error:
                yield Unreadable(folder, error.strerror or "it cannot be read")
                continue
            if scope.settings.respect_gitignore and self._may_tell_git(entries):
                ignored = ignored.inside(folder)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if scope.enters(entry.path, ignored):
                        folders.append((entry.path, ignored))
                    continue
                name = scope.format_of(entry, ignored)
                if name is not None and not is_original(entry.path):
                    yield Text(entry.path, name, entry.is_symlink())

    def _may_tell_git(self, entries: Iterable[os.DirEntry[str] | Leaf]) -> bool:
        """Whether what lies in a folder may change what Git ignores there."""
        return self._has_tree or not TOLD_BY.isdisjoint([each.name for each in entries])

    def is_excluded(self, path: str) -> bool:
        """Whether `path`, or a folder that it lies in, is excluded by settings."""
        return self._scope(os.path.dirname(path)).excludes(path)

    def _scope(self, folder: str) -> _Scope:
        settings = self._configurations.for_folder(folder)
        if id(settings) not in self._scopes:
            self._scopes[id(settings)] = _Scope(settings, self.passed_over)
        return self._scopes[id(settings)]


class _Scope:
    """Where one configuration holds: what it excludes and includes."""

    def __init__(self, settings: Settings, passed_over: dict[str, str]) -> None:
        self.settings = settings
        self._passed_over = passed_over
        exclude = (*settings.exclude, *settings.extend_exclude)
        self._exclude = Globs(exclude, settings.root) if exclude else None
        cache = settings.cache_dir
        self._cache = os.path.normpath(f"{settings.root}/{cache}") if cache else None
        include = settings.include
        self._include = Globs(include, settings.root) if include else None

    def enters(self, path: str, ignored: GitIgnore) -> bool:
        """Whether to look into a folder."""
        if os.path.basename(path) in SKIPPED_FOLDERS or path == self._cache:
            return False
        return not self._passes_over(path, ignored, is_folder=True)

    def format_of(
        self, entry: os.DirEntry[str] | Leaf, ignored: GitIgnore
    ) -> str | None:
        """
        Return the name of the format of a file; None if it is not to be audited.

        The cheapest questions come first.
        """
        path = entry.path
        name = None if entry.name in OWN_FILES else self._format_by_name(path)
        if name is None:
            return None
        if self._include and not self._include.covers(path):
            self._passed_over[path] = NOT_INCLUDED
            return None
        if self._passes_over(path, ignored, is_folder=False):
            return None
        return name if _is_file(entry) else None

    def excludes(self, path: str) -> bool:
        """Whether a file would not be reached from the configuration's folder."""
        root = self.settings.root
        folders = os.path.dirname(os.path.relpath(path, root)).split(os.sep)
        if not SKIPPED_FOLDERS.isdisjoint(folders):
            return True
        return self._exclude is not None and self._exclude.covers(path)

    def _passes_over(self, path: str, ignored: GitIgnore, *, is_folder: bool) -> bool:
        if self._exclude and self._exclude.match(path):
            self._passed_over[path] = EXCLUDED
        elif ignored.files and ignored.ignores(path, is_folder=is_folder):
            self._passed_over[path] = IGNORED
        else:
            return False
        return True

    def _format_by_name(self, path: str) -> str | None:
        """Return the name of the format of a file; None if it is none for people."""
        formats, root = self.settings.formats, self.settings.root
        name = format_for(path, formats, root)
        is_text = name is not None and (
            is_for_people(path, name, root, among=lie_among_languages)
            or bool(reader_for(path, formats, root))
        )
        return name if is_text else None


def _entries(folder: str) -> Sequence[os.DirEntry[str] | Leaf]:
    """Return what lies in a folder, by name."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_file(entry: os.DirEntry[str] | Leaf) -> bool:
    """Whether an entry is a regular file, or leads to one."""
    try:
        return entry.is_file()
    except OSError:
        return False
