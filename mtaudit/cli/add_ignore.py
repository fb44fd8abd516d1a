"""`mtaudit check --add-ignore`: suppress what was found, where it can be said."""

import re
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from mtaudit.api import Session
from mtaudit.engine.beside import ignore_file_path
from mtaudit.engine.discover import PLAIN, STDIN, File
from mtaudit.engine.ignore_file import IgnoreFile, entry_text
from mtaudit.engine.write import write
from mtaudit.formats import PACKED, format_for
from mtaudit.model import Finding, MtauditError, Report, UsageError
from mtaudit.reporters.summary import plural
from mtaudit.text.suppression import comment_style, ignore_comment

_COMMENTED = frozenset({"markdown"})
"""Formats in which a comment at the end of a line is not seen by readers."""

_NEWLINE = re.compile(r"(\r\n?|\n)")


def add_ignores(session: Session, report: Report, reason: str | None) -> None:
    """Suppress each finding by a comment on its line, or in the ignore file."""
    shown = [*report.shown]
    left: list[Finding] = []
    for path, group in groupby(shown, lambda each: each.location.path):
        if path == STDIN:
            raise UsageError("--add-ignore is for files, not for standard input")
        left += _Commented(session, path, reason).suppress([*group])
    place = ignore_file_path(session.configurations.for_folder(session.cwd))
    if left:
        _write_entries(place, left, reason)
    commented = len(shown) - len(left)
    ways = [f"{commented:,} by comment"] if commented else []
    ways += [f"{len(left):,} in {place}"] if left else []
    how = f": {', '.join(ways)}" if ways else ""
    print(f"Suppressed {plural(len(shown), 'finding')}{how}.", file=sys.stderr)


class _Commented:
    """A file that comments are put into, one line after the other."""

    def __init__(self, session: Session, path: str, reason: str | None) -> None:
        settings = session.configurations.for_file(path)
        name = format_for(path, settings.formats, settings.root) or PLAIN
        self._session = session
        self._file = File(path, named=True, format=name)
        self._reason = _plain(reason or "")

    def suppress(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """
        Write comments into the file; return the findings that none can suppress.

        A comment stays only if it does what it should: the text is audited again
        with it, and must have no other findings than it had.
        """
        path = self._file.path
        if self._session.store.is_apart(path) or path.lower().endswith(PACKED):
            return findings
        if self._file.format not in _COMMENTED:
            return findings
        raw = self._session.read(path)
        text, left = raw.text, [*findings]
        lines = groupby(findings, lambda each: each.location.start.line)
        for line, found in [(line, [*group]) for line, group in lines]:
            tried = self._with_comment(text, line, found)
            if self._holds(text, tried, found):
                text = tried
                left = [each for each in left if each not in found]
        if text != raw.text:
            write(path, text, raw)
        return left

    def _with_comment(self, text: str, number: int, found: Sequence[Finding]) -> str:
        """Return `text` with a comment at the end of the line `number`."""
        listed = ", ".join(sorted({each.rule.id for each in found}))
        style = comment_style(self._file.format, self._file.path)
        comment = ignore_comment(style, listed, self._reason)
        parts = _NEWLINE.split(text)
        line = parts[2 * (number - 1)]
        if line.endswith(("  ", "\\")):
            return text  # the line is broken there, which the comment would undo
        parts[2 * (number - 1)] = f"{line.rstrip()} {comment}"
        return "".join(parts)

    def _holds(self, before: str, after: str, found: Sequence[Finding]) -> bool:
        """Whether `after` has the findings of `before` but for those of `found`."""
        try:
            new = self._open(after)
        except MtauditError:
            return False
        gone = {_identity(each) for each in found}
        return new == [each for each in self._open(before) if each not in gone]

    def _open(self, text: str) -> list[tuple[int, str, str]]:
        findings = self._session.findings(self._file, text)
        return sorted(_identity(each) for each in findings if not each.suppressed_by)


def _plain(reason: str) -> str:
    """Return a reason that cannot end the comment that it stands in."""
    return " ".join(reason.replace("--", "–").replace("<", "‹").split()).rstrip("->")


def _identity(finding: Finding) -> tuple[int, str, str]:
    return finding.location.start.line, finding.rule.id, finding.match


def _write_entries(place: str, left: Sequence[Finding], reason: str | None) -> None:
    """Put an entry for each finding behind those that an ignore file has."""
    ignore_file = IgnoreFile(place, [], today="")
    entries = {}
    for finding in left:
        path = ignore_file.glob_of(finding.location.path)
        key = (path, finding.rule.id, finding.match)
        values = {"path": path, "rule": finding.rule.id, "match": finding.match}
        entries[key] = entry_text(values | ({"reason": reason} if reason else {}))
    file = Path(place)
    before = [file.read_text(encoding="utf-8")] if file.exists() else []
    text = "\n".join([*before, *entries.values()])
    file.write_text(text, encoding="utf-8", newline="\n")
