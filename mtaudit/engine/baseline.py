"""Findings that were there before: known by what they say, not by where they are."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from mtaudit.model import ConfigError, Finding, RuleMeta
from mtaudit.reporters.json import dumped_line
from mtaudit.text.globs import posix

NAME = ".mtaudit-baseline.jsonl"
"""Used where it lies beside the configuration, unless another one is named."""

VERSION = 1
_KEY = "mtaudit-baseline"
_LONGEST = 80
"""Of a match, so many code points are kept, for people who read the file."""


class Known(NamedTuple):
    """One finding of a baseline."""

    path: str
    """POSIX, relative to the folder of the baseline."""

    rule: str
    match: str
    """For people only; cut if it is long."""

    content: str
    """What the finding is looked up by: see `Finding.content`."""


class Baseline:
    """The findings of one baseline file, ready to be recognised."""

    def __init__(self, path: str, entries: Iterable[Known], cwd: str = ".") -> None:
        self.path = path
        """As messages call it."""

        self.entries = frozenset(entries)
        self._cwd = os.path.realpath(cwd)
        self.target = os.path.realpath(os.path.join(cwd, path))
        """Where it lies."""

        self._folder = os.path.dirname(self.target)
        self._by_content: dict[str, list[Known]] = {}
        for entry in sorted(self.entries):
            self._by_content.setdefault(entry.content, []).append(entry)
        self._gone: dict[str, bool] = {}

    def sift(
        self, _path: str, _text: str, findings: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        """Return the findings, those that are known and not suppressed marked so."""
        return tuple(
            finding._replace(suppressed_by="baseline")
            if not finding.suppressed_by and self.find(finding)
            else finding
            for finding in findings
        )

    def find(self, finding: Finding) -> Known | None:
        """
        Return the entry of `finding`, or None.

        It is the entry of the same file or, where there is none, one of a file
        that is gone: then that file was renamed.
        """
        alike = [
            entry
            for entry in self._by_content.get(finding.content, ())
            if entry.rule in _names(finding.rule)
        ]
        path = self.relative(finding.location.path)
        here = next((entry for entry in alike if entry.path == path), None)
        return here or next((each for each in alike if self.is_gone(each.path)), None)

    def is_gone(self, path: str) -> bool:
        """Whether there is no file at `path`, as entries have it, any more."""
        if path not in self._gone:
            self._gone[path] = not os.path.exists(os.path.join(self._folder, path))
        return self._gone[path]

    def relative(self, path: str) -> str:
        """Return a path of the run as entries have it."""
        try:
            way = os.path.relpath(os.path.join(self._cwd, path), self._folder)
        except ValueError:  # another drive
            return path
        return _normal(posix(way))

    def of_findings(self, findings: Iterable[Finding]) -> frozenset[Known]:
        """Return the entries that would let all `findings` pass."""
        return frozenset(
            Known(
                self.relative(finding.location.path),
                finding.rule.id,
                finding.match[:_LONGEST],
                finding.content,
            )
            for finding in findings
        )

    def stale(
        self, findings: Iterable[Finding], audited: Iterable[str], *, whole: bool
    ) -> frozenset[Known]:
        """
        Return the entries of `audited` files that match nothing any more.

        Those of files that are gone are among them only if the run was a `whole`
        one: else the file may have been renamed, and not be audited here.
        """
        found = {self.find(finding) for finding in findings}
        paths = {self.relative(path) for path in audited}
        return frozenset(
            entry
            for entry in self.entries - found
            if entry.path in paths or (whole and self.is_gone(entry.path))
        )


def _names(rule: RuleMeta) -> tuple[str, ...]:
    return (rule.id, *rule.aliases)


def _normal(path: str) -> str:
    """Return a path as all systems spell it: macOS takes letters apart."""
    if path.isascii():
        return path
    import unicodedata

    return unicodedata.normalize("NFC", path)


def read_baseline(path: str, cwd: str = ".") -> Baseline:
    """Return the baseline at `path`, or raise `ConfigError`."""
    try:
        with open(os.path.join(cwd, path), encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        hint = "make it with “mtaudit baseline create”"
        raise ConfigError("there is no such baseline", place=path, hint=hint) from None
    except (OSError, UnicodeDecodeError) as error:
        message = f"the baseline cannot be read: {error}"
        raise ConfigError(message, place=path) from None
    return Baseline(path, _entries(lines, path), cwd)


def _entries(lines: Sequence[str], path: str) -> Iterator[Known]:
    _check_version(lines[0] if lines else "", path)
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        table = _table(line, path, number)
        try:
            yield Known(*(_text(table[name]) for name in Known._fields))
        except (KeyError, TypeError):
            wanted = ", ".join(Known._fields)
            message = f"this is no entry of a baseline, which has {wanted}"
            raise ConfigError(message, place=f"{path}:{number}") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _check_version(line: str, path: str) -> None:
    table = _table(line, path, 1)
    version = table.get(_KEY)
    if not isinstance(version, int):
        message = f"this is no baseline: its first line has no “{_KEY}”"
        raise ConfigError(message, place=f"{path}:1")
    if version > VERSION:
        message = f"the baseline is of version {version}; {VERSION} is known here"
        raise ConfigError(message, place=f"{path}:1", hint="update mtaudit")


def _table(line: str, path: str, number: int) -> dict[str, object]:
    try:
        table = json.loads(line)
    except ValueError:
        table = None
    if not isinstance(table, dict):
        hint = "resolve the conflict" if line[:7] in {"<" * 7, "=" * 7} else None
        message = "this line is no JSON object, as a baseline has them"
        raise ConfigError(message, place=f"{path}:{number}", hint=hint)
    return table


def write_baseline(baseline: Baseline, entries: Iterable[Known]) -> None:
    """Make `entries` the content of the baseline's file, all of it or nothing."""
    head = dumped_line({_KEY: VERSION})
    lines = [head, *(dumped_line(entry._asdict()) for entry in sorted(entries))]
    target = baseline.target
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        with open(temporary, "x", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        os.replace(temporary, target)
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)
        message = f"the baseline cannot be written: {error.strerror}"
        raise ConfigError(message, place=baseline.path) from None
