"""The JSON report read again is the report, as far as JSON has it."""

from __future__ import annotations

import pytest

from mtaudit.engine.places import Places
from mtaudit.model import RawSpan
from mtaudit.reporters import Look, render
from mtaudit.reporters.read_json import read_report


@pytest.fixture(scope="module")
def rules(sample):
    return {each.rule.id: each.rule for each in sample.FINDINGS}


def again(report, rules):
    return read_report(render("json", report, Look()), "a.json", rules)


def test_findings_are_the_same(sample, rules):
    """Findings, documents and failures come back as they were."""
    read = again(sample.REPORT, rules)

    assert sample.REPORT.findings == read.findings
    assert sample.REPORT.documents == read.documents
    assert [each.reason for each in sample.REPORT.failures] == [
        each.reason for each in read.failures
    ]


@pytest.mark.parametrize("name", ["full", "grouped", "html", "github", "gitlab"])
def test_other_formats_are_the_same(name, sample, rules):
    """What is made of a report that was read is what is made of the report itself."""
    unsaid = {"binary": (), "passed_over": (), "rules": 0, "texts": {}}
    report = sample.REPORT._replace(failures=(), **unsaid)

    assert render(name, report, Look()) == render(name, again(report, rules), Look())


@pytest.mark.parametrize("before", [0, 299, 300, 301, 900])
@pytest.mark.parametrize("after", [0, 900])
def test_cropped_excerpts(before, after, sample, rules):
    """An excerpt of a long line is cut at the finding again, wherever that stands."""
    raw = f"First line.\n{'ж' * before}Kiev{'ж' * after}\nLast line.\n"
    span = RawSpan(12 + before, 16 + before)
    places = Places("a.md", raw)
    finding = sample.FINDINGS[0]._replace(
        location=places.location(span), excerpt=places.excerpt(span)
    )
    report = sample.REPORT._replace(findings=(finding,))

    assert (finding,) == again(report, rules).findings


def test_unknown_rule(sample):
    """A rule that is not installed here is known by what its findings say."""
    (first, *_) = again(sample.REPORT, {}).findings

    assert first.rule.id in {each.rule.id for each in sample.FINDINGS}
    assert "" == first.rule.why
