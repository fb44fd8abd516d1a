"""What each reporter makes of one report that has everything."""

import re

import pytest

from mtaudit.model import Report
from mtaudit.reporters import REPORTERS, STATISTICS, Look, render, render_statistics

SUFFIXES = {
    **{name: name for name in ("json", "jsonl", "html", "rdjsonl", "sarif", "csv")},
    "gitlab": "json",
    "junit": "xml",
    "checkstyle": "xml",
    "markdown": "md",
}
LINE_BY_LINE = {"jsonl", "rdjsonl", "github", "teamcity", "azure"}
"""What has a line for each finding, and so may be empty."""

FOR_PEOPLE = ["full", "concise", "grouped"]


@pytest.mark.parametrize("name", REPORTERS)
def test_golden(name, sample, golden):
    """Each reporter draws the report as it did when somebody last read it."""
    output = render(name, sample.REPORT, Look())
    golden(f"{name}.{SUFFIXES.get(name, 'txt')}", bare(output))


def bare(page):
    """Return a page without its style and scripts, and what zlib packs its way."""
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    page = re.sub(r'(data-encoding="gzip">)[^<]*', r"\1", page)
    return re.sub(r"sha256-[\w/+=]+", "sha256-", page)


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_golden_in_colour(name, sample, golden):
    """Colours are codes around the same text."""
    golden(f"{name}-color.txt", render(name, sample.REPORT, Look(color=True)))


@pytest.mark.parametrize("name", STATISTICS)
def test_golden_statistics(name, sample, golden):
    """The counts by rule are drawn as they were when somebody last read them."""
    suffix = SUFFIXES.get(name, "txt")
    golden(f"statistics.{suffix}", render_statistics(name, sample.REPORT, Look()))


def test_statistics_of_a_format_for_people(sample):
    """With any other format the counts are a table."""
    table = render_statistics("text", sample.REPORT, Look())

    assert table == render_statistics("full", sample.REPORT, Look())


def test_golden_empty_page(sample, golden):
    """A page without findings says what was checked."""
    golden("empty.html", bare(render("html", sample.SINGLE, Look())))


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("color", [False, True], ids=["plain", "colour"])
def test_ends_in_a_newline(name, color, sample):
    """Whatever the report, the output ends in one newline, unless it is empty."""
    for report in (sample.REPORT, sample.SINGLE, Report()):
        output = render(name, report, Look(color=color))

        assert output.endswith("\n") or (output == "" and name in LINE_BY_LINE)
        assert not output.endswith("\n\n")


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_quiet(name, sample):
    """Quiet, findings stand alone; where there are none, nothing is said."""
    quiet = Look(quiet=True)

    assert "Found" not in render(name, sample.REPORT, quiet)
    assert render(name, sample.REPORT, Look()).startswith(
        render(name, sample.REPORT, quiet)
    )
    assert "" == render(name, sample.SINGLE, quiet)


def test_unknown_reporter(sample):
    """A reporter that does not exist is a `KeyError`, for the caller to explain."""
    with pytest.raises(KeyError, match="sarif-of-old"):
        render("sarif-of-old", sample.REPORT, Look())
