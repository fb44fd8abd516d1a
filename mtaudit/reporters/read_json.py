"""The JSON report read again, so that other reports can be made of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mtaudit.model import (
    Applicability,
    Audited,
    Confidence,
    Edit,
    Excerpt,
    Failure,
    Finding,
    Fix,
    Languages,
    Location,
    Position,
    RawSpan,
    Related,
    Report,
    RuleMeta,
    Severity,
    UsageError,
)
from mtaudit.reporters.json import SCHEMA_VERSION

_KEPT = 300
"""How much of its line an excerpt keeps on either side of a finding."""

Rules = Mapping[str, RuleMeta]
"""Rules by all the ids that they have had."""


def read_report(text: str, name: str, rules: Rules) -> Report:
    """
    Return the report that `text` is, or raise `UsageError`.

    `name` is what messages call it. A rule that is not among `rules` is known
    by what its findings say.
    """
    try:
        whole = json.loads(text)
        version = whole["schema_version"]
    except (ValueError, KeyError, TypeError):
        message = f"{name} is no report of “--output-format json”"
        raise UsageError(message) from None
    if version != SCHEMA_VERSION:
        message = f"{name} is of version {version}; {SCHEMA_VERSION} is known here"
        raise UsageError(message, hint="use the same version of mtaudit for both")
    try:
        return Report(
            findings=tuple(_finding(each, rules) for each in whole["findings"]),
            failures=tuple(_failure(each) for each in whole["failures"]),
            documents=tuple(_document(each) for each in whole["documents"]),
            signature=whole["signature"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{name} is a report with a fault: {error!r}") from None


def _failure(said: Mapping[str, Any]) -> Failure:
    return Failure(said["path"], said["reason"], said["rule"])


def _document(said: Mapping[str, Any]) -> Audited:
    languages = Languages(
        said["target_language"], said["source_language"], said["language_evidence"]
    )
    return Audited(
        said["path"], said["format"], said["words"], languages, said["source_path"]
    )


def _finding(said: Mapping[str, Any], rules: Rules) -> Finding:
    location = _location(said)
    return Finding(
        rule=rules.get(said["rule"]) or _unknown(said),
        message=said["message"],
        severity=Severity.parse(said["severity"]),
        location=location,
        match=said["match"],
        excerpt=_excerpt(said["excerpt"], location),
        fingerprint=said["fingerprint"],
        related=tuple(_related(each) for each in said["related"]),
        fixes=tuple(_fix(each) for each in said["fixes"]),
        suppressed_by=said["suppressed_by"],
    )


def _unknown(said: Mapping[str, Any]) -> RuleMeta:
    """Return as much of a rule as a finding of it tells."""
    return RuleMeta(
        id=said["rule"],
        message=said["message"],
        severity=Severity.parse(said["severity"]),
        category=said["category"],
        confidence=Confidence.parse(said["confidence"]),
        why="",
    )


def _location(said: Mapping[str, Any]) -> Location:
    start, end = said["start"], said["end"]
    return Location(
        said["path"],
        RawSpan(start["offset"], end["offset"]),
        Position(start["line"], start["column"]),
        Position(end["line"], end["column"]),
    )


def _excerpt(text: str, location: Location) -> Excerpt:
    """Return the lines around a finding, cut where they were cut at first."""
    before = min(location.start.column - 1, _KEPT)
    end = before + location.span.end - location.span.start
    start = location.span.start - before
    return Excerpt(text[:before], text[before:end], text[end:], start)


def _related(said: Mapping[str, Any]) -> Related:
    location = _location(said) if said["start"] else None
    return Related(said["note"], location, said["rule"])


def _fix(said: Mapping[str, Any]) -> Fix:
    edits = tuple(
        Edit(RawSpan(each["start"], each["end"]), each["content"])
        for each in said["edits"]
    )
    return Fix(said["title"], edits, Applicability.parse(said["applicability"]))
