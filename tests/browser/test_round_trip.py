"""From a file to the page, from the page to decisions, and back into the file."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import expect

ARTICLE = """\
# The gauge

During the run—up to the thaw the the gauges showed nothing.

— Nobody sleeps here, — said the ferryman.
"""


@pytest.fixture
def mtaudit(tmp_path):
    def run(*args):
        command = [sys.executable, "-m", "mtaudit", *args]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    return run


def test_round_trip(mtaudit, visit_file, tmp_path):
    """What one person decides in the page, a command writes into the file."""
    article = tmp_path / "gauge.md"
    article.write_text(ARTICLE, encoding="utf-8")
    languages = ["--target-language", "en", "--source-language", "ru"]
    mtaudit("check", *languages, "--output-format", "html:report.html")
    page = visit_file(tmp_path / "report.html", "#q=rule%3Aen%2Fdash-in-compound").page
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("/")
    page.fill("#query", "rule:core/doubled-word")
    expect(page.locator("#rows .row mark")).to_have_text("the the")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("i")
    page.click("#decide")
    with page.expect_download() as download:
        page.click("#export")
    download.value.save_as(tmp_path / "decisions.json")
    done = mtaudit("triage", "apply", *languages, "decisions.json")

    assert 0 == done.returncode, done.stderr.decode()
    text = article.read_text(encoding="utf-8")
    assert "During the run-up to the thaw the the gauges showed nothing. <!-- " in text
    assert "mtaudit: ignore[core/doubled-word]" in text
    assert "— Nobody sleeps here, — said the ferryman." in text


def test_same_bytes(mtaudit, tmp_path):
    """Two runs make the same page, byte for byte."""
    (tmp_path / "gauge.md").write_text(ARTICLE * 1500, encoding="utf-8")
    made = []
    for name in ("a.html", "b.html"):
        mtaudit("check", "gauge.md", "--output-format", f"html:{name}")
        made.append((tmp_path / name).read_bytes())

    assert made[0] == made[1]
    assert b'data-encoding="gzip"' in made[0]


@pytest.mark.parametrize("jobs", [1, 8])
def test_totals(mtaudit, visit_file, tmp_path, jobs):
    """The page counts what ``--statistics`` counts, however many processes work."""
    for number in range(40):
        (tmp_path / f"gauge-{number}.md").write_text(ARTICLE, encoding="utf-8")
    asked = ["check", ".", "--jobs", str(jobs), "--output-format"]
    told = json.loads(mtaudit(*asked, "json", "--statistics").stdout)
    mtaudit(*asked, "html:report.html")
    page = visit_file(tmp_path / "report.html").page
    rows = page.locator("#summary h2:has-text('By rule') + table tbody tr")
    counts = {
        row.locator("a").inner_text(): int(row.locator("td.number").inner_text())
        for row in rows.all()
    }

    assert {each["rule"]: each["count"] for each in told} == counts
    severities = [
        ".tile.critical b",
        ".tile.major b",
        ".tile.minor b",
        ".tile.neutral b",
    ]
    tiles = [int(page.inner_text(each)) for each in severities]
    assert sum(counts.values()) == sum(tiles)


def test_same_bytes_of_many(mtaudit, tmp_path):
    """One process or eight make the same page."""
    (tmp_path / "texts").mkdir()
    for number in range(40):
        (tmp_path / f"texts/{number}.md").write_text(ARTICLE, encoding="utf-8")
    made = []
    for jobs in ("1", "8"):
        mtaudit(
            "check", "texts", "--jobs", jobs, "--output-format", f"html:{jobs}.html"
        )
        made.append((tmp_path / f"{jobs}.html").read_bytes())

    assert made[0] == made[1]
