"""`[gate]`: how much may be found before a run fails."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "report.schema.json"
DASH = "\N{EM DASH}"
TORN = f"The follow{DASH}up meeting was booked for the end of May.\n\n"
CLEAN = "The ferry left the harbour an hour late because of the fog.\n\n"
GERMAN = "Die Fähre lief wegen des Nebels eine Stunde zu spät aus dem Hafen aus.\n\n"
CAPTION = "The ferry left the harbour late.\n\nБатуми\n"


@pytest.fixture
def gated(run, tmp_path):
    """Return a function that audits some files under a configuration."""

    def under(config, files, *args):
        (tmp_path / "mtaudit.toml").write_text(config, encoding="utf-8")
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return run("check", *args)

    return under


def rows(done):
    """Return the rows of the table on standard error, each as its words."""
    said = done.stderr.decode().partition("Failed:\n")[2].splitlines()
    return [line.split() for line in said[1:]]


@pytest.mark.parametrize(
    ("config", "files", "expected"),
    [
        pytest.param(
            "max-minor = 1",
            {"a.md": TORN * 2},
            ["max-minor all 2 at most 1"],
            id="over",
        ),
        pytest.param("max-minor = 2", {"a.md": TORN * 2}, [], id="at the limit"),
        pytest.param("max-critical = 0", {"a.md": TORN * 2}, [], id="another severity"),
        pytest.param(
            "max-minor = 1",
            {"a.md": TORN, "b.md": TORN},
            ["max-minor all 2 at most 1"],
            id="all files together",
        ),
        pytest.param(
            "max-minor = 1\nper-language = true",
            {"a.md": TORN, "b.md": CLEAN, "de/a.md": GERMAN * 3},
            [],
            id="each language alone",
        ),
        pytest.param(
            "max-minor = 0\nper-language = true",
            {"a.md": TORN, "b.md": CLEAN, "de/a.md": GERMAN * 3},
            ["max-minor all (en) 1 at most 0"],
            id="one language of two",
        ),
        pytest.param("max-penalty = 0", {"a.md": TORN * 9}, [], id="few words"),
        pytest.param(
            "max-penalty = 2",
            {"a.md": TORN * 10 + CLEAN * 20},
            ["max-penalty all 2.94 at most 2.00"],
            id="penalty",
        ),
        pytest.param(
            'max-minor = 0\n[[gate.overrides]]\nfiles = ["drafts/**"]\nmax-minor = 3',
            {"a.md": TORN, "drafts/a.md": TORN * 3},
            ["max-minor all 1 at most 0"],
            id="some files may have more",
        ),
        pytest.param(
            'max-minor = 9\n[[gate.overrides]]\nlanguages = ["de"]\nmax-minor = 0\n'
            '[[gate.overrides]]\nlanguages = ["en"]\nmax-minor = 1\n'
            '[[gate.overrides]]\nfiles = ["b/**"]\nmax-major = 0',
            {"a.md": TORN, "b/a.md": TORN * 2, "de.md": GERMAN * 2},
            ["max-minor en, b/** 2 at most 1"],
            id="overrides lie on each other",
        ),
    ],
)
def test_limits(config, files, expected, gated):
    """A limit that is not kept makes the exit code 1, and a row of the table."""
    done = gated(f"[gate]\n{config}\n", files)

    assert [row.split() for row in expected] == rows(done)
    assert (1 if expected else 0) == done.returncode


def test_json_has_every_limit(gated):
    """The JSON report says what each limit came to, kept or not."""
    done = gated(
        "[gate]\nmax-minor = 0\nmax-critical = 0\n",
        {"a.md": TORN},
        *("--output-format", "json"),
    )

    report = json.loads(done.stdout)
    assert [("max-critical", 0, True), ("max-minor", 1, False)] == [
        (each["gate"], each["value"], each["passed"])
        for each in report["summary"]["gates"]
    ]
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_without_gate_nothing_is_said(gated):
    """Where no limit is set there is no table, and nothing in the report."""
    done = gated("", {"a.md": TORN}, "--output-format", "json")

    assert 0 == done.returncode
    assert "gates" not in json.loads(done.stdout)["summary"]


@pytest.mark.parametrize(
    "known",
    [
        pytest.param("baseline", id="baseline"),
        pytest.param("comment", id="comment"),
        pytest.param("config", id="per-file-ignores"),
    ],
)
def test_what_is_known_or_suppressed_does_not_count(known, gated, run, tmp_path):
    """Findings that a run does not show do not fail a limit."""
    config = "[gate]\nmax-minor = 0\n"
    text = TORN
    if known == "comment":
        text = f"<!-- mtaudit: ignore[en/dash-in-compound] -->\n{TORN}"
    if known == "config":
        config += '[per-file-ignores]\n"a.md" = ["en/dash-in-compound"]\n'
    if known == "baseline":
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        run("baseline", "create")

    done = gated(config, {"a.md": text})

    assert [] == rows(done)
    assert 0 == done.returncode


@pytest.mark.parametrize(
    ("args", "status", "table"),
    [
        pytest.param([], 1, True, id="plain"),
        pytest.param(["--quiet"], 1, False, id="quiet"),
        pytest.param(["--exit-zero"], 0, True, id="exit zero"),
        pytest.param(["--fix"], 0, False, id="fixed"),
        pytest.param(["--fix-only"], 0, False, id="fix only"),
        pytest.param(["--config", "gate.max-minor = 5"], 0, False, id="inline"),
        pytest.param(["--ignore", "en/dash-in-compound"], 0, False, id="not run"),
    ],
)
def test_flags(args, status, table, gated):
    """Limits go with the flags that decide on the exit code."""
    done = gated("[gate]\nmax-minor = 0\n", {"a.md": TORN}, *args)

    assert status == done.returncode
    assert table == (b"Failed:" in done.stderr)


def test_fail_on_goes_first(gated):
    """A limit that fail-on makes void is told of; with a higher one it holds."""
    files = {"a.txt": CAPTION}
    source = 'source-language = "ru"\n'

    strict = gated(f"{source}[gate]\nmax-major = 3\n", files)
    loose = gated(f'{source}fail-on = "never"\n[gate]\nmax-major = 3\n', files)

    assert (1, 0) == (strict.returncode, loose.returncode)
    assert (
        "“max-major” in [gate] allows 3, and “fail-on” none" in strict.stderr.decode()
    )
    assert b"" == loose.stderr


@pytest.mark.parametrize(
    ("config", "said"),
    [
        pytest.param("max-major = -1", "a whole number from 0", id="negative"),
        pytest.param("max-major = 1.5", "a whole number from 0", id="fraction"),
        pytest.param("max-penalty = true", "a number from 0", id="boolean"),
        pytest.param("min-coverage = 95", "such as 0.95", id="percent"),
        pytest.param("max-mayor = 1", "max-major", id="nearest name"),
        pytest.param("[[gate.overrides]]\nmax-major = 1", "languages", id="of nothing"),
        pytest.param(
            '[[gate.overrides]]\nfiles = ["a"]\nmax = 1',
            "gate.overrides[1].max",
            id="in",
        ),
    ],
)
def test_wrong_limits(config, said, gated):
    """A limit that cannot be one is an error with its place."""
    done = gated(f"[gate]\n{config}\n", {"a.md": CLEAN})

    assert 2 == done.returncode
    assert "mtaudit.toml:" in done.stderr.decode()
    assert said in done.stderr.decode()


SITE = """
[[translations]]
source = "en/{path}"
target = "{lang}/{path}"
source-language = "en"
[gate]
"""
PAGE = (
    "# Notes\n\nThe ferry left the harbour an hour late because of the fog.\n\n"
    "Nobody on the pier knew when the next one would come at all.\n\n"
    "The captain lit his pipe and waited for better weather.\n"
)
SEITE = (
    "# Notizen\n\nDie Fähre lief wegen des Nebels eine Stunde zu spät aus.\n\n"
    "Niemand auf dem Pier wusste, wann die nächste überhaupt käme.\n\n"
    "Der Kapitän zündete sich die Pfeife an und wartete auf besseres Wetter.\n"
)
CATALOGUE = """\
msgid ""
msgstr "Language: de\\n"

msgid "The ferry left the harbour late."
msgstr "Die Fähre lief spät aus."

msgid "Nobody on the pier knew."
msgstr ""

#, fuzzy
#| msgid "The captain lit a cigar."
msgid "The captain lit his pipe."
msgstr "Der Kapitän wartete."
"""
XLIFF = """\
<xliff version="1.2"><file source-language="en" target-language="de"><body>
<trans-unit id="a"><source>The ferry left.</source>
<target>Die Fähre lief aus.</target></trans-unit>
<trans-unit id="b"><source>Nobody knew.</source></trans-unit>
<trans-unit id="c" translate="no"><source>FERRY-7</source></trans-unit>
</body></file></xliff>
"""


@pytest.mark.parametrize(
    ("limit", "files", "args", "expected"),
    [
        pytest.param(
            "min-coverage = 1", {"de/a.md": SEITE}, [], [], id="all of it is there"
        ),
        pytest.param(
            "min-coverage = 0.6",
            {"de/a.md": SEITE, "en/b.md": PAGE},
            [],
            ["min-coverage all 50.0% at least 60.0%"],
            id="a file is missing",
        ),
        pytest.param(
            "min-coverage = 0.8",
            {"de/a.md": SEITE.rpartition("\n\n")[0] + "\n"},
            [],
            ["min-coverage all 75.0% at least 80.0%"],
            id="a paragraph is missing",
        ),
        pytest.param(
            "min-coverage = 0.8",
            {"de/a.md": SEITE.rpartition("\n\n")[0] + PAGE[PAGE.rindex("\n\n") :]},
            [],
            ["min-coverage all 75.0% at least 80.0%"],
            id="a paragraph was left as it is",
        ),
        pytest.param(
            "min-coverage = 0.9\nper-language = true",
            {"de/a.md": SEITE, "en/b.md": PAGE, "de/b.md": SEITE, "fr/a.md": SEITE},
            [],
            ["min-coverage all (fr) 50.0% at least 90.0%"],
            id="each language",
        ),
        pytest.param(
            'min-coverage = 0.9\n[[gate.overrides]]\nfiles = ["*/drafts/**"]\n'
            "min-coverage = 0",
            {"de/a.md": SEITE, "en/drafts/b.md": PAGE},
            [],
            [],
            id="some files need none",
        ),
        pytest.param(
            "min-coverage = 0.9",
            {"de/a.md": SEITE, "catalogues/de.po": CATALOGUE},
            [],
            ["min-coverage all 71.4% at least 90.0%"],
            id="units of a catalogue that are empty or fuzzy",
        ),
        pytest.param(
            "min-coverage = 0.9",
            {"de/a.md": SEITE, "x/a.xlf": XLIFF},
            [],
            ["min-coverage all 83.3% at least 90.0%"],
            id="units of XLIFF without a target",
        ),
        pytest.param(
            "min-coverage = 1",
            {"de/a.md": SEITE, "en/b.md": PAGE},
            ["de/a.md"],
            [],
            id="a part of the project says nothing",
        ),
    ],
)
def test_coverage(limit, files, args, expected, gated):
    """Coverage is the share of the originals' segments that are translated."""
    done = gated(
        f'fail-on = "never"\n{SITE}{limit}\n', {"en/a.md": PAGE, **files}, *args
    )

    assert [row.split() for row in expected] == rows(done)
    assert (1 if expected else 0) == done.returncode


def test_reports_of_several_machines_are_held_together(gated, run):
    """Limits hold for merged reports where ``--fail-on`` asks for it, only there."""
    files = {"a.md": TORN, "b.md": TORN}
    for name in ("a", "b"):
        done = gated(
            'fail-on = "critical"\n[gate]\nmax-minor = 1\n',
            files,
            *(f"{name}.md", "--output-format", f"json:{name}.json"),
        )
        assert 0 == done.returncode

    shown = run("report", "a.json", "b.json")
    failed = run("report", "a.json", "b.json", "--fail-on", "critical")

    assert (0, 1) == (shown.returncode, failed.returncode)
    assert [] == rows(shown)
    assert [["max-minor", "all", "2", "at", "most", "1"]] == rows(failed)


def test_markdown_has_the_table(gated):
    """The summary of a job says which limit was not kept."""
    done = gated(
        "[gate]\nmax-minor = 0\n", {"a.md": TORN}, "--output-format", "markdown"
    )

    assert "| max\\-minor | all | 1 | at most 0 |" in done.stdout.decode().replace(
        "max-minor", "max\\-minor"
    )
