"""The report for programs: its shape, its order, its bytes."""

import json
from pathlib import Path

import jsonschema
import pytest

from mtaudit.model import Failure, Report
from mtaudit.reporters import Look, render, render_statistics

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "report.schema.json"


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def loaded(report):
    return json.loads(render("json", report, Look()))


def test_schema(validator, sample):
    """Every report is as the published schema says."""
    for report in (sample.REPORT, sample.SINGLE, Report()):
        validator.validate(loaded(report))


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(["findings", 0, "rule"], id="of a finding"),
        pytest.param(["findings", 0, "fixes", 0, "edits"], id="of a fix"),
        pytest.param(["documents", 0, "language_evidence"], id="of a document"),
        pytest.param(["summary", "words"], id="of the summary"),
    ],
)
def test_schema_misses_a_field(path, validator, sample):
    """The schema asks for every field."""
    report = loaded(sample.REPORT)
    *way, name = path
    place = report
    for step in way:
        place = place[step]
    del place[name]

    assert not validator.is_valid(report)


def test_findings_are_sorted(sample):
    """Findings come by path, start, end and rule, however the run had them."""
    report = sample.REPORT._replace(findings=sample.REPORT.findings[::-1])

    assert render("json", sample.REPORT, Look()) == render("json", report, Look())


def test_positions(sample):
    """Offsets count code points from 0, lines and columns from 1."""
    found = next(
        finding
        for finding in loaded(sample.REPORT)["findings"]
        if "ירד" in finding["match"]
    )

    assert found["match"] == sample.GUIDE[found["start"]["offset"] :][:7]
    assert {"offset": 61, "line": 5, "column": 6} == found["start"]
    assert {"offset": 68, "line": 5, "column": 13} == found["end"]


def test_suppressed_are_told_and_not_counted(sample):
    """A suppressed finding is in the list and in no count but its own."""
    report = loaded(sample.REPORT)

    assert 17 == len(report["findings"])
    assert 16 == report["summary"]["findings"]
    assert 1 == report["summary"]["suppressed"]
    assert 16 == sum(report["summary"]["by_rule"].values())
    assert ["comment"] == [
        finding["suppressed_by"]
        for finding in report["findings"]
        if finding["suppressed_by"]
    ]


def test_lone_surrogate():
    """A file name that is not UTF-8 gives a report that is."""
    output = render("json", Report(failures=(Failure("\udcff.md", "bytes"),)), Look())

    assert b"\\udcff.md" in output.encode()
    assert "\udcff.md" == json.loads(output)["failures"][0]["path"]


def test_statistics(sample):
    """Each rule has a row: the most frequent first, then by name."""
    look = Look(unsafe_fixes=True)

    rows = json.loads(render_statistics("json", sample.REPORT, look))

    assert {
        "rule": "names/place-variant",
        "count": 6,
        "severity": "minor",
        "fixable": 6,
    } == rows[0]
    assert sorted(rows, key=lambda row: (-row["count"], row["rule"])) == rows
