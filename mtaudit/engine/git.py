"""Git, asked what changed: plumbing that no setting of the user's gets in between."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
        self._top = os.fsdecode(self._top_level().removesuffix(b"\n"))

    def absolute(self, name: bytes) -> str:
        """Return a name that Git gave as an absolute path."""
        return os.path.normpath(os.path.join(self._top, os.fsdecode(name)))

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
        """Return the files that are not as in `base`, with their hunks."""
        options = ("--diff-filter=ACMR", "-M", "--no-relative", "--ignore-submodules")
        listed = self._said("diff", *options, "--name-status", "-z", base, "--")
        entries = [*_entries(listed)]
        safe = ("--no-color", "--no-ext-diff", "--no-textconv", "--unified=0")
        patch = self._said(
            "diff", *options, *safe, "--inter-hunk-context=0", base, "--"
        )
        # Sections come in the order of the list, so that no name need be read.
        sections = re.split(rb"(?m)^diff --git ", patch)[1:]
        if len(sections) != len(entries):
            raise UsageError("Git's list of changes and its patch do not agree")
        read = [_hunks(section) for section in sections]
        return [
            ChangedFile(self.absolute(name), None if status == b"A" else hunks)
            for (status, name), hunks in zip(entries, _without_moved(read), strict=True)
        ]

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

    def _run(self, *args: str, top: bool = False) -> "CompletedProcess[bytes]":
        import subprocess

        settings = ("core.quotePath=false", "diff.noprefix=false", "core.pager=cat")
        given = [part for each in settings for part in ("-c", each)]
        try:
            return subprocess.run(  # noqa: S603 -- a list, no shell
                ["git", "--no-optional-locks", *given, *args],  # noqa: S607 -- the user's
                cwd=self._top if top else self._cwd,
                env={**os.environ, "LC_ALL": "C"},
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise UsageError("Git is not installed, or not to be found") from None


def _entries(listed: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield status and present name of each file that ``--name-status -z`` lists."""
    fields = iter(listed.split(b"\0"))
    for status in fields:
        if not status:
            return
        name = next(fields)
        if status[:1] in {b"R", b"C"}:
            name = next(fields)
        yield status[:1], name


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
