"""Reports of real runs: the same twice, and with fixes that others can apply."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from mtaudit.reporters import REPORTERS

APPLIERS = runpy.run_path(str(Path(__file__).parents[1] / "reporters" / "appliers.py"))
PAGE = (
    "# Паром 😀\r\n\r\n"
    "The ferry 渡し船 left Kiev, and non\N{EM DASH}military observers saw saw it. "
    "In Kiev the run\N{EM DASH}up was quiet.\r\n\r\n"
    "\N{EM DASH} Nobody sleeps here, said the ferryman.\r\n\r\n"
    "Батуми\r\n\r\n"
    "שלום non\N{EM DASH}military\r\n"
)
ASKED = ("--source-language", "ru", "--target-language", "en", "--unsafe-fixes")


@pytest.fixture
def page(tmp_path):
    """A page with a byte-order mark, Windows newlines and five scripts."""
    file = tmp_path / "ferry – паром.md"
    file.write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    return file


def text_of(file):
    return file.read_bytes().decode("utf-8-sig")


@pytest.mark.parametrize(
    ("name", "applier"), [("sarif", "apply_sarif"), ("rdjsonl", "apply_rdjson")]
)
def test_round_trip(name, applier, run, page):
    """Applying what a report suggests, until it suggests nothing, is ``--fix``."""
    for _ in range(5):
        output = run("check", page.name, *ASKED, "--output-format", name).stdout
        if name == "sarif":
            log = json.loads(output)
            uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
            place = uri["artifactLocation"]["uri"]
        else:
            log = [json.loads(line) for line in output.decode().splitlines()]
            place = page.name
        text = APPLIERS[applier](log, place, text_of(page))
        if text == text_of(page):
            break
        page.write_bytes(b"\xef\xbb\xbf" + text.encode())
    applied = page.read_bytes()
    page.write_bytes(b"\xef\xbb\xbf" + PAGE.encode())

    run("check", page.name, *ASKED, "--fix")

    assert page.read_bytes() == applied
    assert applied.startswith(b"\xef\xbb\xbf")
    assert "non-military" in applied.decode()
    assert "Kiev" not in applied.decode()


@pytest.mark.parametrize("name", REPORTERS)
def test_two_runs_are_alike(name, run, page):
    """Two runs give the same bytes, without a time, a host or an absolute path."""
    (page.parent / "b.txt").write_text("The the non\N{EM DASH}military.\n")

    outputs = {run("check", ".", "--output-format", name).stdout for _ in range(2)}

    assert 1 == len(outputs)
    assert str(page.parent).encode() not in outputs.pop()


def test_several_outputs(run, page, tmp_path):
    """Each format goes to its own place; the exit code depends on none of them."""
    formats = ["sarif:out.sarif", "junit:out.xml", "csv:out.csv", "github"]
    asked = [part for each in formats for part in ("--output-format", each)]

    done = run("check", page.name, *ASKED, *asked)

    assert run("check", page.name, *ASKED).returncode == done.returncode
    assert done.stdout.startswith(b"::error ")
    assert "2.1.0" == json.loads((tmp_path / "out.sarif").read_bytes())["version"]
    assert (tmp_path / "out.xml").read_bytes().startswith(b"<?xml")


def test_pair_of_lines(run, tmp_path):
    """Two files of lines are read side by side, as the manual says."""
    manual = Path(__file__).parents[2] / "docs" / "formats.md"
    (told,) = re.findall(
        r"```toml\n(\[formats\]\n\"corpus.*?)```", manual.read_text(), re.DOTALL
    )
    (tmp_path / "mtaudit.toml").write_text(told)
    (tmp_path / "corpus").mkdir()
    lines = {
        "uk": "Порт відкрито.\nМи маємо 2500 човнів у порту.\n",
        "en": "The harbour is open.\nWe have 5200 boats in the port.\n",
    }
    for language, text in lines.items():
        (tmp_path / "corpus" / f"news.{language}").write_text(text, encoding="utf-8")

    done = run("check", "--select", "*/changed-number", "--output-format", "json")
    report = json.loads(done.stdout)

    (document,), (finding,) = report["documents"], report["findings"]
    assert ("lines", "corpus/news.uk") == (document["format"], document["source_path"])
    assert ("5200", 2) == (finding["match"], finding["start"]["line"])


def test_job_summary(run, page, tmp_path):
    """With the format github, a table goes behind what the summary has."""
    summary = tmp_path / "summary"
    summary.write_text("before\n")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}

    run("check", page.name, "--output-format", "github", env=env)

    assert summary.read_text().startswith("before\n## mtaudit\n")
    assert "| Severity |" in summary.read_text()


def test_no_command_in_a_report_for_people(run, tmp_path):
    """A build server takes no line of a report for people for one of its commands."""
    name = "::error::x.md"
    (tmp_path / name).write_text("It was ##vso[task.x] non\N{EM DASH}military.\n")

    for form in ("full", "concise", "grouped"):
        output = run("check", ".", "--output-format", form).stdout.decode()
        assert "error::x.md" in output
        assert "##vso[" not in output
        assert not any(line.lstrip().startswith("::") for line in output.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_no_command_on_standard_error(run, tmp_path):
    """The name of a file that cannot be read does nothing on standard error either."""
    name = "\n::error::x ##vso[task.x]\x1b[31m.md"
    (tmp_path / name).write_bytes(b"\xff\xff")

    done = run("check", ".")

    said = done.stderr.decode()
    assert 1 == said.count("\n")
    assert said.startswith("error: ")
    assert "##vso[" not in said
    assert "\x1b" not in said


@pytest.mark.registry
def test_sarif_satisfies_its_validators(run, page, tmp_path):
    """SARIF is as its schema says, and as Microsoft's validator and GitHub want it."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    tools = tmp_path / "tools"
    tools.mkdir()
    packages = ["@microsoft/jest-sarif", "@microsoft/sarif-multitool"]
    flags = ["--no-audit", "--no-fund", "--no-save", "--prefix", str(tools)]
    subprocess.run(["npm", "install", *flags, *packages], check=True, timeout=600)
    run("check", page.name, *ASKED, "--output-format", "sarif:out.sarif")
    log = json.loads((tmp_path / "out.sarif").read_bytes())

    schema = next(tools.glob("node_modules/@microsoft/jest-sarif/**/sarif-2.1.0*.json"))
    jsonschema.Draft4Validator(json.loads(schema.read_bytes())).validate(log)

    tool = next(
        tools.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool*")
    )
    tool = tool.with_name("Sarif.Multitool" + (".exe" if os.name == "nt" else ""))
    tool.chmod(0o755)
    asked = ["--rule-kind", "Sarif;Ghas", "--level", "Error", "--kind", "Fail"]
    done = subprocess.run(
        [tool, "validate", tmp_path / "out.sarif", *asked],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert 0 == done.returncode, done.stdout
    assert "error" not in done.stdout
