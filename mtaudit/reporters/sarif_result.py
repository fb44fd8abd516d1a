"""Findings as results of SARIF, with regions, fingerprints and fixes."""

from __future__ import annotations

from typing import NamedTuple

from mtaudit.model import Edit, Finding, Fix, Location, RawSpan
from mtaudit.reporters.columns import Lines
from mtaudit.reporters.json import Json
from mtaudit.reporters.line_hash import line_hashes
from mtaudit.reporters.machine import suggestions, uri
from mtaudit.reporters.sarif_rule import LEVELS
from mtaudit.reporters.summary import message
from mtaudit.text.display import visible

_KINDS = {"comment": "inSource"}
"""How a finding was suppressed; anything else is outside of the file."""


class Place(NamedTuple):
    """A file, as results refer to it."""

    uri: str
    text: str | None
    """None where it is not at hand."""


class Results:
    """Makes the results of one file; it knows which rule was on which line."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lines = None if place.text is None else Lines(place.text)
        self._hashes = {} if place.text is None else line_hashes(place.text)
        self._seen: dict[tuple[str, int], int] = {}

    def result(self, finding: Finding, rule_number: int) -> Json:
        """Return one finding."""
        entry: Json = {
            "ruleId": finding.rule.id,
            "ruleIndex": rule_number,
            "level": LEVELS.of(finding.severity),
            "message": {"text": message(finding)},
            "locations": [{"physicalLocation": self._physical(finding)}],
            "partialFingerprints": self._fingerprints(finding),
            "properties": {
                "category": finding.rule.category,
                "confidence": str(finding.confidence),
                "severity": str(finding.severity),
            },
        }
        related = [each for each in finding.related if each.location]
        if related:
            entry["relatedLocations"] = [
                {
                    "physicalLocation": _elsewhere(each.location),
                    "message": {"text": visible(each.note)},
                }
                for each in related
                if each.location
            ]
        fixes = [self._fix(fix) for fix in suggestions(finding)]
        if fixes:
            entry["fixes"] = fixes
        if finding.suppressed_by:
            kind = _KINDS.get(finding.suppressed_by, "external")
            why = {"justification": finding.suppressed_by}
            entry["suppressions"] = [{"kind": kind, **why}]
        return entry

    def _physical(self, finding: Finding) -> Json:
        region = _region(finding.location)
        region["snippet"] = {"text": finding.excerpt.match}
        return {"artifactLocation": {"uri": self._place.uri}, "region": region}

    def _fingerprints(self, finding: Finding) -> Json:
        """
        Return ours, and the one that GitHub goes by.

        Two findings of one rule on one line would be one alert, and a paragraph
        is mostly one line: from the second on, they are numbered.
        """
        prints: Json = {"mtaudit/v1": finding.fingerprint}
        line = finding.location.start.line
        if line in self._hashes:
            key = finding.rule.id, line
            self._seen[key] = number = self._seen.get(key, 0) + 1
            suffix = "" if number == 1 else f":{number}"
            prints["primaryLocationLineHash"] = f"{self._hashes[line]}{suffix}"
        return prints

    def _fix(self, fix: Fix) -> Json:
        replacements = [self._replacement(edit) for edit in fix.edits]
        change = {
            "artifactLocation": {"uri": self._place.uri},
            "replacements": replacements,
        }
        return {"description": {"text": fix.title}, "artifactChanges": [change]}

    def _replacement(self, edit: Edit) -> Json:
        region = _offsets(edit.span)
        if self._lines is not None:
            start_line, start_column = self._lines.place(edit.span.start)
            end_line, end_column = self._lines.place(edit.span.end)
            region |= {"startLine": start_line, "startColumn": start_column}
            region |= {"endLine": end_line, "endColumn": end_column}
        return {"deletedRegion": region, "insertedContent": {"text": edit.content}}


def _elsewhere(location: Location) -> Json:
    return {
        "artifactLocation": {"uri": uri(location.path)},
        "region": _region(location),
    }


def _region(location: Location) -> Json:
    return {
        "startLine": location.start.line,
        "startColumn": location.start.column,
        "endLine": location.end.line,
        "endColumn": location.end.column,
        **_offsets(location.span),
    }


def _offsets(span: RawSpan) -> Json:
    return {"charOffset": span.start, "charLength": span.end - span.start}
