"""A run held against the limits of ``[gate]``: counts, penalty, coverage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mtaudit.config.gate import Gate, GateOverride
from mtaudit.config.schema import Settings
from mtaudit.engine.translated import Translated
from mtaudit.model import Finding, Report, Severity
from mtaudit.model.report import GateResult
from mtaudit.reporters.penalty import penalty
from mtaudit.text.globs import Globs
from mtaudit.text.language import matches

_COUNTS = {
    "max_critical": Severity.CRITICAL,
    "max_major": Severity.MAJOR,
    "max_minor": Severity.MINOR,
}
"""Limits that are numbers of findings, and of which."""

LIMITS = (*_COUNTS, "max_penalty", "min_coverage")
"""All limits, by field."""

EVERYTHING = "all"
"""The scope of limits that no override narrows."""


class _Group(NamedTuple):
    """Files that are held to the same limits, together."""

    overrides: tuple[int, ...]
    """The numbers of the overrides that are about them."""

    language: str | None
    """Their target language, if each is by itself."""


class _Sum(NamedTuple):
    """What there is in the files of a group."""

    words: int = 0
    findings: tuple[Finding, ...] = ()
    segments: int = 0
    """Of originals; 0 where coverage is not asked for."""

    translated: int = 0

    def values(self, *, by_lines: bool) -> dict[str, float | None]:
        """Return what each limit, by field, is held against; None is nothing."""
        counts = {
            name: sum(each.severity is severity for each in self.findings)
            for name, severity in _COUNTS.items()
        }
        return {
            **counts,
            "max_penalty": None if by_lines else penalty(self.findings, self.words),
            "min_coverage": self.translated / self.segments if self.segments else None,
        }


def gates_of(
    report: Report,
    settings: Settings,
    coverage: Iterable[Translated] = (),
    *,
    by_lines: bool,
) -> list[GateResult]:
    """
    Return what each limit that is set comes to, sorted by the files it is about.

    A run `by_lines`, that shows changed ones only, is held to counts: of a part of
    the text a penalty says nothing. `coverage` is of all translations, those that
    are not there among them; without any, none is held to it.
    """
    results = []
    for group, found in sorted(_sums(report, settings, coverage).items(), key=_order):
        limits = _limits(settings.gate, group)
        scope = _scope(settings.gate, group)
        for name, value in found.values(by_lines=by_lines).items():
            limit = limits[name]
            if limit is not None and value is not None:
                key = name.replace("_", "-")
                result = GateResult(key, scope, group.language, value, limit)
                results.append(result)
    return results


def without_effect(gate: Gate, fail_on: Severity | None) -> Iterator[str]:
    """Yield a sentence on each limit that `fail_on` makes void."""
    for name, severity in _COUNTS.items():
        limits = [getattr(each, name) or 0 for each in (gate, *gate.overrides)]
        if any(limits) and fail_on is not None and severity >= fail_on:
            key = name.replace("_", "-")
            yield (
                f"“{key}” in [gate] allows {max(limits)}, and “fail-on” none; "
                "set fail-on to a higher severity, or to never"
            )


def _sums(
    report: Report, settings: Settings, coverage: Iterable[Translated]
) -> dict[_Group, _Sum]:
    """Return what there is in the files of each group."""
    groups = _Groups(settings)
    by_path: dict[str, _Group] = {}
    sums: dict[_Group, _Sum] = defaultdict(_Sum)
    for document in report.documents:
        place = str(Path(document.path).absolute())
        group = groups.of(place, document.languages.target)
        by_path[document.path] = group
        before = sums[group]
        sums[group] = before._replace(words=before.words + document.words)
    found: dict[_Group, list[Finding]] = defaultdict(list)
    for finding in report.shown:
        group = by_path.get(finding.location.path, _Group((), None))
        found[group].append(finding)
    for group, findings in found.items():
        sums[group] = sums[group]._replace(findings=tuple(findings))
    for each in coverage:
        group = groups.of(each.path, each.language)
        before = sums[group]
        sums[group] = before._replace(
            segments=before.segments + each.segments,
            translated=before.translated + each.translated,
        )
    return sums


class _Groups:
    """Which group a file is in."""

    def __init__(self, settings: Settings) -> None:
        self._gate = settings.gate
        self._globs = [
            Globs(each.files, settings.root) for each in settings.gate.overrides
        ]

    def of(self, path: str, language: str | None) -> _Group:
        """Return the group of the file at `path`, absolute, in `language`."""
        about = tuple(
            number
            for number, override in enumerate(self._gate.overrides)
            if (not override.files or self._globs[number].covers(path))
            and _is_in(language, override)
        )
        return _Group(about, language if self._gate.per_language else None)


def _is_in(language: str | None, override: GateOverride) -> bool:
    """Whether an override is about texts in `language`."""
    if not override.languages:
        return True
    return language is not None and any(
        matches(language, wanted) for wanted in override.languages
    )


def _limits(gate: Gate, group: _Group) -> dict[str, float | None]:
    """Return the limits of a group by field; the last override that says one holds."""
    said = [gate, *(gate.overrides[number] for number in group.overrides)]
    return {
        name: next(
            (
                limit
                for each in reversed(said)
                if (limit := getattr(each, name)) is not None
            ),
            None,
        )
        for name in LIMITS
    }


def _scope(gate: Gate, group: _Group) -> str:
    """Return which files a group has, in the words of the configuration."""
    said = (gate.overrides[number] for number in group.overrides)
    names = [" ".join((*each.files, *each.languages)) for each in said]
    return ", ".join(names) or EVERYTHING


def _order(item: tuple[_Group, object]) -> tuple[tuple[int, ...], str]:
    group, _ = item
    return group.overrides, group.language or ""
