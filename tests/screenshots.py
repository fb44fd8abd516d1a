"""
Make the pictures of the HTML report: ``python -m tests.screenshots FOLDER``.

The report is of the sample articles in ``seeds``, and of one more with its
original beside it.
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
from mtaudit.model import Report
from mtaudit.reporters import Look, render

ROOT = Path(__file__).parent.parent
SIZE = {"width": 1280, "height": 800}

ORIGINAL = (
    "Старый маяк снова светит",
    "Ремонт маяка на мысе занял девять месяцев.",
    "— Мы боялись не успеть к осени, — сказал смотритель.",
    "Фото: архив музея",
    "До войны сюда приезжали из Киева и Одессы. Теперь гостей почти нет.",
    "За первое лето маяк увидели четыреста человек.",
)
TRANSLATION = (
    "# The old lighthouse shines again",
    "The repair of the lighthouse on the the cape took nine months.",
    "— We were afraid of not making it by autumn, — said the keeper.",
    "Фото: архив музея",
    "Before the war people came here from Kiev and Odessa. Few guests come now.",
    "Four hundred people saw the lighthouse during its start—up summer.",
)


def audited(folder: Path, paths: list[str], **languages: str) -> Report:
    """Return the report on `paths` in `folder`, with the texts."""
    values = {name.replace("_", "-"): value for name, value in languages.items()}
    said = CommandLine(isolated=True, values=values)
    where = Configurations(str(folder), said, formats=FORMATS)
    session = Session(where, cwd=str(folder))
    session.keep_documents = True
    found = session.find(paths)
    return report_of(session, found, map(session.audit, found.files))


def bilingual() -> Report:
    """Return the report on an article whose original stands beside it."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "lighthouse.md").write_text("\n\n".join(TRANSLATION) + "\n")
        languages = {"source_language": "ru", "target_language": "en"}
        report = audited(Path(name), ["lighthouse.md"], **languages)
    ((path, blocks),) = report.layouts.items()
    paired = tuple(
        block._replace(source=source)
        for block, source in zip(blocks, ORIGINAL, strict=True)
    )
    return report._replace(layouts={path: paired})


def main(folder: Path) -> None:
    """Write a picture of each view, in light and in dark."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    sample = audited(ROOT, ["seeds/ru-en/mt", "seeds/docs-en/mt", "seeds/uk-en/mt"])
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
            ("bilingual", "light", pair, "#document", "jj"),
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
