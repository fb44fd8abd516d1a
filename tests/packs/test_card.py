"""Cards: what is wrong with one is said, with its place and a remedy, in one go."""

from __future__ import annotations

import pytest

from mtaudit.model import GroupedError, PackError
from mtaudit.packs.card import read_card, unmark
from mtaudit.packs.compiled import load_rules
from mtaudit.packs.folders import PackFolder, built_in
from mtaudit.packs.load import read_packs

CARD = """\
kind: existence
message: "“{match}” is wrong"
severity: minor
category: style
confidence: high
why: Because. So.
with:
  phrases: [foo]
examples:
  - bad: "A ⟦foo⟧ here."
  - good: "A bar here."
"""


def _read(tmp_path, text, name="rule.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_card(path, "pack", trusted=False)


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "hint"),
    [
        pytest.param(
            "severity:",
            "severty:",
            "3:1",
            "unknown key “severty”",
            "severity",
            id="key",
        ),
        pytest.param("minor", "mild", "3:11", "“mild” is none of", None, id="scale"),
        pytest.param(
            "existence", "existance", "1:7", "no such kind", "existence", id="kind"
        ),
        pytest.param(
            "style", "stile", "4:11", "no dimension of MQM", "style", id="mqm"
        ),
        pytest.param(
            "phrases", "phrase", "8:3", "unknown key “phrase”", "phrases", id="option"
        ),
        pytest.param("⟦foo⟧", "foo", "10:5", "no ⟦mark⟧", None, id="no mark"),
        pytest.param("A bar", "A ⟦bar⟧", "11:5", "a ⟦mark⟧ in a good", None, id="mark"),
        pytest.param(
            '  - good: "A bar here."\n',
            "",
            "10:3",
            "no good example",
            None,
            id="no good",
        ),
        pytest.param(
            '  - bad: "A ⟦foo⟧ here."\n',
            "",
            "10:3",
            "no bad example",
            None,
            id="no bad",
        ),
        pytest.param(
            "why: Because. So.\n", "", "1:1", "“why” is missing", None, id="missing"
        ),
        pytest.param(
            "{match}", "{match", "2:10", "cannot be filled", None, id="message"
        ),
        pytest.param(
            "phrases: [foo]",
            'patterns: ["("]',
            "8:14",
            "not a regular",
            None,
            id="pattern",
        ),
        pytest.param(
            "phrases: [foo]",
            'patterns: ["(a+)+$"]',
            "8:14",
            "the pattern could hang",
            None,
            id="dangerous pattern",
        ),
        pytest.param(
            "with:\n",
            "with:\n  ignore-case: maybe\n",
            "8:16",
            "true or false",
            None,
            id="type",
        ),
        pytest.param(
            "why: Because",
            "kind: existence\nwhy: Because",
            "6:1",
            "stands here twice",
            None,
            id="twice",
        ),
        pytest.param("minor", "[minor", "4:9", "not YAML", None, id="syntax"),
    ],
)
def test_complaint(tmp_path, old, new, place, message, hint):
    """A wrong card says what is wrong where, and what to write instead."""
    with pytest.raises((PackError, GroupedError)) as caught:
        _read(tmp_path, CARD.replace(old, new, 1))

    said = str(caught.value)
    assert message in said
    assert f"rule.yaml:{place}: " in said
    assert hint is None or f"did you mean “{hint}”?" in said


def test_all_complaints_at_once(tmp_path):
    """All that is wrong with the cards of a pack is told in one go."""
    for name, old in (("a", "severity"), ("b", "category")):
        text = CARD.replace(f"{old}:", f"{old}x:").replace("high", "hi")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(GroupedError) as caught:
        read_packs([PackFolder("pack", tmp_path, trusted=False)])

    said = str(caught.value)
    assert [
        "severityx" in said,
        "categoryx" in said,
        2 == said.count("“hi” is none"),
    ] == [
        True,
        True,
        True,
    ]


def test_table(tmp_path):
    """A table beside the card is read, and one with other columns is refused."""
    card = CARD.replace("kind: existence", "kind: name-variant").replace(
        "  phrases: [foo]", "  own-table: t.tsv\n  style: own"
    )
    (tmp_path / "t.tsv").write_text("form\tvariants\nbar\tfoo\n", encoding="utf-8")
    assert (("bar", "foo"),) == _read(tmp_path, card).rule.options["own_table"]

    (tmp_path / "t.tsv").write_text("forms\tvariants\n", encoding="utf-8")
    with pytest.raises(
        GroupedError, match=r"t\.tsv:1: the columns are forms, variants"
    ):
        _read(tmp_path, card)


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        pytest.param("a ⟦b⟧ c", "a b c", ((2, 3),), id="one"),
        pytest.param("⟦a⟧⟦b⟧", "ab", ((0, 1), (1, 2)), id="side by side"),
        pytest.param("a", "a", (), id="none"),
        pytest.param("x ⟦a\nb⟧", "x a\nb", ((2, 5),), id="over lines"),
    ],
)
def test_unmark(marked, text, spans):
    """Marks are taken out, and say where they were."""
    assert (text, spans) == unmark(marked)


def test_our_own_patterns_are_linear():
    """No pattern of a built-in pack could hang, though they are trusted at start."""
    cards = read_packs(pack._replace(trusted=False) for pack in built_in())

    assert cards


def test_compiled_rules_are_the_cards_own(tmp_path):
    """What comes out of the cache is what went in, and a changed card is seen."""
    folder = tmp_path / "pack"
    folder.mkdir()
    card = folder / "rule.yaml"
    card.write_text(CARD, encoding="utf-8")
    packs = [PackFolder("pack", folder, trusted=True)]

    anew = load_rules(packs, None)
    first = load_rules(packs, tmp_path / "cache")
    kept = load_rules(packs, tmp_path / "cache")
    card.write_text(CARD.replace("[foo]", "[foo, longer]"), encoding="utf-8")
    changed = load_rules(packs, tmp_path / "cache")

    assert anew[0].options == first[0].options == kept[0].options
    assert anew[0].meta == kept[0].meta
    assert ("foo", "longer") == changed[0].options["phrases"]


def test_a_cache_that_is_damaged_is_made_anew(tmp_path):
    """A compiled file that cannot be read is no reason to fail."""
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "rule.yaml").write_text(CARD, encoding="utf-8")
    packs = [PackFolder("pack", folder, trusted=True)]
    load_rules(packs, tmp_path / "cache")
    (compiled,) = (tmp_path / "cache").iterdir()
    compiled.write_bytes(compiled.read_bytes()[:40])

    assert ["pack/rule"] == [
        rule.meta.id for rule in load_rules(packs, tmp_path / "cache")
    ]
