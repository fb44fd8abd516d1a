"""The seeds: articles of ours with planted faults, and careful ones beside them."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2] / "seeds"
ID = re.compile(r"[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*")


class Row(NamedTuple):
    """One planted fault."""

    line: int
    column: int
    """From 1, in code points."""

    match: str
    rules: tuple[str, ...]
    """Ids of which one must find it; ``-`` alone where no rule does yet."""


def articles(folder: str) -> list[Path]:
    """Return the texts in every ``seeds/*/FOLDER``, sorted."""
    found = ROOT.glob(f"*/{folder}/*")
    return sorted(path for path in found if path.suffix in {".txt", ".md"})


def rows(article: Path) -> list[Row]:
    """Return the marks that lie beside `article`."""
    table = article.with_name(f"{article.stem}.expected.tsv")
    header, *lines = table.read_text(encoding="utf-8").split("\n")[:-1]
    assert "line\tcolumn\tmatch\trule" == header
    return [_row(line.split("\t")) for line in lines]


def _row(cells: list[str]) -> Row:
    line, column, match, rules = cells
    return Row(int(line), int(column), match, tuple(rules.split("|")))


FAULTY = articles("mt")
CLEAN = articles("clean")

each_faulty = pytest.mark.parametrize("article", FAULTY, ids=lambda path: path.stem)
each_clean = pytest.mark.parametrize("article", CLEAN, ids=lambda path: path.stem)


@each_faulty
def test_marks_stand_where_they_say(article: Path) -> None:
    """Each row names a place of the article and the exact text there."""
    lines = article.read_text(encoding="utf-8").split("\n")
    marks = rows(article)

    found = [lines[row.line - 1][row.column - 1 :][: len(row.match)] for row in marks]

    assert [row.match for row in marks] == found


@each_faulty
def test_marks_are_sorted_and_apart(article: Path) -> None:
    """Rows come in reading order, and no two share a place."""
    marks = rows(article)

    starts = [(row.line, row.column) for row in marks]
    ends = [(row.line, row.column + len(row.match)) for row in marks]

    assert 25 <= len(marks)
    assert sorted(starts) == starts
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@each_faulty
def test_marks_name_rules(article: Path) -> None:
    """A row names rule ids, or one dash where no rule covers the fault."""
    named = [name for row in rows(article) for name in row.rules]

    assert [] == [name for name in named if not ID.fullmatch(name) and name != "-"]


def test_each_kind_of_text_has_a_clean_near_miss() -> None:
    """Beside each folder of faulty texts lies one of careful texts of its kind."""
    faulty = [path.parts[-3] for path in FAULTY]
    clean = [path.parts[-3] for path in CLEAN]

    assert 4 <= len(faulty)
    assert sorted(faulty) == sorted(clean)


@pytest.mark.parametrize("article", [*FAULTY, *CLEAN], ids=lambda path: path.stem)
def test_articles_are_as_long_as_articles(article: Path) -> None:
    """A seed has 500 to 900 words: enough for rules that weigh a document."""
    assert 500 <= len(article.read_text(encoding="utf-8").split()) <= 900
