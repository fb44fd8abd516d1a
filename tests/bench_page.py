"""
Time the HTML report of 50,000 findings in 5,000 files in a real browser.

Run it as ``python -m tests.bench_page``: it prints the size of the page, how long
the first screen takes, and how long filters and scrolling do.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from mtaudit.model import (
    Applicability,
    Audited,
    Block,
    Confidence,
    Edit,
    Excerpt,
    Finding,
    Fix,
    Languages,
    Location,
    Position,
    RawSpan,
    Report,
    Role,
    RuleMeta,
    Severity,
)
from mtaudit.reporters import Look, render

FILES, FINDINGS_EACH, WORDS = 5000, 10, 400
SYLLABLES = [f"{first}{last}" for first in "bcdfghjklmnprstvwz" for last in "aeiou"]
QUERIES = (
    "sev:major",
    "kolu",
    "rule:pack-3",
    "-fix:safe file:*7.md",
    "/(ba|ko){2}/",
    "",
)
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
TYPED = """change => new Promise(done => {
  const start = performance.now();
  go(change);
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
SCROLLED = """() => new Promise(done => {
  const start = performance.now();
  scroller().scrollTop += 500_000;
  const end = () => done(performance.now() - start);
  requestAnimationFrame(() => requestAnimationFrame(end));
})"""


def vocabulary(dice: random.Random) -> list[str]:
    """Return words that are as varied as those of a language."""
    return [
        "".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(20_000)
    ]


def rules() -> list[RuleMeta]:
    return [
        RuleMeta(
            id=f"pack-{number % 9}/rule-{number}",
            message="“{match}” is left over: write something else",
            severity=Severity(number % 4),
            category=f"accuracy/sort-{number % 7}",
            confidence=Confidence.HIGH,
            why="Readers stop where the text does. They may not start again.",
        )
        for number in range(120)
    ]


def report(dice: random.Random) -> Report:
    """Return a report as large as a large site's."""
    words, cards = vocabulary(dice), rules()
    findings, documents, texts, layouts = [], [], {}, {}
    for number in range(FILES):
        path = f"content/en/section-{number % 40}/page-{number}.md"
        paragraphs = [" ".join(dice.choices(words, k=WORDS // 8)) for _ in range(8)]
        text = "\n\n".join(paragraphs) + "\n"
        texts[path] = text
        starts = [text.index(each) for each in paragraphs]
        layouts[path] = tuple(
            Block(Role.PARAGRAPH, ((start, start + len(each)),))
            for start, each in zip(starts, paragraphs, strict=True)
        )
        documents.append(
            Audited(path, "markdown", WORDS, Languages("en", "ru", "told"))
        )
        places = sorted(dice.sample(range(len(text) - 20), FINDINGS_EACH))
        findings += [found(path, text, start, dice) for start in places]
    return Report(
        findings=tuple(findings),
        documents=tuple(documents),
        rules=len(cards),
        signature="bench",
        texts=texts,
        layouts=layouts,
    )


def found(path: str, text: str, start: int, dice: random.Random) -> Finding:
    """Return a finding on the word at `start`."""
    card, end = dice.choice(CARDS), start + 9
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text.count("\n", 0, start) + 1
    match = text[start:end]
    place = Position(line, start - line_start + 1)
    edit = Edit(RawSpan(start, end), "kolu")
    fix = Fix("Replace with “kolu”", (edit,), Applicability(dice.randrange(3)))
    return Finding(
        rule=card,
        message=card.message.format(match=match),
        severity=card.severity,
        location=Location(path, RawSpan(start, end), place, place),
        match=match,
        excerpt=Excerpt(text[line_start:start], match, text[end:line_end], line_start),
        fingerprint=f"{dice.getrandbits(64):016x}",
        fixes=(fix,),
    )


CARDS = rules()


def main() -> None:
    """Make the page, open it, and print what it took, the best of three."""
    whole = report(random.Random(1))
    started = time.perf_counter()
    text = render("html", whole, Look())
    print(f"made in         {time.perf_counter() - started:7.2f} s")
    file = Path(tempfile.mkdtemp()) / "report.html"
    file.write_text(text, encoding="utf-8")
    print(f"size            {file.stat().st_size / 1e6:7.2f} MB")
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    options = {"executable_path": browser, "args": ["--no-sandbox"]}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**options)
        pages = [opened(chromium, file) for _ in range(3)]
        print(f"first screen    {min(paint for _, paint, _ in pages):7.0f} ms")
        print(f"ready           {min(ready for _, _, ready in pages):7.0f} ms at most")
        measure(pages[0][0])
        chromium.close()


def opened(browser: Browser, file: Path) -> tuple[Page, float, float]:
    """Return the page, and how many milliseconds until it showed and until it works."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", timeout=60_000)
    return page, page.evaluate(PAINT), page.evaluate("performance.now()")


def best(page: Page, code: str, argument: object = None) -> float:
    """Return the least of three times that `code` measures."""
    return min(page.evaluate(code, argument) for _ in range(3))


def measure(page: Page) -> None:
    """Print how long the page takes to do what is asked of it."""
    page.keyboard.press("f")
    for query in QUERIES:
        took = best(page, TYPED, {"query": query})
        result = page.inner_text("#result")
        print(f"filter          {took:7.0f} ms  {query or '(all)'}: {result}")
    for group in ("rule", "suggestion", "none"):
        print(f"group           {best(page, TYPED, {'group': group}):7.0f} ms  {group}")
    print(f"scroll          {best(page, SCROLLED):7.0f} ms")
    page.keyboard.press("j")
    started = time.perf_counter()
    page.keyboard.press("d")
    page.wait_for_selector("#page .mark")
    print(f"open a document {1000 * (time.perf_counter() - started):7.0f} ms")


if __name__ == "__main__":
    main()
