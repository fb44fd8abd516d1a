"""Tables beside cards: sorted, in one Unicode form, without gaps or doubles."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

RULES = Path(__file__).parent.parent.parent / "rules"
TABLES = sorted(RULES.rglob("*.tsv"))
NAMES = sorted((RULES / "names").glob("*.tsv"))

OPTIONAL = {
    "variants",
    "russian-press",
    "ap",
    "guardian",
    "exceptions",
    "needs",
    "note",
}
"""Columns whose cells may be empty; every other cell says something."""


def _id(path):
    return path.relative_to(RULES).as_posix()


def _tidy(text: str) -> str:
    """Return a table as it should be: NFC, each row once, sorted, one end of line."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").splitlines()
    header, *rows = [line for line in lines if line.strip()]
    return "\n".join([header, *sorted(set(rows))]) + "\n"


def _rows(path):
    """Yield each row of a table as a mapping, with its line number."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=2):
        yield number, dict(zip(header.split("\t"), line.split("\t"), strict=True))


@pytest.mark.parametrize("path", TABLES, ids=_id)
def test_table_is_tidy(path, request):
    """A table is sorted, NFC, and has no row twice; ``--update`` makes it so."""
    text = path.read_text(encoding="utf-8")
    if request.config.getoption("--update"):
        path.write_text(_tidy(text), encoding="utf-8", newline="\n")

    assert _tidy(text) == text


@pytest.mark.parametrize("path", TABLES, ids=_id)
def test_cells(path):
    """No cell has white space around it, and none that must speak is empty."""
    for number, row in _rows(path):
        for column, cell in row.items():
            assert cell == cell.strip(), f"{path.name}:{number}: {column}"
            assert cell or column in OPTIONAL, f"{path.name}:{number}: {column}"


@pytest.mark.parametrize("path", TABLES, ids=_id)
def test_keys_are_unique(path):
    """No two rows say what becomes of the same thing."""
    keys = Counter(next(iter(row.values())) for _, row in _rows(path))

    assert [] == [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("path", NAMES, ids=_id)
def test_values_of_a_cell(path):
    """A cell with several values has each of them once."""
    for number, row in _rows(path):
        for column in ("official", "variants", "russian-press", "exceptions", "needs"):
            values = row[column].split("|")
            assert len(values) == len(set(values)), f"{path.name}:{number}: {column}"
            assert all(values) or values == [""], f"{path.name}:{number}: {column}"


@pytest.mark.parametrize("path", NAMES, ids=_id)
def test_each_form_has_one_owner(path):
    """A form of a name belongs to one bearer, who has at least two forms."""
    owners: Counter[str] = Counter()
    for number, row in _rows(path):
        columns = ("official", "variants", "russian-press", "ap", "guardian")
        forms = {form for column in columns for form in row[column].split("|") if form}
        assert len(forms) > 1, f"{path.name}:{number}: nothing to tell apart"
        owners.update(forms)

    assert [] == [form for form, count in owners.items() if count > 1]


@pytest.mark.parametrize("path", NAMES, ids=_id)
def test_needs_are_folded(path):
    """What a document must hold is compared in lower case, so it is written so."""
    for number, row in _rows(path):
        assert row["needs"] == row["needs"].lower(), f"{path.name}:{number}"
