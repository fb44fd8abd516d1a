"""Flags are read without Typer as Typer reads them, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.cli import flag_table as table
from mtaudit.cli.quick import quick_flags
from tests.flag_table import check_command, flag_table

COMMAND = check_command()


def by_typer(words):
    return COMMAND.make_context("check", [*words]).params


WORDS = st.sampled_from(
    [
        *table.SWITCHES,
        *table.VALUES,
        *("a.md", "b c", "-", "0", "12", "٣", "full", "en", "x,y"),
        *("--", "", "-1", "--jobs=2", "--sel", "-qe", "--help", "-x", "--no-diff"),
    ]
)


@given(st.lists(WORDS, max_size=6))
def test_as_typer_reads_them(words):
    """What is read without Typer is what Typer reads, and no complaint is lost."""
    flags = quick_flags(["check", *words])
    if flags is not None:
        assert flags == by_typer(words)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a.md", "b.md"],
        ["-"],
        ["--fix", "--no-fix", "docs", "--select", "en", "--select", "core"],
        ["-j", "2", "-q", "--output-format", "concise", "--config", "a = 1", "a.md"],
    ],
)
def test_plain(words):
    """What hooks and people usually say does not need Typer."""
    assert quick_flags(["check", *words]) == by_typer(words)


@pytest.mark.parametrize("name", table.VARIABLES)
def test_variables(name, monkeypatch):
    """Where the environment has a say, Typer is asked."""
    monkeypatch.setenv(name, "json")

    assert None is quick_flags(["check", "a.md"])


def test_table_is_fresh():
    """The table is what the options of the command make it: else `make update`."""
    assert flag_table() == Path(table.__file__).read_text(encoding="utf-8")
