"""What tools are timed on is the same every time, and what is called clean is clean."""

from __future__ import annotations

from mtaudit.api import Session
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.discover import File
from mtaudit.formats import FORMATS
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs
from tests.bench.catalogues import AS_MANY, CHECKS, RULES, copied
from tests.bench.corpus import Corpus, clean_page
from tests.bench.page import Row, Table, page_of
from tests.bench.timing import Run


def test_pages_are_varied_and_always_the_same():
    """A number makes one page, another number another, each as long as asked."""
    pages = [Corpus().page(number, 4_000) for number in (1, 1, 2)]

    assert pages[0] == pages[1] != pages[2]
    assert all(4_000 <= len(page.encode()) < 12_000 for page in pages)
    blocks = [{*page.split("\n\n")[1:]} for page in pages[1:]]
    assert not blocks[0] & blocks[1]


def test_clean_page(tmp_path):
    """No rule finds anything in the clean page."""
    said = CommandLine(isolated=True, values={"target-language": "en"})
    session = Session(Configurations(str(tmp_path), said, formats=FORMATS))
    file = File("a.md", named=True, format="markdown")

    assert () == session.findings(file, clean_page())
    assert 8_000 <= len(clean_page()) < 9_000


def test_page():
    """A row tells times and memory, and mtaudit's times by those of another tool."""
    first = Run(0.05, 0.12, 20.4, 0)
    rows = [Row("mtaudit", first), Row("other", Run(12.5, 0.06, 30.0, 0), first)]
    page = page_of([Table("One file", rows)], ["vale"], 0.5)

    assert "## One file\n" in page
    assert "| mtaudit | 120 ms | 50 ms | 20 MB |  |  |\n" in page
    assert "| other | 60 ms | 12.5 s | 30 MB | 2.00 | 0.00 |\n" in page
    assert "Could not be installed here: vale.\n" in page


def test_rules_for_catalogues():
    """What is timed beside pofilter are rules that there are, each once."""
    known = {card.rule.meta.id for card in read_packs(built_in())}

    assert {*RULES} < {*AS_MANY} <= known
    assert len(RULES) == len({*RULES})
    assert len(AS_MANY) == len({*AS_MANY}) == CHECKS


def test_catalogues(tmp_path):
    """The first catalogues come along with their folders, and nothing else."""
    for name in ("b/LC_MESSAGES/x.po", "a/x.po", "c/x.po", "a/x.mo"):
        (tmp_path / "from" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "from" / name).write_text(name)

    assert copied(tmp_path / "from", tmp_path / "to", 2) == 2
    assert ["a/x.po", "b/LC_MESSAGES/x.po"] == sorted(
        path.relative_to(tmp_path / "to").as_posix()
        for path in (tmp_path / "to").rglob("*.*")
    )
