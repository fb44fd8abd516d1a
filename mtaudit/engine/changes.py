"""What changed since a commit, by Git's own word: files, and the lines of each."""

import os
from collections.abc import Iterable

from mtaudit.engine.discover import STDIN
from mtaudit.engine.git import ChangedFile, Git, comparable
from mtaudit.model import Finding

MODES = ("added", "context", "file")
"""Of a changed file: the lines that are new, those around them too, or all."""

_CONTEXT = 3


class Changes:
    """The changed lines of changed files; leaves findings elsewhere out."""

    def __init__(self, files: Iterable[ChangedFile], mode: str = "added") -> None:
        self._cwd = os.path.realpath(".")
        self._lines: dict[str, frozenset[int] | None] = {
            comparable(file.path): _lines_of(file, mode) for file in files
        }
        self._texts: dict[str, str] = {}

    def touches(self, path: str) -> bool:
        """Whether the file at `path`, relative to the run's folder, changed."""
        return self._absolute(path) in self._lines

    def sift(
        self, path: str, text: str, findings: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        """
        Return the findings on changed lines.

        The first `text` that comes under a path is that of the file; another
        one is what fixes have made of it, and its lines are found again there.
        """
        lines = self._lines.get(self._absolute(path), frozenset())
        if lines is None or path == STDIN:
            return findings
        before = self._texts.setdefault(path, text)
        if text != before:
            lines = _followed(lines, before, text)
        return tuple(each for each in findings if lines & _lines_under(each, text))

    def _absolute(self, path: str) -> str:
        return comparable(os.path.normpath(os.path.join(self._cwd, path)))


def _lines_of(file: ChangedFile, mode: str) -> frozenset[int] | None:
    """Return the numbers of the lines that count; None is all of them."""
    if mode == "file" or file.hunks is None:
        return None
    numbers: set[int] = set()
    for start, lines in file.hunks:
        first, last = start, start + len(lines) - 1
        if mode == "context":
            first, last = start - _CONTEXT + (not lines), last + _CONTEXT
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def _lines_under(finding: Finding, text: str) -> frozenset[int]:
    """Return the lines of a finding as Git counts them, by line feeds alone."""
    span = finding.location.span
    first = text.count("\n", 0, span.start) + 1
    inside = text.count("\n", span.start, max(span.end - 1, span.start))
    return frozenset(range(first, first + inside + 1))


def _followed(lines: frozenset[int], before: str, after: str) -> frozenset[int]:
    """Return where `lines` of one text are in another, with what replaced them."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) == len(new):
        return lines
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: set[int] = set()
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            shift = new_start - old_start
            inside = range(old_start + 1, old_end + 1)
            found.update(line + shift for line in lines if line in inside)
        else:
            found.update(range(new_start + 1, new_end + 1))
    return frozenset(found)


def since(ref: str) -> list[ChangedFile]:
    """
    Return what changed from where `ref` and HEAD part to the files as they are.

    Files that Git does not know are new. `UsageError` where that cannot be said.
    """
    git = Git(".")
    base = git.merge_base(ref)
    untracked = git.names("ls-files", "--others", "--exclude-standard", "--full-name")
    new = [ChangedFile(git.absolute(name), None) for name in untracked]
    return [*git.changed(base), *new]
