"""A browser without a network, and a page that holds one report."""

from __future__ import annotations

import json
import os
import runpy
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import blocks_of
from mtaudit.reporters import Look, render

REPORTS = Path(__file__).parent.parent / "reporters" / "report.py"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def sample():
    return SimpleNamespace(**runpy.run_path(str(REPORTS)))


def with_texts(report, raw, sources=()):
    """Return `report` with the texts `raw` and how they are laid out."""
    layouts = {}
    for document in report.documents:
        if document.path in raw:
            read = load_format(document.format).parse
            parsed = read(raw[document.path], document.path, FormatOptions())
            segments = parsed.segments
            if sources:
                pairs = zip(segments, sources, strict=False)
                segments = [each._replace(source=source) for each, source in pairs]
            layouts[document.path] = blocks_of(parsed._replace(segments=segments))
    return report._replace(texts=raw, layouts=layouts)


@pytest.fixture(scope="session")
def report(sample):
    """The report that all reporters are shown, with its texts."""
    return with_texts(sample.REPORT, sample.RAW)


@pytest.fixture(scope="session")
def laid_out():
    """A function that gives a report its texts, and perhaps their originals."""
    return with_texts


@pytest.fixture(scope="session")
def chromium():
    """A browser; where there is none, the test says how to get one."""
    from playwright.sync_api import sync_playwright

    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, NAMES)), None
    )
    if not found:
        pytest.fail("no Chromium: “make browser” installs it, or set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


class Visit:
    """A page in a context of its own; it notes whatever should not happen."""

    def __init__(self, browser, file, **options):
        self.file = file
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 800}, accept_downloads=True, **options
        )
        self.requests, self.complaints = [], []
        self.context.set_offline(True)
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("console", self._console)

    def _console(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, fragment="", *, script=True):
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + fragment)
        if script:
            self.page.wait_for_selector("html[data-ready]", timeout=10_000)
        return self.page

    def again(self):
        """Load the page anew. Another page in between could outrun the storage."""
        self.page.reload()
        self.page.wait_for_selector("html[data-ready]", timeout=10_000)
        return self.page

    def stored(self):
        """Return the decisions that the page keeps."""
        is_report = "([key]) => /^mtaudit:[0-9a-f]{16}$/.test(key)"
        found = self.page.evaluate(f"Object.entries(localStorage).find({is_report})")
        return json.loads(found[1]) if found else {}

    def close(self):
        self.context.close()
        others = [
            url
            for url in self.requests
            if not url.startswith((self.file.as_uri(), "about:", "blob:"))
        ]
        assert [] == others
        assert [] == self.complaints


@pytest.fixture
def visit_file(chromium):
    """Open a file; afterwards, nothing was asked for or complained of."""
    visits = []

    def go(file, fragment="", *, script=True, **options):
        here = Visit(chromium, file, java_script_enabled=script, **options)
        visits.append(here)
        here.open(fragment, script=script)
        return here

    yield go
    for each in visits:
        each.close()


@pytest.fixture
def visit(visit_file, tmp_path):
    """Open a report."""

    def go(report, *rest, **options):
        file = tmp_path / f"report-{len([*tmp_path.iterdir()])}.html"
        file.write_text(render("html", report, Look()), encoding="utf-8")
        return visit_file(file, *rest, **options)

    return go
