"""The tables beside the cards."""

import unicodedata
from pathlib import Path

import pytest

TABLES = sorted((Path(__file__).parents[2] / "rules").glob("*/*.tsv"))


@pytest.mark.parametrize(
    "path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_table(path):
    """A table is sorted, normalised, free of copies and of stray white space."""
    raw = path.read_bytes().decode("utf-8")
    _, *rows = [tuple(line.split("\t")) for line in raw.removesuffix("\n").split("\n")]

    assert raw == unicodedata.normalize("NFC", raw)
    assert sorted(set(rows)) == rows
    assert [cell.strip() for row in rows for cell in row] == [
        cell for row in rows for cell in row
    ]


@pytest.mark.parametrize(
    ("pack", "least"),
    [pytest.param("ru-en", 540, id="ru-en"), pytest.param("uk-en", 218, id="uk-en")],
)
def test_glossary(pack, least):
    """A source phrase is in a glossary once, whatever its capitals."""
    lines = (
        (TABLES[0].parents[1] / pack / "glossary.tsv").read_text("utf-8").split("\n")
    )
    phrases = [line.split("\t")[0].casefold() for line in lines[1:-1]]

    assert least <= len(phrases)
    assert sorted(set(phrases)) == sorted(phrases)
