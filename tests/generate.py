"""
Files that are made from the code: rule pages, their index, schemas, tables of
flags and formats.

    python -m tests.generate          write them
    python -m tests.generate --check  fail if one is not what it would write
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mtaudit.config.describe import json_schema
from mtaudit.packs.card import Card
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs
from mtaudit.packs.pages import as_markdown
from mtaudit.packs.schema import card_schema
from tests import matrix
from tests.flag_table import flag_table

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"


def generated() -> Iterator[tuple[Path, str]]:
    """Yield each generated file and its text."""
    cards = read_packs(built_in())
    for card in cards:
        yield PAGES / f"{card.rule.meta.id}.md", as_markdown(card)
    yield PAGES / "README.md", _index(cards)
    formats = ROOT / "docs" / "formats.md"
    yield formats, matrix.page(formats.read_text(encoding="utf-8"))
    yield ROOT / "rules" / "schema.json", _json(card_schema())
    yield ROOT / "docs" / "schema" / "configuration.schema.json", _json(json_schema())
    yield ROOT / "mtaudit" / "cli" / "flag_table.py", flag_table()


def _json(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _index(cards: tuple[Card, ...]) -> str:
    """Return the list of rules by pack, and by category."""
    by_pack: dict[str, list[Card]] = defaultdict(list)
    by_category: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        by_pack[card.rule.meta.pack].append(card)
        by_category[card.rule.meta.category].append(card)
    lines = [
        "# Rules",
        "",
        f"{len(cards)} rules in {len(by_pack)} packs. A – stands by what is off.",
        "",
        "## By pack",
    ]
    for pack, members in sorted(by_pack.items()):
        lines += ["", f"### {pack}", ""]
        lines += [_line(card) for card in members]
    lines += ["", "## By category"]
    for category, members in sorted(by_category.items()):
        lines += ["", f"### {category}", ""]
        lines += [_link(card) for card in members]
    return "\n".join(lines) + "\n"


def _line(card: Card) -> str:
    meta = card.rule.meta
    mark = "" if meta.default else " –"
    return f"{_link(card)}{mark} {meta.message}".replace("|", "\\|")


def _link(card: Card) -> str:
    return f"- [{card.rule.meta.id}]({card.rule.meta.id}.md)"


def main() -> None:
    """Write the files, or name those that are not as they should be."""
    files = dict(generated())
    stray = {path for path in PAGES.rglob("*.md") if path not in files}
    if "--check" not in sys.argv:
        for path in stray:
            path.unlink()
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        return
    stale = [path for path, text in files.items() if _read(path) != text]
    for path in (*stale, *stray):
        print(f"{path.relative_to(ROOT)} is not what the code makes: run make update")
    sys.exit(1 if stale or stray else 0)


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    main()
