"""The ignore file: suppressions for formats that have no comments."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from mtaudit.model import ConfigError, Finding, RuleMeta
from mtaudit.packs.select import matches
from mtaudit.text.globs import Globs, literal, posix
from mtaudit.text.nearest import did_you_mean

NAME = ".mtaudit-ignore.toml"
"""Used where it lies beside the configuration."""

_KEYS = ("path", "rule", "match", "fingerprint", "reason", "until")


class Ignored(NamedTuple):
    """One entry: what it leaves out, and why."""

    number: int
    """From 1, as the file has them."""

    path: str | None = None
    """A glob, relative to the ignore file."""

    rule: str | None = None
    match: str | None = None
    fingerprint: str | None = None
    reason: str | None = None
    until: str | None = None
    """The last day on which it holds, ISO 8601."""

    def __str__(self) -> str:
        what = self.fingerprint or f"{self.rule} in {self.path}"
        return f"entry {self.number} ({what})"


class IgnoreFile:
    """The entries of one ignore file, ready to be asked."""

    def __init__(
        self, name: str, entries: Sequence[Ignored], *, today: str, cwd: str = "."
    ) -> None:
        self.name = name
        self.entries = entries
        self._today = today
        self._cwd = os.path.abspath(cwd)
        folder = os.path.dirname(os.path.join(self._cwd, name))
        self._folder = os.path.normpath(folder)
        self._globs = {
            entry: Globs([entry.path], self._folder)
            for entry in entries
            if entry.path is not None
        }
        self._in_force = [entry for entry in entries if not self.has_expired(entry)]

    def has_expired(self, entry: Ignored) -> bool:
        """Whether the last day of an entry is over."""
        return entry.until is not None and entry.until < self._today

    def sift(
        self, _path: str, _text: str, findings: tuple[Finding, ...]
    ) -> tuple[Finding, ...]:
        """Return the findings, those that an entry names marked so."""
        return tuple(
            finding._replace(suppressed_by="ignore-file")
            if not finding.suppressed_by and self._leaves_out(finding)
            else finding
            for finding in findings
        )

    def glob_of(self, path: str) -> str:
        """Return what an entry for the file at `path` of the run has as its path."""
        way = os.path.relpath(os.path.join(self._cwd, path), self._folder)
        glob = literal(posix(way))
        return glob if "/" in glob else f"./{glob}"

    def _leaves_out(self, finding: Finding) -> bool:
        return any(self._names(entry, finding) for entry in self._in_force)

    def _names(self, entry: Ignored, finding: Finding) -> bool:
        if entry.fingerprint is not None:
            return entry.fingerprint == finding.fingerprint
        if entry.match is not None and entry.match != finding.match:
            return False
        if not matches(entry.rule or "", finding.rule):
            return False
        return self._reaches(entry, finding.location.path)

    def _reaches(self, entry: Ignored, path: str) -> bool:
        absolute = os.path.normpath(os.path.join(self._cwd, path))
        return entry in self._globs and self._globs[entry].covers(absolute)

    def notices(
        self, findings: Iterable[Finding], audited: Iterable[str], looked: "Looked"
    ) -> Iterator[str]:
        """
        Yield what is wrong with entries, once the findings are known.

        An entry that leaves nothing out is told of only where the files and the
        rules that it names were looked at.
        """
        paths = [*audited]
        held = [each for each in findings if each.suppressed_by == "ignore-file"]
        for entry in self.entries:
            fault = self._fault(entry, looked)
            if fault is None and not any(self._names(entry, each) for each in held):
                ran = entry.rule and looked.ran(entry.rule)
                reached = any(self._reaches(entry, path) for path in paths)
                fault = "leaves nothing out" if ran and reached else None
            if fault is not None:
                yield f"{self.name}: {entry} {fault}"

    def _fault(self, entry: Ignored, looked: "Looked") -> str | None:
        """Return what is wrong with an entry whatever was found, if anything."""
        if self.has_expired(entry):
            return f"has expired ({entry.until})"
        if looked.need_reason and not entry.reason:
            return "has no reason"
        if entry.rule is not None and not looked.knows(entry.rule):
            return "names no rule that is known"
        return None


class Looked(NamedTuple):
    """What entries are held to."""

    rules: Sequence[RuleMeta]
    """Those that ran."""

    known: Sequence[RuleMeta]
    need_reason: bool

    def ran(self, selector: str) -> bool:
        """Whether a rule that `selector` names ran."""
        return any(matches(selector, rule) for rule in self.rules)

    def knows(self, selector: str) -> bool:
        """Whether `selector` names a rule at all."""
        return any(matches(selector, rule) for rule in self.known)


def read_ignore_file(name: str, *, today: str, cwd: str = ".") -> IgnoreFile:
    """Return the ignore file at the path `name`, or raise `ConfigError`."""
    import tomllib

    try:
        with open(os.path.join(cwd, name), "rb") as file:
            table = tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"not TOML: {error}", place=name) from None
    except OSError as error:
        message = f"the ignore file cannot be read: {error.strerror}"
        raise ConfigError(message, place=name) from None
    entries = table.pop("ignore", [])
    if table:
        hint = "each entry is a table [[ignore]]"
        message = f"unknown key “{next(iter(table))}”"
        raise ConfigError(message, place=name, hint=hint)
    if not isinstance(entries, list):
        raise ConfigError("“ignore” is a list of tables: [[ignore]]", place=name)
    numbered = enumerate(entries, start=1)
    read = [
        _entry(number, each, f"{name}: entry {number}") for number, each in numbered
    ]
    return IgnoreFile(name, read, today=today, cwd=cwd)


def _entry(number: int, table: object, place: str) -> Ignored:
    """Return one entry, or raise `ConfigError` with what is wrong with it."""
    if not isinstance(table, Mapping):
        raise ConfigError("an entry is a table", place=place)
    for key, value in table.items():
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS)
            raise ConfigError(f"unknown key “{key}”", place=place, hint=hint)
        if not isinstance(value, str) and not (key == "until" and type(value) is date):
            raise ConfigError(f"“{key}” is a string", place=place)
    entry = Ignored(number, **{key: str(value) for key, value in table.items()})
    if entry.fingerprint is None and not (entry.path and entry.rule):
        message = "an entry has “path” and “rule”, or “fingerprint”"
        raise ConfigError(message, place=place)
    return entry


def entry_text(values: Mapping[str, str]) -> str:
    """Return an entry as TOML, to be put at the end of an ignore file."""
    lines = [f"{name} = {_quoted(value)}" for name, value in values.items()]
    return "\n".join(["[[ignore]]", *lines, ""])


def _quoted(value: str) -> str:
    import json

    # JSON's strings are TOML's, but for the one control that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
