"""Formats for programs: well-formed, exact about places, and harmless."""

from __future__ import annotations

import csv
import io
import json
import re
import runpy
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from mtaudit.model import Failure, Report
from mtaudit.reporters import Look, render
from mtaudit.reporters.columns import Lines
from mtaudit.reporters.line_hash import line_hashes

APPLIERS = runpy.run_path(str(Path(__file__).with_name("appliers.py")))
MACHINES = [
    *("json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"),
    *("rdjsonl", "teamcity", "azure", "markdown", "csv"),
]


def lines_of(name, report):
    return [json.loads(line) for line in render(name, report, Look()).splitlines()]


def parsed(name, report):
    text = render(name, report, Look())
    return ET.fromstring(text.encode())  # noqa: S314 -- we wrote it


def sarif(report):
    return json.loads(render("sarif", report, Look()))


def test_jsonl_has_the_findings_of_json(sample):
    """Each line is a finding as the whole report has it."""
    whole = json.loads(render("json", sample.REPORT, Look()))

    assert whole["findings"] == lines_of("jsonl", sample.REPORT)


@pytest.mark.parametrize("name", MACHINES)
def test_order_of_findings_is_ours(name, sample):
    """A report is the same in whatever order the run had its findings."""
    turned = sample.REPORT._replace(findings=sample.REPORT.findings[::-1])

    assert render(name, sample.REPORT, Look()) == render(name, turned, Look())


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml(name, sample):
    """The XML is well-formed, and has each shown finding once."""
    root = parsed(name, sample.REPORT)

    found = root.findall(".//failure" if name == "junit" else ".//error[@column]")
    assert len([*sample.REPORT.shown]) == len(found)


def test_junit_counts(sample):
    """Suites add up, and a file without findings is a case that passes."""
    root = parsed("junit", sample.REPORT)

    suites = root.findall("testsuite")
    for total in ("tests", "failures", "errors"):
        assert int(root.get(total)) == sum(int(suite.get(total)) for suite in suites)
    quiet = root.find("testsuite[@name='quiet.md']")
    assert ["no findings"] == [case.get("name") for case in quiet.findall("testcase")]


def test_gitlab_fingerprints_are_unique(sample):
    """GitLab takes equal fingerprints for one finding."""
    entries = json.loads(render("gitlab", sample.REPORT, Look()))

    assert len(entries) == len({entry["fingerprint"] for entry in entries})
    assert {"info", "minor", "major", "critical"} == {
        entry["severity"] for entry in entries
    }


def test_github_caps_each_level(sample):
    """No more than ten of a level are said, the worst first, and the rest counted."""
    many = [sample.FINDINGS[0]] * 25 + [sample.FINDINGS[-1]] * 25
    report = Report(findings=(*many, sample.FINDINGS[3]))

    lines = render("github", report, Look()).splitlines()

    assert lines[0].startswith("::error ")
    assert 10 == sum(line.startswith("::warning ") for line in lines)
    assert 10 == sum(line.startswith("::notice") for line in lines)
    assert "::notice::31 more findings: see the summary of the job" == lines[-1]


def test_github_columns_only_on_one_line(sample):
    """GitHub refuses columns where a finding spans lines."""
    lines = render("github", sample.REPORT, Look()).splitlines()

    spanning = [line for line in lines if "line=7,endLine=8" in line]
    assert spanning
    assert "col=" not in spanning[0]


def test_sarif_regions_are_exact(sample):
    """Line and column, offset and snippet all name the same text."""
    for result in sarif(sample.REPORT)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        text = sample.RAW[unquote(place["artifactLocation"]["uri"])]
        region = place["region"]
        start = region["charOffset"]
        end = start + region["charLength"]
        assert text[start:end] == region["snippet"]["text"]
        lines = Lines(text)
        assert (region["startLine"], region["startColumn"]) == lines.place(start)
        assert (region["endLine"], region["endColumn"]) == lines.place(end)


def test_sarif_alerts_are_told_apart(sample):
    """Findings of one rule on one line are numbered, as GitHub would merge them."""
    results = sarif(sample.REPORT)["runs"][0]["results"]

    keys = [
        (
            result["ruleId"],
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["partialFingerprints"]["primaryLocationLineHash"],
        )
        for result in results
    ]
    assert len(keys) == len(set(keys))


def test_sarif_suppressions_and_baseline(sample):
    """What is suppressed says how; with a baseline, the rest is new."""
    known = sample.FINDINGS[0]._replace(suppressed_by="baseline")
    report = sample.REPORT._replace(findings=(known, *sample.FINDINGS[1:]))

    first, *others = sarif(report)["runs"][0]["results"]

    assert ("unchanged", "external") == (
        first["baselineState"],
        first["suppressions"][0]["kind"],
    )
    assert {"new"} == {each["baselineState"] for each in others}
    assert "inSource" in {
        each["suppressions"][0]["kind"] for each in others if "suppressions" in each
    }


def test_sarif_is_cut_at_what_github_takes(sample, monkeypatch):
    """Of too many findings the worst stay, and the log says that some are missing."""
    monkeypatch.setattr("mtaudit.reporters.sarif._MOST_RESULTS", 3)

    run = sarif(sample.REPORT)["runs"][0]

    assert {"error"} == {each["level"] for each in run["results"]}
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert "14 findings left out" in notes[-1]["message"]["text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", {1: "c129715d7a2bc9a3:1"}, id="empty"),
        pytest.param(
            " a\nb\n  \t\tc\n d",
            {
                1: "271789c17abda88f:1",
                2: "54703d4cd895b18:1",
                3: "180aee12dab6264:1",
                4: "a23a3dc5e078b07b:1",
            },
            id="blanks do not count",
        ),
    ],
)
def test_line_hash(text, expected):
    """The hash is the one that GitHub's own uploader computes."""
    assert expected == line_hashes(text)


def test_line_hash_of_windows_newlines():
    """A file that changes its newlines keeps its hashes."""
    assert line_hashes("one\ntwo\n\nthree") == line_hashes("one\r\ntwo\r\n\r\nthree")


@pytest.mark.parametrize(
    ("text", "needle", "expected"),
    [
        pytest.param("Привет, мир 😀; x", "x", (1, 28), id="Cyrillic and emoji"),
        pytest.param("雨\r\n東京 open", "open", (2, 8), id="CJK after CRLF"),
        pytest.param("cafe\u0301 x", "x", (1, 8), id="combining mark"),
        pytest.param("a\rb\u2028x", "x", (2, 5), id="lone CR, line separator"),
    ],
)
def test_byte_columns(text, needle, expected):
    """A column of reviewdog counts the bytes before it, and one more."""
    assert expected == tuple(Lines(text).byte_place(text.index(needle)))


def test_rdjson_without_texts(sample):
    """Where no text is at hand there are lines, and no columns to be wrong."""
    lines = lines_of("rdjsonl", sample.REPORT._replace(texts={}))

    assert {"line": 3} == lines[0]["location"]["range"]["start"]
    assert not any("suggestions" in line for line in lines)


def test_fixes_of_both_formats_agree(sample):
    """Two appliers that know nothing of us make the same text of a file."""
    log = sarif(sample.REPORT)
    diagnostics = lines_of("rdjsonl", sample.REPORT)
    for path, text in sample.RAW.items():
        uri = path.replace(" ", "%20").replace("&", "%26")
        by_sarif = APPLIERS["apply_sarif"](log, uri, text)
        assert by_sarif == APPLIERS["apply_rdjson"](diagnostics, path, text)
        assert by_sarif != text


HOSTILE = (
    "\n::error file=x::pwned\r\n::add-mask::x ##vso[task.setvariable]x "
    "##teamcity[buildStop] ]]> <script>alert(1)</script> \x1b[31m\x1b]8;;http://x\x07"
    "\u202eabc\u2066 \x00 \ufffe | ' ] ; % @someone #12 https://example.org `code`"
)


@pytest.fixture
def hostile(sample):
    """A report whose every text wants to be a command."""
    finding = sample.FINDINGS[0]
    path = "::error::=evil\n##vso[x] '|.md"
    location = finding.location._replace(path=path)
    excerpt = finding.excerpt._replace(match=HOSTILE)
    named = finding._replace(
        message=HOSTILE, location=location, match=f"={HOSTILE}", excerpt=excerpt
    )
    return Report(findings=(named,), failures=(Failure(path, HOSTILE, named=True),))


@pytest.mark.parametrize("name", MACHINES)
def test_nothing_acts(name, hostile):
    """No control code, no mark that turns text round, reaches a screen as itself."""
    output = render(name, hostile, Look())

    unseen = re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    )
    assert not unseen.search(output)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        pytest.param("github", r"::(error|warning|notice) ?[^\n]*", id="github"),
        pytest.param("azure", r"##vso\[task\.logissue [^\]\n]*\][^\n]*", id="azure"),
        pytest.param(
            "teamcity",
            r"##teamcity\[\w+( \w+='(?:[^|'\[\]\n]|\|.)*')+\]",
            id="teamcity",
        ),
    ],
)
def test_commands_cannot_be_broken_out_of(name, command, hostile):
    """Each line is one command of ours, whatever stands in it."""
    for line in render(name, hostile, Look()).splitlines():
        assert re.fullmatch(command, line), line


def test_github_properties_are_escaped(hostile):
    """The name of a file can neither end a property nor the command."""
    first = render("github", hostile, Look()).splitlines()[1]

    properties = first.partition(" ")[2].partition("::")[0]
    names = [each.partition("=")[0] for each in properties.split(",")]
    assert ["file", "line", "endLine", "col", "endColumn", "title"] == names


def test_csv_has_no_formulas(hostile):
    """A cell that would be a formula is text."""
    rows = [*csv.reader(io.StringIO(render("csv", hostile, Look())))]

    assert 2 == len(rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[1])


def test_markdown_neither_links_nor_mentions(hostile):
    """Markdown shows text: no tag, no cell, no mention, no address comes of it."""
    table = render("markdown", hostile, Look())

    row = next(line for line in table.splitlines() if line.startswith("| minor"))
    assert 5 == row.count("|")
    assert "<script" not in table
    assert "@someone" not in table
    assert "https://" not in table
