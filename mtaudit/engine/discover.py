"""Paths, folders and globs to files."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.config.load import Configurations
from mtaudit.engine.neighbours import lie_among_languages
from mtaudit.engine.tree import Tree
from mtaudit.engine.walk import OWN_FILES, Text, Unreadable, Walk
from mtaudit.formats import format_for, is_for_people, reader_for
from mtaudit.model import Failure, GroupedError, PassedOver, UsageError
from mtaudit.text.globs import posix
from mtaudit.text.nearest import nearest

STDIN = "-"
PLAIN = "plain"
"""The format of a file that is named and whose ending is not known."""


class File(NamedTuple):
    """A file to audit."""

    path: str
    """POSIX, relative to the working directory; ``-`` is standard input."""

    named: bool
    """Whether the user named it, rather than a folder it lies in."""

    format: str = PLAIN


class Found(NamedTuple):
    """What the paths of a command line come to."""

    files: tuple[File, ...]
    """Sorted by path, each once."""

    failures: tuple[Failure, ...] = ()
    """Folders that could not be looked into."""

    notices: tuple[str, ...] = ()
    """Sentences on named files that are not audited."""

    passed_over: tuple[PassedOver, ...] = ()
    """What was found and left out, by path."""


def discover(
    paths: Sequence[str],
    configurations: Configurations,
    cwd: str = ".",
    *,
    outputs: Sequence[str] = (),
    tree: Tree | None = None,
) -> Found:
    """
    Return the files that `paths` come to; no paths are the working directory.

    `outputs` are files that the run will write, which it does not read. With a
    `tree` folders hold what it says. Paths that do not exist raise `UsageError`,
    all of them together.
    """
    search = _Search(configurations, os.path.abspath(cwd), outputs)
    if tree is not None:
        search.look_through(tree)
    for path in paths or ["."]:
        search.add(path)
    return search.found()


class _Search:
    """The files so far, by absolute path."""

    def __init__(
        self, configurations: Configurations, cwd: str, outputs: Sequence[str]
    ) -> None:
        self._configurations = configurations
        self._cwd = cwd
        self._inside = os.path.join(cwd, "")
        """What the paths of all that lies below the working directory begin with."""

        self._walk = Walk(configurations, None)
        self._tree = Tree(())
        self._outputs = {self._absolute(path) for path in outputs}
        self._files: dict[str, File] = {}
        self._links: dict[str, str] = {}
        """What files that are links lead to."""

        self._folders: dict[str, str] = {}
        """What stands before the names of the files in folders, as reports have it."""

        self._failures: list[Failure] = []
        self._notices: list[str] = []
        self._missing: list[UsageError] = []

    def look_through(self, tree: Tree) -> None:
        """Take folders to hold what `tree` says, not what is on the disk."""
        self._walk = Walk(self._configurations, tree)
        self._tree = tree

    def add(self, argument: str) -> None:
        """Take in what one argument comes to."""
        path = self._absolute(argument)
        if argument == STDIN:
            self._files[STDIN] = File(STDIN, named=True)
        elif argument and path in self._tree.files:
            self._add_named(path)
        elif argument and (os.path.isdir(path) or self._tree.has_folder(path)):
            self._add_folder(path)
        elif argument and _is_there(path):
            self._add_named(path)
        elif any(char in argument for char in "*?["):
            self._add_glob(argument)
        else:
            self._missing.append(_no_such(argument, path))

    def found(self) -> Found:
        """Return everything, or raise what is missing."""
        if len(self._missing) > 1:
            raise GroupedError(tuple(self._missing))
        if self._missing:
            raise self._missing[0]
        files = sorted(self._without_links(), key=lambda file: file.path)
        passed_over = sorted(
            PassedOver(self._shown(path), reason)
            for path, reason in self._walk.passed_over.items()
            if path not in self._files
        )
        failures, notices = tuple(self._failures), tuple(self._notices)
        return Found(tuple(files), failures, notices, tuple(passed_over))

    def _add_folder(self, folder: str) -> None:
        for item in self._walk.files(folder):
            if isinstance(item, Unreadable):
                self._add_failure(item, named=item.path == folder)
            elif item.path not in self._outputs and item.path not in self._files:
                self._add_file(item, named=False)

    def _add_failure(self, item: Unreadable, *, named: bool) -> None:
        reason = f"the folder cannot be read: {item.reason}"
        failure = Failure(self._shown(item.path), reason, named=named)
        self._failures.append(failure)

    def _add_named(self, path: str) -> None:
        """Take in a file by its name, unless it is one that is never audited."""
        settings = self._configurations.for_folder(os.path.dirname(path))
        if settings.force_exclude and self._walk.is_excluded(path):
            return
        shown = self._shown(path)
        if os.path.basename(path) in OWN_FILES or path in self._outputs:
            self._notices.append(f"{shown} is a file of mtaudit's own: not audited")
        elif self._configurations.is_original(path):
            where = f"[[translations]] in {settings.origin}"
            self._notices.append(f"{shown} is an original ({where}): not audited")
        else:
            text = Text(path, self._format(path) or PLAIN, os.path.islink(path))
            self._add_file(text, named=True)

    def _add_glob(self, glob: str) -> None:
        """
        Take in what a glob matches, as if the shell had put it in its place.

        Unlike the shell we know what is no prose, and pass over it.
        """
        from glob import iglob

        any_match = False
        for match in sorted(iglob(glob, root_dir=self._cwd, recursive=True)):
            any_match = True
            path = self._absolute(match)
            if os.path.isdir(path):
                self._add_folder(path)
            elif self._is_prose(path):
                self._add_named(path)
        if not any_match:
            self._missing.append(UsageError(f"nothing matches “{glob}”"))

    def _add_file(self, text: Text, *, named: bool) -> None:
        folder, base = os.path.split(text.path)
        if folder not in self._folders:
            shown = self._shown(folder)
            self._folders[folder] = "" if shown == "." else f"{shown}/"
        shown = f"{self._folders[folder]}{base}"
        self._files[text.path] = File(shown, named, text.format)
        if text.is_link:
            self._links[text.path] = os.path.realpath(text.path)

    def _without_links(self) -> Iterator[File]:
        """Yield the files without links to others of them: a file is audited once."""
        links = self._links
        others = (path for path in self._files if links and path not in links)
        taken = {*map(os.path.realpath, others)}
        for path, file in self._files.items():
            if links.get(path) not in taken:
                yield file
            if path in links:
                taken.add(links[path])

    def _format(self, path: str) -> str | None:
        settings = self._configurations.for_folder(os.path.dirname(path))
        return format_for(path, settings.formats, settings.root)

    def _is_prose(self, path: str) -> bool:
        """Whether a file that was not named by its whole name is to be audited."""
        name = self._format(path)
        if name is None:
            return False
        settings = self._configurations.for_folder(os.path.dirname(path))
        return is_for_people(
            path, name, settings.root, among=lie_among_languages
        ) or bool(reader_for(path, settings.formats, settings.root))

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._cwd, path))

    def _shown(self, path: str) -> str:
        """Return a path as reports have it."""
        if path.startswith(self._inside):
            return posix(path.removeprefix(self._inside))
        try:
            return posix(os.path.relpath(path, self._cwd))
        except ValueError:  # another drive
            return posix(path)


def _is_there(path: str) -> bool:
    """Whether something is at `path`, even if it cannot be read."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def _no_such(argument: str, path: str) -> UsageError:
    """Return the error for a path that does not exist, with the nearest that does."""
    if os.path.islink(path):
        return UsageError(f"“{argument}” is a link, and nothing is where it leads")
    folder, name = os.path.split(path)
    said = os.path.dirname(argument)
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder, name = os.path.split(folder)
        said = os.path.dirname(said)
    try:
        near = nearest(name, os.listdir(folder)) if argument else None
    except OSError:
        near = None
    hint = f"did you mean “{posix(os.path.join(said, near))}”?" if near else None
    return UsageError(f"there is no file or folder “{argument}”", hint=hint)
