"""
Make the pictures of the HTML report: ``python -m tests.screenshots FOLDER``.

The report is of the sample articles in ``seeds``, beside made-up earlier runs, and
of one more article with its original beside it.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from mtaudit.api import Session, report_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.formats import FORMATS
from mtaudit.model import Earlier, Report
from mtaudit.reporters import Look, render

ROOT = Path(__file__).parent.parent
SAMPLE = "seeds/*/mt/*.[mt][dx]*"
SIZE = {"width": 1280, "height": 800}

ORIGINAL = """\
# Старый маяк снова светит

Ремонт маяка на мысе занял девять месяцев и обошёлся в 2,4 миллиона.

— Мы боялись не успеть к осени, — сказал смотритель Павло Гнатюк.

![Фото: архив музея](tower.jpg)

До войны сюда приезжали из Киева и Одессы. Теперь гостей почти нет.

Башня стоит на скале с 1894 года. Её высота двадцать семь метров, а линзу для неё \
привезли на пароходе из Марселя.

## Что дальше

Осенью здесь откроют небольшой музей. В нём покажут карты и журналы вахт.

За первое лето маяк увидели 418 человек.
"""
TRANSLATION = """\
# The old lighthouse shines again

The repair of the lighthouse on the the cape took nine months and cost 24 million.

— We were afraid of not making it by autumn, — said keeper Pavlo Hnatiuk.

![Фото: архив музея](tower.jpg)

Before the war people came here from Kiev and Odessa. Few guests come now.

## What next

A small museum opens here in autumn. It will show maps and watch logs .

During its start—up summer 418 people saw the lighthouse.
"""
CONFIGURATION = """\
[[translations]]
source = "ru/{path}"
target = "en/{path}"
source-language = "ru"
target-language = "en"
"""
EDITED = 12
"""So many findings of the sample were not there before, and so many are gone."""


def audited(folder: Path, paths: list[str], *, isolated: bool = True) -> Report:
    """Return the report on `paths` in `folder`, with the texts."""
    said = CommandLine(isolated=isolated)
    where = Configurations(str(folder), said, formats=FORMATS)
    session = Session(where, cwd=str(folder))
    session.keep_documents = True
    found = session.find(paths)
    report = report_of(session, found, map(session.audit, found.files))
    return report._replace(findings=tuple(report.findings))


def bilingual() -> Report:
    """Return the report on an article whose original is a file of its own."""
    files = {
        "mtaudit.toml": CONFIGURATION,
        "ru/lighthouse.md": ORIGINAL,
        "en/lighthouse.md": TRANSLATION,
    }
    with tempfile.TemporaryDirectory() as name:
        for path, text in files.items():
            file = Path(name) / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return audited(Path(name), ["en/lighthouse.md"], isolated=False)


def with_history(report: Report) -> Report:
    """Return `report` after two runs that found some other things."""

    def run(name: str, new: int, gone: int) -> Earlier:
        fixed = (
            each._replace(fingerprint=f"fixed-{number}")
            for number, each in enumerate(report.findings[:gone])
        )
        findings = (*report.findings[new:], *fixed)
        return Earlier(name, findings, report.documents, report.signature)

    runs = (
        run("2026-10-25", 2 * EDITED, 4 * EDITED),
        run("2026-11-01", EDITED, 2 * EDITED),
    )
    return report._replace(earlier=runs)


def main(folder: Path) -> None:
    """Write a picture of each view, in light and in dark."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    articles = [str(each.relative_to(ROOT)) for each in sorted(ROOT.glob(SAMPLE))]
    sample = with_history(audited(ROOT, articles))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        file, pair = Path(name) / "report.html", Path(name) / "pair.html"
        file.write_text(render("html", sample, Look()), encoding="utf-8")
        pair.write_text(render("html", bilingual(), Look()), encoding="utf-8")
        options = {"executable_path": chromium, "args": ["--no-sandbox"]}
        browser = playwright.chromium.launch(**options)
        caption = next(
            each for each in sample.findings if each.rule.id.endswith("/dialogue-dash")
        )
        pictures = (
            ("light", "light", file, "", ""),
            ("dark", "dark", file, "", ""),
            ("findings", "light", file, f"#q=&f={caption.fingerprint}", ""),
            ("suggestions", "dark", file, "#q=&g=suggestion", "j"),
            ("document", "light", file, "#q=", "jjjd"),
            ("bilingual", "light", pair, "#document", "jjjj"),
        )
        for picture, theme, page_file, fragment, keys in pictures:
            page = browser.new_page(viewport=SIZE, color_scheme=theme)
            page.goto(page_file.as_uri() + fragment)
            page.wait_for_selector("html[data-ready]")
            for key in keys:
                page.keyboard.press(key)
            page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{picture}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
