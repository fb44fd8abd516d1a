"""Runs beside earlier runs: what is new, what is fixed, what nobody knows of."""

from dataclasses import dataclass

import pytest

from mtaudit.model import Earlier, Severity
from mtaudit.reporters import Look, render
from mtaudit.reporters.comparison import comparison, first_seen, trend


@pytest.fixture
def runs(sample):
    """A function from fingerprints of earlier runs and of this one to a report."""
    document = sample.REPORT.documents[0]
    others = {"b": document._replace(path="b.md"), "c": document._replace(path="c.md")}

    def finding(print_):
        path = f"{print_[0]}.md"
        first = sample.FINDINGS[0]
        held = "comment" if print_.endswith("!") else None
        place = first.location._replace(path=path)
        name = print_.rstrip("!")
        return first._replace(fingerprint=name, location=place, suppressed_by=held)

    def make(*earlier, now, audited="bc", signature="same"):
        documents = tuple(others[each] for each in audited)
        return sample.REPORT._replace(
            findings=tuple(map(finding, now)),
            documents=documents,
            failures=(),
            binary=(),
            texts={},
            signature="same",
            earlier=tuple(
                Earlier(
                    f"run-{number}",
                    tuple(map(finding, some)),
                    tuple(others.values()),
                    signature,
                )
                for number, some in enumerate(earlier, 1)
            ),
        )

    return make


@dataclass
class Case:
    before: list[str]
    now: list[str]
    told: dict[str, list[str]]
    audited: str = "bc"


CASES = [
    pytest.param(
        Case(["b1", "b2"], ["b2", "c3"], {"new": ["c3"], "fixed": ["b1"]}), id="all"
    ),
    pytest.param(Case([], ["b1"], {"new": ["b1"]}), id="nothing before"),
    pytest.param(Case(["b1"], [], {"fixed": ["b1"]}), id="nothing left"),
    pytest.param(
        Case(["b1", "c2"], ["b1"], {"unaudited": ["c2"]}, audited="b"),
        id="a file that is not audited any more",
    ),
    pytest.param(Case(["b1"], ["b1!"], {}), id="suppressed since"),
    pytest.param(Case(["b1!"], ["b1"], {}), id="no longer suppressed"),
    pytest.param(Case(["b1!"], [], {}), id="suppressed, and gone"),
]


@pytest.mark.parametrize("case", CASES)
def test_comparison(runs, case):
    """A finding is known by its fingerprint; what was not looked at is not fixed."""
    told = comparison(runs(case.before, now=case.now, audited=case.audited))
    kinds = ("new", "fixed", "unaudited")

    assert {kind: case.told.get(kind, []) for kind in kinds} == {
        kind: [each.fingerprint for each in getattr(told, kind)] for kind in kinds
    }


def test_no_earlier_run(sample):
    """Without an earlier run there is nothing to compare."""
    assert comparison(sample.REPORT) is None


def test_first_seen(runs):
    """A finding has been there since the run from which on it never was away."""
    report = runs(["b1", "b2"], ["b2"], ["b1", "b2"], now=["b1", "b2", "b3"])

    assert {"b1": 2, "b2": 0, "b3": 3} == first_seen(report)


def test_trend(runs):
    """Each run counts what it showed; the last point is this one."""
    points = trend(runs(["b1", "b2!"], [], now=["b1", "c2"]))

    assert ["run-1", "run-2", "now"] == [point.name for point in points]
    assert [1, 0, 2] == [point.counts[Severity.MINOR] for point in points]


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "markdown"])
def test_sentence(runs, name):
    """Formats for people say it in one sentence."""
    report = runs(["b1", "b2"], now=["b2", "c3"])

    assert "Since run-1: 1 new, 1 fixed, 1 still there." in render(name, report, Look())


def test_cautions(runs):
    """What makes two runs hard to compare is said."""
    report = runs(["c1"], now=[], audited="b", signature="another")
    text = render("full", report, Look())

    assert "Of 1 finding nothing is known" in text
    assert "other rules or settings" in text


def test_page_without_script(runs):
    """The page says what came and went, and lists what was fixed."""
    page = render("html", runs(["b1", "b2"], now=["b2", "c3"]), Look())

    assert '<h2 id="since">Since run-1</h2>' in page
    assert 1 == page.count('<b class="new">')
    assert '<section id="fixed"' in page
    assert "<td><bdi>b.md:3:14</bdi></td>" in page
