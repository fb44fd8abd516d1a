"""Scripts of letters."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.scripts import (
    Run,
    beyond_ascii,
    count_ascii_letters,
    has_word_ends,
    runs,
    runs_beyond_ascii,
    script_of,
    scripts_of,
)

TEXTS = st.text(st.sampled_from("aZ9 —é\u0301яЇ中の\ud800🙂ｶ\ufffc"))


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latn"), ("é", "Latn"), ("Ａ", "Latn"), ("я", "Cyrl"), ("ґ", "Cyrl"),
        ("λ", "Grek"), ("ἀ", "Grek"), ("ש", "Hebr"), ("ق", "Arab"), ("漢", "Hani"),
        ("の", "Hira"), ("カ", "Kana"), ("ｶ", "Kana"), ("ー", "Kana"), ("한", "Hang"),
        ("ไ", "Thai"), ("ह", "Deva"), ("ქ", "Geor"), ("հ", "Armn"), ("ខ", "Khmr"),
        ("\N{MICRO SIGN}", None), ("5", None), (" ", None), ("—", None), ("🙂", None),
    ],
)  # fmt: skip
def test_script_of(char, script):
    """A letter has a script; digits, marks and symbols have none."""
    assert script == script_of(char)


def test_scripts_of():
    """The scripts of a text are those of its letters."""
    assert {"Latn", "Cyrl"} == scripts_of("run—up, запуск 5")


def test_runs():
    """A run ends where the script changes or the letters do."""
    assert [
        Run(0, 2, "Latn"),
        Run(2, 4, "Cyrl"),
        Run(5, 6, "Cyrl"),
        Run(7, 8, "Hani"),
    ] == [*runs("abвг д5漢")]


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("a", True), ("5", True), ("_", True), ("я", True), ("한", True),
        ("\N{COMBINING ACUTE ACCENT}", True), ("漢", False), ("の", False),
        ("ไ", False), ("+", False), ("…", False),
    ],
)  # fmt: skip
def test_has_word_ends(char, expected):
    """Words end visibly where the script puts spaces between them."""
    assert expected is has_word_ends(char)


@given(TEXTS)
def test_beyond_ascii(text):
    """What is not ASCII stays in its order, and letters of ASCII are counted."""
    letters = [char for char in text if char in string.ascii_letters]

    assert "".join(char for char in text if not char.isascii()) == beyond_ascii(text)
    assert len(letters) == count_ascii_letters(text)


@given(TEXTS)
def test_runs_beyond_ascii(text):
    """Runs of other scripts than Latin are the same with and without its letters."""
    expected = [run for run in runs(text) if run.script != "Latn"]

    assert expected == [r for r in runs_beyond_ascii(text) if r.script != "Latn"]
