"""Git, asked what changed: plumbing that no setting of the user's gets in between."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.model import UsageError
from mtaudit.text.display import visible

if TYPE_CHECKING:
    from subprocess import CompletedProcess

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_FETCH = "fetch more history, e.g. git fetch --unshallow (in CI: fetch-depth: 0)"


class Hunk(NamedTuple):
    """Lines that stand in a file now and did not before."""

    start: int
    """From 1; of a mere deletion, the line before it."""

    lines: tuple[bytes, ...]


class ChangedFile(NamedTuple):
    """A file that is not as it was."""

    path: str
    """Absolute."""

    hunks: tuple[Hunk, ...] | None
    """None if the file is new, or Git takes it for binary: then all counts."""


class Git:
    """Git in one folder, asked with nothing of the user's own in between."""

    def __init__(self, cwd: str) -> None:
        self._cwd = cwd
        self.top = os.fsdecode(self._top_level().removesuffix(b"\n"))
        """The folder of the whole repository, or of the worktree."""

    def absolute(self, name: bytes) -> str:
        """Return a name that Git gave as an absolute path."""
        return os.path.normpath(os.path.join(self.top, os.fsdecode(name)))

    def names(self, *args: str) -> list[bytes]:
        """Return what a command lists, which is given ``-z``."""
        # Both commands list what lies below the folder they run in.
        return [name for name in self._said(*args, "-z", top=True).split(b"\0") if name]

    def merge_base(self, ref: str) -> str:
        """Return the commit where `ref` and HEAD part, or raise `UsageError`."""
        if not self.succeeds("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            message = "the branch has no commit yet: nothing can have changed since"
            raise UsageError(f"{message} “{ref}”")
        known = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        if not self.succeeds(*known, f"{ref}^{{commit}}"):
            raise UsageError(f"Git knows no commit “{ref}”", hint=self._fetch_hint())
        found = self._ask("merge-base", "--", ref, "HEAD")
        if found is None:
            message = f"“{ref}” and HEAD have no commit in common here"
            raise UsageError(message, hint=self._fetch_hint())
        return found.decode().strip()

    def commit(self, ref: str) -> str:
        """Return the full name of a commit, or raise `UsageError`."""
        wanted = f"{ref}^{{commit}}"
        known = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        found = self._ask(*known, wanted)
        if found is None:
            raise UsageError(f"Git knows no commit “{ref}”", hint=self._fetch_hint())
        return found.decode().strip()

    def remote(self, name: str) -> str | None:
        """Return the address of a remote as it is configured, or None."""
        found = self._ask("config", "--get", f"remote.{name}.url")
        return None if found is None else os.fsdecode(found).strip()

    def prefix(self) -> str:
        """Return the way from the top of the repository to the folder, with “/”."""
        return os.fsdecode(self._said("rev-parse", "--show-prefix")).rstrip("\n")

    def changed(self, base: str) -> list[ChangedFile]:
        """
        Return the files that are not as in `base`, with their hunks.

        With ``--cached`` for `base` these are the files of the index that are not
        as in HEAD, or all of them if nothing is committed yet. Links and
        submodules are no files, and of a conflict there is no one text.
        """
        kept = ("-M", "--diff-filter=ACMRT", "--no-relative", "--ignore-submodules")
        safe = ("--no-color", "--no-ext-diff", "--no-textconv")
        short = ("--raw", "-z", "--patch", "--unified=0", "--inter-hunk-context=0")
        said = self._said("diff", *kept, *safe, *short, base, "--")
        listed, _, patch = said.partition(b"\0\0")
        entries = [*_entries(listed)]
        # Sections come in the order of the list, so that no name need be read.
        sections = re.split(rb"(?m)^diff --git ", patch)[1:]
        if len(sections) != sum(entry.sections for entry in entries):
            raise UsageError("Git's list of changes and its patch do not agree")
        following = iter(sections)
        read = [
            _hunks(b"".join(islice(following, entry.sections))) for entry in entries
        ]
        return [
            ChangedFile(self.absolute(entry.name), None if entry.is_new else hunks)
            for entry, hunks in zip(entries, _without_moved(read), strict=True)
            if entry.is_file
        ]

    def unstaged(self) -> list[bytes]:
        """Return the files that are not on the disk as they are in the index."""
        kept = ("--name-only", "--no-renames", "--no-relative", "--ignore-submodules")
        return self.names("diff", *kept)

    def check_out(self, paths: Iterable[str], folder: str) -> None:
        """
        Write files of the index, by absolute path, below `folder`.

        They are written as Git would in the working tree, its filters and ends of
        lines included; those that have a conflict are not.
        """
        names = [os.fsencode(os.path.relpath(path, self.top)) for path in paths]
        listed = b"\0".join(name.replace(os.fsencode(os.sep), b"/") for name in names)
        command = ("checkout-index", "-q", "-z", "--stdin", f"--prefix={folder}/")
        self._run(*command, top=True, stdin=listed)

    def committed(self) -> dict[str, int]:
        """
        Return when each file was last changed by a commit that HEAD has.

        Files by absolute path, times in seconds since 1970. Empty if there is no
        commit. Merges count for nothing: what they bring has its own commit.
        """
        listed = self._ask("log", "--no-merges", "--format=%x00%ct", "--name-only")
        found: dict[str, int] = {}
        for commit in (listed or b"").split(b"\0")[1:]:
            time, *names = commit.split(b"\n")
            for name in filter(None, names):
                found.setdefault(self.absolute(name), int(time))
        return found

    def succeeds(self, *args: str) -> bool:
        """Whether Git has an answer."""
        return self._ask(*args) is not None

    def _fetch_hint(self) -> str | None:
        shallow = self._ask("rev-parse", "--is-shallow-repository") or b""
        return f"this clone is shallow: {_FETCH}" if shallow == b"true\n" else None

    def _top_level(self) -> bytes:
        done = self._run("rev-parse", "--show-toplevel")
        if done.returncode:
            said = visible(done.stderr.decode("utf-8", "replace").strip())
            raise UsageError("no Git repository can be read here", hint=said)
        return done.stdout

    def _said(self, *args: str, top: bool = False) -> bytes:
        found = self._ask(*args, top=top)
        if found is None:
            raise UsageError(f"git {args[0]} failed")
        return found

    def _ask(self, *args: str, top: bool = False) -> bytes | None:
        """Return what Git prints; None if it fails."""
        done = self._run(*args, top=top)
        return None if done.returncode else done.stdout

    def _run(
        self, *args: str, top: bool = False, stdin: bytes = b""
    ) -> "CompletedProcess[bytes]":
        import subprocess

        settings = ("core.quotePath=false", "diff.noprefix=false", "core.pager=cat")
        given = [part for each in settings for part in ("-c", each)]
        try:
            return subprocess.run(  # noqa: S603 -- a list, no shell
                ["git", "--no-optional-locks", *given, *args],  # noqa: S607 -- the user's
                cwd=self.top if top else self._cwd,
                env={**os.environ, "LC_ALL": "C"},
                input=stdin,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise UsageError("Git is not installed, or not to be found") from None


def comparable(path: str) -> str:
    """Return a path as it may be compared: macOS takes letters apart."""
    if path.isascii():
        return path
    import unicodedata

    return unicodedata.normalize("NFC", path)


class _Entry(NamedTuple):
    """What Git's list of changes says of one file."""

    mode: bytes
    status: bytes
    name: bytes

    @property
    def is_file(self) -> bool:
        return self.mode.startswith(b"100")

    @property
    def is_new(self) -> bool:
        return self.status in {b"A", b"T"}

    @property
    def sections(self) -> int:
        """How many sections of the patch are about it: another type is two files."""
        return 2 if self.status == b"T" else 1


def _entries(listed: bytes) -> Iterator[_Entry]:
    """Yield what ``--raw -z`` lists, each file by its present name."""
    fields = iter(listed.split(b"\0") if listed else ())
    for field in fields:
        _, mode, _, _, status = field.split(b" ")
        name = next(fields)
        if status[:1] in {b"R", b"C"}:
            name = next(fields)
        yield _Entry(mode, status[:1], name)


class _Section(NamedTuple):
    """What a patch says of one file."""

    hunks: tuple[Hunk, ...] | None
    removed: tuple[bytes, ...]


def _hunks(section: bytes) -> _Section:
    """Return the hunks of one file of a patch without context."""
    head, *rest = re.split(rb"(?m)^(?=@@ )", section)
    if not rest and re.search(rb"(?m)^(?:Binary files |GIT binary patch)", head):
        return _Section(None, ())
    hunks, removed = [], []
    for text in rest:
        found = _HUNK.match(text)
        lines = text.split(b"\n")[1:]
        added = tuple(line[1:] for line in lines if line.startswith(b"+"))
        removed += [line[1:] for line in lines if line.startswith(b"-")]
        hunks.append(Hunk(int(found[1]) if found else 1, added))
    return _Section(tuple(hunks), tuple(removed))


def _without_moved(
    sections: Sequence[_Section],
) -> Iterator[tuple[Hunk, ...] | None]:
    """
    Yield the hunks of each file less the lines that only changed their place.

    A line that was taken out somewhere and put in elsewhere, in the same file
    or another, is not new: a paragraph is mostly one line.
    """
    removed = Counter(
        line.strip() for section in sections for line in section.removed if line.strip()
    )
    for section in sections:
        if section.hunks is None:
            yield None
        else:
            yield tuple(
                part for hunk in section.hunks for part in _parts(hunk, removed)
            )


def _parts(hunk: Hunk, removed: Counter[bytes]) -> Iterator[Hunk]:
    """Yield what is left of a hunk; lines that moved are taken off `removed`."""
    if not hunk.lines:
        yield hunk
    for number, line in enumerate(hunk.lines, start=hunk.start):
        if removed[line.strip()] > 0:
            removed[line.strip()] -= 1
        else:
            yield Hunk(number, (line,))
