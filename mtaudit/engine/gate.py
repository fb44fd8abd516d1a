"""A run held against the limits of ``[gate]``: counts, penalty, coverage."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtaudit.config.gate import Gate, GateOverride
from mtaudit.config.schema import Settings
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

    words: int
    findings: tuple[Finding, ...]


def gates_of(report: Report, settings: Settings, *, by_lines: bool) -> list[GateResult]:
    """
    Return what each limit that is set comes to, sorted by the files it is about.

    A run `by_lines`, that shows changed ones only, is held to counts: of a part of
    the text a penalty says nothing.
    """
    results = []
    for group, found in sorted(_sums(report, settings).items(), key=_order):
        limits = _limits(settings.gate, group)
        values: dict[str, float | None] = {
            name: sum(each.severity is severity for each in found.findings)
            for name, severity in _COUNTS.items()
        }
        if not by_lines:
            values["max_penalty"] = penalty(found.findings, found.words)
        scope = _scope(settings.gate, group)
        for name, value in values.items():
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


def _sums(report: Report, settings: Settings) -> dict[_Group, _Sum]:
    """Return what there is in the files of each group."""
    gate = settings.gate
    overrides = [(Globs(each.files, settings.root), each) for each in gate.overrides]
    groups = {}
    for path, _, _, languages, *_ in report.documents:
        place = str(Path(path).absolute())
        about = tuple(
            number
            for number, (globs, override) in enumerate(overrides)
            if (not override.files or globs.covers(place))
            and _is_in(languages.target, override)
        )
        groups[path] = _Group(about, languages.target if gate.per_language else None)
    words: dict[_Group, int] = defaultdict(int)
    found: dict[_Group, list[Finding]] = defaultdict(list)
    for document in report.documents:
        words[groups[document.path]] += document.words
    for finding in report.shown:
        found[groups[finding.location.path]].append(finding)
    return {group: _Sum(words[group], tuple(found[group])) for group in words}


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
