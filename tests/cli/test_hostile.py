"""Hostile texts and packs come to an end, and what is at fault is named."""

from __future__ import annotations

import json

import pytest

CARD = """\
kind: existence
message: "“{{match}}” is wrong"
severity: minor
category: style
confidence: high
why: Because. So.
with:
  patterns: [{pattern}]
examples:
  - bad: "A ⟦word9999⟧ here."
  - good: "A bar."
"""


@pytest.fixture
def pack(tmp_path):
    """Return a function that makes the pack “house” of one rule."""

    def write(name, pattern):
        (tmp_path / "house").mkdir(exist_ok=True)
        (tmp_path / "mtaudit.toml").write_text('packs = ["house"]\n', encoding="utf-8")
        card = CARD.format(pattern=json.dumps(pattern))
        (tmp_path / "house" / f"{name}.yaml").write_text(card, encoding="utf-8")

    return write


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 300_000, id="one letter"),
        pytest.param("again " * 50_000, id="one word"),
        pytest.param("[" * 300_000, id="opening brackets"),
        pytest.param(("[(" * 40 + "\n") * 3_000, id="brackets in lines"),
        pytest.param("“" * 100_000, id="opening quotes"),
        pytest.param("1,2." * 50_000, id="figures"),
        pytest.param("\0—\0 " * 30_000, id="borders"),
    ],
)
def test_text(run, tmp_path, text, name):
    """A text of one thing again and again is audited or refused, and no rule breaks."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    done = run("check", "--target-language", "en", "--quiet", "--exit-zero", name)

    assert done.returncode in {0, 2}, done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a_de.properties", f"a = a{'_' * 50_000} –\n", id="name in code"),
        pytest.param("a.rst", f"`a{' ' * 50_000}`\n", id="space in a reference"),
        pytest.param("a.adoc", f"{'[' * 50_000}\n", id="attributes of a block"),
        pytest.param("a.md", f"{'a ' * 50_000}```x y\n", id="fence behind text"),
        pytest.param("a.md", f"a|b\n{' ' * 50_000}|x\n", id="row of a table"),
        pytest.param("a.md", f"---\n{' ' * 50_000}a\n---\n", id="front matter"),
        pytest.param("a_de.json", f'{{"a": "Word{{{" " * 50_000}"}}', id="brace"),
    ],
)
def test_format(run, tmp_path, name, text):
    """What the reader of a format looks for, half of it, takes no time to read."""
    (tmp_path / name).write_text(text, encoding="utf-8")

    done = run("check", "--quiet", "--exit-zero", name)

    assert done.returncode in {0, 2}, done.stderr


def test_many_alternatives(run, pack, tmp_path):
    """A pattern of ten thousand words finds the last of them."""
    pack("many", r"\b(?:" + "|".join(f"word{each}" for each in range(10_000)) + r")\b")
    (tmp_path / "a.txt").write_text("Bars. " * 2_000 + "word9999.\n", encoding="utf-8")

    done = run(
        "check", "--target-language", "en", "--output-format", "concise", "a.txt"
    )

    assert b"house/many" in done.stdout, done.stderr


def test_gate_that_every_text_opens(run, pack, tmp_path):
    """A rule that nothing holds back does its work, and `pack lint` names it."""
    pack("open", r"\w{8}")
    (tmp_path / "a.txt").write_text("Bars. " * 2_000 + "word9999.\n", encoding="utf-8")

    done = run(
        "check", "--target-language", "en", "--output-format", "concise", "a.txt"
    )
    lint = run("pack", "lint", "house")

    assert b"house/open" in done.stdout, done.stderr
    assert b"house/open: no word, part or character opens its gate" in lint.stdout
    assert b"8,000 characters of clean text" in lint.stdout
