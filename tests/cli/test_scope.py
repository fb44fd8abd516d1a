"""Ignoring, fixing and showing less: the flags of `check` around its findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from gzip import compress
from pathlib import Path

import pytest

from mtaudit.api import audit

DASH = "\N{EM DASH}"
TEXT = f"The non{DASH}military observers saw the anti{DASH}war march in the old town.\n"


@pytest.fixture
def folder(tmp_path):
    """A page of Markdown and one of plain text, with two findings each."""
    (tmp_path / "a.md").write_text(f"# March\n\n{TEXT}\n| a |\n| --- |\n| x |\n")
    (tmp_path / "b.txt").write_text(TEXT)
    return tmp_path


def summary(run, *args):
    return json.loads(run("check", "--output-format", "json", *args).stdout)["summary"]


def test_add_ignore(folder, run):
    """What is found is suppressed, by comments or by file, and nothing else changes."""
    before = (folder / "a.md").read_text()

    done = run("check", "--add-ignore=quoted as it is --> here")

    assert 0 == done.returncode
    assert b"findings: 2 by comment, 2 in .mtaudit-ignore.toml." in done.stderr
    comment = " <!-- mtaudit: ignore[en/dash-in-compound] quoted as it is –> here -->"
    assert (
        before.replace(TEXT, f"{TEXT[:-1]}{comment}\n") == (folder / "a.md").read_text()
    )
    assert TEXT == (folder / "b.txt").read_text()
    assert (0, 4) == (summary(run)["findings"], summary(run)["suppressed"])
    assert 4 == summary(run, "--ignore-suppressions")["findings"]


def test_add_ignore_to_mdx(tmp_path, run):
    """MDX has comments of its own: those of HTML break its page."""
    (tmp_path / "a.mdx").write_text(TEXT)

    run("check", "--add-ignore=quoted")

    comment = "{/* mtaudit: ignore[en/dash-in-compound] quoted */}"
    assert f"{TEXT[:-1]} {comment}\n" == (tmp_path / "a.mdx").read_text()
    assert 0 == summary(run)["findings"]


def test_compressed_files_are_not_fixable(tmp_path, run):
    """What is never rewritten offers no fix, and is ignored in a file beside it."""
    content = compress(TEXT.encode())
    (tmp_path / "a.md.gz").write_bytes(content)

    report = json.loads(run("check", "--output-format", "json", "--fix").stdout)
    done = run("check", "--add-ignore")

    assert content == (tmp_path / "a.md.gz").read_bytes()
    assert ["manual", "manual"] == [
        fix["applicability"] for each in report["findings"] for fix in each["fixes"]
    ]
    assert [] == report["failures"]
    assert b"findings: 2 in .mtaudit-ignore.toml." in done.stderr


def test_add_ignore_twice(folder, run):
    """Entries are put behind those that are there; with nothing found, none is."""
    run("check", "b.txt", "--add-ignore", "--reason", "first")
    file = folder / ".mtaudit-ignore.toml"
    first = file.read_text()

    run("check", "--add-ignore")
    assert first == file.read_text()
    (folder / "b[1].txt").write_text(TEXT)
    run("check", "--add-ignore")

    assert file.read_text().startswith(f"{first}\n")
    assert 4 == file.read_text().count("[[ignore]]")
    assert 0 == summary(run)["findings"]


ENTRY = """\
[[ignore]]
path = "b.txt"
rule = "en/dash-in-compound"
"""


@pytest.mark.parametrize(
    ("text", "left", "said"),
    [
        pytest.param(ENTRY, 0, "", id="a rule in a file"),
        pytest.param(f'{ENTRY}match = "anti{DASH}war"\n', 1, "", id="one wording"),
        pytest.param(f"{ENTRY}until = 2999-01-01\n", 0, "", id="not yet expired"),
        pytest.param(f"{ENTRY}until = 2001-01-01\n", 2, "has expired", id="expired"),
        pytest.param(
            ENTRY.replace("en/dash-in-compound", "core/doubled-word"),
            2,
            "entry 1 (core/doubled-word in b.txt) leaves nothing out",
            id="unused",
        ),
        pytest.param(
            ENTRY.replace("dash-in", "dahs-in"),
            2,
            "names no rule that is known",
            id="unknown rule",
        ),
        pytest.param(ENTRY.replace("b.txt", "c.txt"), 2, "", id="a file not looked at"),
    ],
)
def test_ignore_file(text, left, said, folder, run):
    """Entries hold for a path, a rule, a wording, until a day; idle ones are told."""
    (folder / ".mtaudit-ignore.toml").write_text(text, encoding="utf-8")

    done = run("check", "b.txt", "--output-format", "json")

    assert left == json.loads(done.stdout)["summary"]["findings"]
    assert bool(said) == bool(done.stderr)
    assert said in done.stderr.decode()


def test_ignore_file_without_a_reason(folder, run):
    """Where suppressions need reasons, entries do too."""
    (folder / ".mtaudit-ignore.toml").write_text(ENTRY)
    (folder / "mtaudit.toml").write_text("require-suppression-reason = true\n")

    assert b"has no reason" in run("check", "b.txt").stderr


def test_known_from_python(folder, run):
    """What lies beside the configuration holds for the function as for the command."""
    run("baseline", "create", "a.md")
    (folder / ".mtaudit-ignore.toml").write_text(ENTRY)

    report = audit(["."], cwd=str(folder))

    assert ["baseline"] * 2 + ["ignore-file"] * 2 == [
        each.suppressed_by for each in report.findings
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("mtaudit baseline ", "create\nprune\ndiff"), ("mtaudit check --sinc", "--since")],
    ids=["commands", "options"],
)
def test_completions(words, expected):
    """The shell is told the commands and options that begin as what is typed."""
    environment = {
        "_MTAUDIT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [Path(sys.executable).with_name("mtaudit")],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert expected == done.stdout.strip()


def test_ignore_file_by_fingerprint(folder, run):
    """An entry may name one finding by its fingerprint."""
    first = json.loads(run("check", "b.txt", "--output-format", "json").stdout)
    fingerprint = first["findings"][0]["fingerprint"]
    (folder / ".mtaudit-ignore.toml").write_text(
        f'[[ignore]]\nfingerprint = "{fingerprint}"\n'
    )

    assert 1 == summary(run, "b.txt")["findings"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[[ignore]\n", "not TOML", id="not TOML"),
        pytest.param('[[ignore]]\npaht = "x"\n', "did you mean", id="unknown key"),
        pytest.param('[[ignore]]\npath = "x"\n', "“path” and “rule”", id="no rule"),
        pytest.param("[[ignore]]\npath = 1\n", "a string", id="no string"),
        pytest.param("ignored = 1\n", "[[ignore]]", id="another table"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_faulty_ignore_file(text, said, run, tmp_path):
    """A fault in the ignore file is an error with its place."""
    (tmp_path / ".mtaudit-ignore.toml").write_text(text)

    done = run("check")

    assert 2 == done.returncode
    assert said in done.stderr.decode()


@pytest.mark.usefixtures("folder")
def test_show_fixes(run):
    """``--show-fixes`` says what was mended, by file and rule."""
    done = run("check", "--fix", "--show-fixes")

    assert (
        "Fixed 4 findings.\n  a.md: 2 × en/dash-in-compound\n" in done.stdout.decode()
    )


def test_fix_only(folder, run):
    """``--fix-only`` mends, and neither reports nor fails on what is left."""
    (folder / "c.md").write_text(f"{TEXT}\nCertainly! Here is the translation:\n")

    done = run("check", "--fix-only", "--fail-on", "neutral")

    assert (0, b"") == (done.returncode, done.stdout)
    assert done.stderr.startswith(b"Fixed 6 findings.")
    assert 1 == run("check", "--fail-on", "neutral").returncode


@pytest.mark.usefixtures("folder")
def test_exit_non_zero_on_fix(run):
    """The code is 1 while something is fixed, and 0 when nothing is any more."""
    assert 1 == run("check", "--fix", "--exit-non-zero-on-fix").returncode
    assert 0 == run("check", "--fix", "--exit-non-zero-on-fix").returncode


@pytest.mark.usefixtures("folder")
def test_max_diagnostics(run):
    """People are shown fewer findings and told how many more; programs get all."""
    few = run("check", "--max-diagnostics", "1", "--output-format", "concise")

    lines = few.stdout.decode().splitlines()
    assert "… and 3 more findings" == lines[1]
    assert any(line.startswith("Found 4 minor findings") for line in lines)
    assert 4 == summary(run, "--max-diagnostics", "1")["findings"]


@pytest.mark.parametrize(
    "flags",
    [
        ("--diff", "--fix"),
        ("--diff", "--show-fixes"),
        ("--diff", "--statistics"),
        ("--add-ignore", "--fix"),
        ("--add-ignore=x", "--diff"),
        ("--exit-zero", "--exit-non-zero-on-fix"),
        ("--since", "HEAD", "--staged"),
        ("--watch", "--diff"),
        ("--reason", "x"),
    ],
    ids=" ".join,
)
def test_flags_that_do_not_go_together(flags, run):
    """Flags that contradict each other are refused with a sentence."""
    done = run("check", *flags)

    assert 2 == done.returncode
    assert done.stderr.startswith(b"error: --")


@pytest.mark.usefixtures("folder")
def test_report_merges(run):
    """Reports of parts make the report of the whole, in any format."""
    for name in ("a.md", "b.txt"):
        run("check", name, "--output-format", f"json:{name}.json")
    whole = json.loads(run("check", "--output-format", "json").stdout)

    args = ("report", "a.md.json", "b.txt.json", "a.md.json", "--output-format")
    merged = json.loads(run(*args, "json").stdout)

    assert whole == merged
    page = run(*args, "html").stdout
    assert page.startswith(b"<!doctype html>") or b"<html" in page
    assert f"anti{DASH}war" in run(*args, "full").stdout.decode()
    assert 1 == run(*args, "concise", "--fail-on", "minor").returncode


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("{", "no report of", id="not JSON"),
        pytest.param('{"schema_version": 9}', "version 9", id="newer version"),
        pytest.param('{"schema_version": 1}', "with a fault", id="a part missing"),
    ],
)
def test_report_of_something_else(text, said, run, tmp_path):
    """What is no report of ours is an error that says so."""
    (tmp_path / "x.json").write_text(text)

    done = run("report", "x.json")

    assert 2 == done.returncode
    assert said in done.stderr.decode()


def test_watch(folder):
    """``--watch`` audits now and again after a change, until it is interrupted."""
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-m", "mtaudit", "check", "b.txt", "-w", "-q"]
    with subprocess.Popen(
        [*command, "--output-format", "concise"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert "Watching" in process.stderr.readline()
        found = [process.stdout.readline() for _ in range(2)]
        time.sleep(0.5)  # the watcher says nothing once it is at its post
        (folder / "b.txt").write_text(f"{TEXT}\nA post{DASH}war line.\n")
        found += [process.stdout.readline() for _ in range(3)]
        process.kill()

    assert [1, 1, 1, 1, 3] == [int(line.split(":")[1]) for line in found]
