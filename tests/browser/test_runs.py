"""The page beside earlier runs, beside the repository, and for other programs."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from mtaudit.model import Earlier
from mtaudit.reporters import Look, render


@pytest.fixture
def compared(report, sample):
    """The report with two earlier runs: some of it is new, and some was fixed."""
    first, second, *rest = sample.FINDINGS
    gone = first._replace(fingerprint="gone", message="It was here")
    documents = sample.REPORT.documents
    return report._replace(
        earlier=(
            Earlier("2026-10-25", (second, *rest[:3]), documents),
            Earlier("2026-11-01", (gone, second, *rest[:5]), documents),
        )
    )


def count_of(page):
    return page.inner_text("#result").partition(" of ")[0]


def test_changes(visit, compared):
    """The summary says what came and went; each number leads to what it counts."""
    page = visit(compared).page

    runs = page.locator(".trend tbody th").all_inner_texts()
    assert ["2026-10-25", "2026-11-01", "now"] == runs
    for wording, count in (("new", "10 findings"), ("fixed", "1 finding")):
        page.keyboard.press("s")
        page.click(f".changes a:has-text('{wording}')")
        assert count == count_of(page)


QUERIES = [
    pytest.param("is:new", "10 findings", id="new"),
    pytest.param("is:known", "6 findings", id="still there"),
    pytest.param("is:fixed", "1 finding", id="fixed"),
    pytest.param("is:new,fixed", "11 findings", id="new or fixed"),
    pytest.param("new:2026-11-01", "10 findings", id="since the last run"),
    pytest.param("new:2026-10-25", "12 findings", id="since the one before"),
    pytest.param("new:2026-10-30", "12 findings", id="since a day between"),
    pytest.param("new:2026-01-01", "16 findings", id="since before all"),
    pytest.param("-is:new", "6 findings", id="not new"),
]


@pytest.mark.parametrize(("query", "count"), QUERIES)
def test_new(visit, compared, query, count):
    """Findings are filtered by when they came; the fixed ones show when asked for."""
    page = visit(compared, f"#q={query}").page

    assert count == count_of(page)


def test_fixed_finding(visit, compared):
    """What was fixed is told of and nothing else: it stands in no text any more."""
    page = visit(compared, "#q=is:fixed").page
    page.keyboard.press("j")
    page.keyboard.press("j")
    panel = page.locator("#panel")

    assert "It was here" == panel.locator("h2").inner_text()
    assert "fixed since 2026-11-01" in panel.inner_text()
    assert 0 == panel.locator(".deciding").count()
    page.keyboard.press("d")
    page.wait_for_selector("#page .mark")
    assert 0 == page.locator("#page .mark[title*='It was here']").count()


def test_age(visit, compared, report):
    """A finding says since when it is there."""
    ages = {0: "new since 2026-11-01", 1: "there since 2026-10-25 or longer"}
    for number, age in ages.items():
        page = visit(compared, f"#f={report.findings[number].fingerprint}").page
        assert age in page.inner_text("#panel .place")


def test_no_runs(visit, report):
    """Without an earlier run nothing is called new."""
    page = visit(report, "#findings").page

    assert 0 == page.locator("[data-facet='is:new']").count()
    assert 0 == page.locator(".row .new").count()


def test_at_commit(visit, report):
    """A finding leads to its line in the repository."""
    link = "https://git.example.org/r/blob/abc/{path}#L{line}"
    finding = report.findings[12]
    page = visit(report._replace(link=link), f"#f={finding.fingerprint}").page

    assert "https://git.example.org/r/blob/abc/guide%20%26%20gate.txt#L1" == (
        page.get_attribute("#panel a:has-text('View at commit')", "href")
    )


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_saved(visit, report, tmp_path, name):
    """The page saves what the command line writes."""
    page = visit(report).page
    page.click("#decide")
    with page.expect_download() as download:
        page.click(f"text=Save all as {name.upper()}")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)

    assert f"mtaudit.{name}" == file.name
    assert render(name, report, Look()) == file.read_text(encoding="utf-8")


def test_page_of_a_saved_report(visit, visit_file, report, tmp_path):
    """What was saved from a page makes the same page again, but for the texts."""
    page = visit(report).page
    page.click("#decide")
    with page.expect_download() as download:
        page.click("text=Save all as JSON")
    download.value.save_as(tmp_path / "saved.json")
    command = [sys.executable, "-m", "mtaudit", "report", "saved.json"]
    command += ["--output-format", "html:again.html"]
    subprocess.run(command, cwd=tmp_path, check=False)
    again = visit_file(tmp_path / "again.html", "#findings").page
    page.keyboard.press("Escape")
    page.keyboard.press("f")

    assert page.inner_text("h1") == again.inner_text("h1")
    assert page.inner_text("#result") == again.inner_text("#result")
    messages = "#rows .row .message"
    assert page.locator(messages).all_inner_texts() == (
        again.locator(messages).all_inner_texts()
    )


def test_editor(visit, report):
    """The editor's address has the folder, the path and the place filled in."""
    page = visit(report, f"#f={report.findings[12].fingerprint}").page
    page.keyboard.press("e")
    assert page.is_visible("#help")
    page.fill("#folder", "/home/me/my site/")
    page.keyboard.press("Enter")
    template = "code://open?file=/{path}&line={line}"
    page.fill("#editor", template)
    page.keyboard.press("Tab")
    address = page.evaluate(
        "addressOf(memory.get('editor'),"
        " `${memory.get('folder')}${cursor.finding.doc.path}`.slice(1), cursor.finding)"
    )

    path = "home/me/my%20site/guide%20%26%20gate.txt"
    assert f"code://open?file=/{path}&line=1" == address


ARTICLE = "The gauge the the thaw.\n\nNobody slept — nobody nobody here.\n"


def test_addresses_last(tmp_path, visit_file):
    """An address still leads to its finding when ten lines came before it."""

    def mtaudit(name):
        command = [sys.executable, "-m", "mtaudit", "check", "page.md"]
        command += ["--target-language", "en", "--select", "core/doubled-word"]
        formats = ["--output-format", f"html:{name}.html"]
        formats += ["--output-format", f"json:{name}.json"]
        subprocess.run([*command, *formats], cwd=tmp_path, check=False)
        return json.loads((tmp_path / f"{name}.json").read_bytes())

    file = tmp_path / "page.md"
    file.write_text(ARTICLE, encoding="utf-8")
    told = mtaudit("before")
    file.write_text("A line.\n\n" * 5 + ARTICLE, encoding="utf-8")
    mtaudit("after")
    for finding in told["findings"]:
        fragment = f"#f={finding['fingerprint']}"
        page = visit_file(tmp_path / "after.html", fragment).page
        line = finding["start"]["line"] + 10
        expect(page.locator("#panel .place")).to_contain_text(f"line {line}")
