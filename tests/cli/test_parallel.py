"""Many files: what comes out does not depend on how many processes there are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mtaudit.api import Session, report_of
from mtaudit.cli import parallel
from mtaudit.cli.parallel import SharedFindings, crew_for, looked_at
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine import packed, spool
from mtaudit.engine.discover import File
from mtaudit.formats import FORMATS
from mtaudit.reporters import REPORTERS

TEXT = "# Page {n}\n\nDuring the run—up to vote {n}, prices rose in Kiev.\n"


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.md").write_text(TEXT.format(n=number), encoding="utf-8")
    return folder


@pytest.mark.parametrize("format_name", sorted(REPORTERS))
def test_same_bytes(run, pages, format_name):
    """One process and several report the same, byte for byte."""
    args = ["check", "--target-language", "en", "--no-cache"]
    args += ["--output-format", format_name, "."]

    one, again = (run(*args, "--jobs", "1", cwd=pages) for _ in range(2))
    several = run(*args, "--jobs", "4", cwd=pages)

    assert one.stdout
    assert one.stdout == again.stdout == several.stdout
    assert one.returncode == several.returncode


SEEDS = Path(__file__).parents[2] / "seeds"


def test_gates_hide_nothing(run):
    """The samples come out the same, byte for byte, if every rule sees every text."""
    args = ["check", "--output-format", "json", "--select", "ALL", "--no-cache", "."]

    gated, naive = run(*args, cwd=SEEDS), run(*args, "--no-gates", cwd=SEEDS)

    assert b'"fingerprint"' in gated.stdout
    assert gated.stdout == naive.stdout


def test_fix(run, pages):
    """Several processes fix every file, and a second run has nothing to do."""
    run("check", "--target-language", "en", "--fix", "--jobs", "3", ".", cwd=pages)

    texts = {path.name: path.read_text(encoding="utf-8") for path in pages.iterdir()}
    assert all("run-up" in text for text in texts.values())
    run("check", "--target-language", "en", "--fix", "--jobs", "3", ".", cwd=pages)
    assert texts == {
        path.name: path.read_text(encoding="utf-8") for path in pages.iterdir()
    }


def test_diff(run, pages):
    """A diff comes in the order of the files."""
    done = run(
        "check", "--target-language", "en", "--diff", "--jobs", "3", ".", cwd=pages
    )

    names = [
        line[6:] for line in done.stdout.decode().splitlines() if line[:4] == "+++ "
    ]
    assert [f"{number:03}.md" for number in range(120)] == names


FORKED = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are forked"
)


@FORKED
@pytest.mark.parametrize("most", [0, 1 << 20], ids=["on disk", "in memory"])
def test_findings_are_shared_out(pages, monkeypatch, most):
    """Several processes work on the findings, and what they make comes in order."""
    monkeypatch.setattr(spool, "_MOST", most)
    monkeypatch.setattr(packed, "_PART", 2_000)
    monkeypatch.setattr(parallel, "_MANY", 20)
    said = CommandLine(isolated=True, values={"target-language": "en"})
    configurations = Configurations(str(pages), said, formats=FORMATS)
    session = Session(configurations, cwd=str(pages))
    found = session.find(["."])
    report = report_of(session, found, map(session.audit, found.files))

    whole = SharedFindings(report.findings, 3)
    made = [*whole.by_parts(lambda part: (os.getpid(), [*part]))]

    assert [*whole] == [finding for _, part in made for finding in part]
    assert os.getpid() == made[0][0]
    assert os.getpid() not in {process for process, _ in made[1:]}
    assert len(made) > 5
    assert made[0][1] == next(SharedFindings(report.findings, 1).by_parts(list))


@FORKED
def test_many_files_are_looked_at(monkeypatch):
    """What is said of each file comes in their order, whoever said it."""
    files = [File(f"{number}.md", named=False) for number in range(1_000)]
    here = os.getpid()

    def look(file):
        return (os.getpid() == here) == (int(file.path[:-3]) % 3 == 0)

    alone = looked_at(files, look, 2)
    monkeypatch.setattr(parallel, "_LOOKS", 100)
    together = looked_at(files, look, 2)

    assert alone == [number % 3 == 0 for number in range(1_000)]
    assert together == [not said for said in alone]


@FORKED
@pytest.mark.parametrize(
    ("sizes", "jobs", "crew"),
    [
        pytest.param([100] * 100, 0, (1, 8), id="small files"),
        pytest.param([500_000], 0, (1, 1), id="one large file"),
        pytest.param([500_000] * 2, 0, (2, 1), id="two large files"),
        pytest.param([8_000] * 400, 0, (4, 8), id="many files"),
        pytest.param([100] * 8, 3, (3, 1), id="as said"),
        pytest.param([100], 3, (1, 1), id="no more than files"),
        pytest.param([], 0, (1, 1), id="none"),
    ],
)
def test_crew(tmp_path, monkeypatch, sizes, jobs, crew):
    """The size of the work decides how many processes do it, unless it is said."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {*range(4)})
    files = []
    for number, size in enumerate(sizes):
        path = tmp_path / f"{number}.md"
        path.write_bytes(b"a" * size)
        files.append(File(str(path), named=False))
    missing = [File(str(tmp_path / "gone.md"), named=True)] if not sizes else []

    assert crew == crew_for([*files, *missing], jobs)
