"""Options of a rule's kind that the configuration gives."""

import pytest

from mtaudit.model import ConfigError
from mtaudit.packs.options import with_options
from mtaudit.testing import pack_cards

CARD = """
kind: {kind}
message: "“{{match}}” is awkward"
severity: minor
category: style/awkward
confidence: high
why: "Nobody says so. It is another word."
with: {options}
examples:
  - bad: {bad}
    source: "Бак."
  - good: "All is well."
"""
COUNT = CARD.format(
    kind="occurrence",
    options='{ patterns: ["oil|fat"], max: 1 }',
    bad='"Oil and ⟦fat⟧."',
)
SWAP = CARD.format(
    kind="substitution", options='{ patterns: { "oi(l)": "fa" } }', bad='"⟦oil⟧"'
)
TERMS = CARD.format(
    kind="terminology", options="{ terms: { бак: [tank] } }", bad='"⟦A box.⟧"'
)


@pytest.fixture
def rule(tmp_path):
    """Return a function from the text of a card to its rule."""

    def read(text):
        folder = tmp_path / "house"
        folder.mkdir()
        (folder / "it.yaml").write_text(text, encoding="utf-8")
        (card,) = pack_cards(folder)
        return card.rule

    return read


@pytest.mark.parametrize(
    ("card", "options", "place", "said"),
    [
        pytest.param(COUNT, {"max": "x"}, ".max", "expected a number", id="type"),
        pytest.param(COUNT, {"mox": 3}, ".mox", "unknown key “mox”", id="key"),
        pytest.param(COUNT, {"needs": {}}, ".needs", "unknown key", id="derived"),
        pytest.param(COUNT, {"per": "page"}, "", "“per” must be one of", id="word"),
        pytest.param(
            COUNT, {"patterns": ["("]}, "", "“(” in “patterns”: not a", id="pattern"
        ),
        pytest.param(
            SWAP, {"patterns": {"(a+)+b": "c"}}, "", "could hang", id="slow pattern"
        ),
        pytest.param(SWAP, {"patterns": 5}, ".patterns", "a mapping", id="shape"),
    ],
)
def test_complaints(rule, tmp_path, card, options, place, said):
    """A wrong option is a fault of the configuration, told with its place."""
    with pytest.raises(ConfigError) as caught:
        with_options(rule(card), options, tmp_path)

    assert f'rules."house/it"{place}' == caught.value.place
    assert said in caught.value.message


def test_the_rest_is_the_cards(rule, tmp_path):
    """Options that are not given stay; what patterns need is found out anew."""
    made = rule(SWAP)

    changed = with_options(made, {"patterns": {"rust": "red"}}, tmp_path)

    assert {"rust": ("red",)} == changed.options["patterns"]
    assert "needs" not in changed.options
    assert {"oi(l)": ("fa",)} == with_options(made, {}, tmp_path).options["patterns"]


def test_table_beside_the_configuration(rule, tmp_path):
    """A table that an option names is looked for beside the configuration."""
    (tmp_path / "t.tsv").write_text("source\ttarget\nбак\tvessel\n", encoding="utf-8")

    changed = with_options(rule(TERMS), {"termbase": "t.tsv"}, tmp_path)

    assert (("бак", "vessel"),) == changed.options["termbase"]
    with pytest.raises(ConfigError, match=r"none\.tsv"):
        with_options(changed, {"termbase": "none.tsv"}, tmp_path)
