"""Gates: the index says what each gate says alone, and no gate hides a hit."""

from __future__ import annotations

from pathlib import Path
from string import printable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.chunk import Chunk
from mtaudit.engine.run import between
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds import OPEN, DocumentKind, Gate
from mtaudit.model import Confidence, Document, Piece, Segment
from mtaudit.packs.folders import built_in
from mtaudit.packs.gating import GateIndex, is_open
from mtaudit.packs.load import read_packs
from mtaudit.packs.rule import Rule
from mtaudit.packs.view import View
from mtaudit.text.shapes import is_spelled
from mtaudit.text.words import spaced, tokens

CARDS = read_packs(built_in())
RULES = [card.rule for card in CARDS if card.rule.kind_name != "suppression"]
EXAMPLES = [example for card in CARDS for example in card.examples]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").rglob("*.txt"))


@pytest.mark.parametrize(
    ("gate", "text", "opens"),
    [
        pytest.param(Gate(words=frozenset({"kiev"})), "In KIEV.", True, id="case"),
        pytest.param(Gate(words=frozenset({"kiev"})), "Kievan", False, id="whole word"),
        pytest.param(
            Gate(phrases=frozenset({"run up"})), "a run\nup", True, id="over a line"
        ),
        pytest.param(
            Gate(phrases=frozenset({"it's so"})), "It’s so.", True, id="apostrophe"
        ),
        pytest.param(Gate(parts=frozenset({"recall "})), "recall", True, id="at end"),
        pytest.param(Gate(chars=frozenset("—")), "a—b", True, id="character"),
        pytest.param(Gate(scripts=frozenset({"Cyrl"})), "Київ", True, id="script"),
        pytest.param(Gate(scripts=frozenset({"Cyrl"})), "Kyiv", False, id="no script"),
        pytest.param(Gate(letters=5), "a kievan", True, id="long word"),
        pytest.param(Gate(letters=5), "a Kiev-b c", False, id="no long word"),
        pytest.param(OPEN, "", True, id="open"),
    ],
)
def test_is_open(gate, text, opens):
    """A gate opens for what it names, as a reader would see it."""
    assert opens == is_open(gate, text)


INDEX = GateIndex.of({number: rule.gate for number, rule in enumerate(RULES)})
EVERY = frozenset(range(len(RULES)))


def _named(number: int) -> int:
    """Return how many strings the gate of a rule names."""
    gate = RULES[number].gate
    return len([*gate.words, *gate.parts, *gate.phrases, *gate.exact])


SOME = frozenset(range(0, len(RULES), 3))
FEW = frozenset(sorted(filter(_named, SOME), key=_named)[:25])
"""Rules that name a string or two: they are looked for one by one."""


def _names_signs(gate: Gate) -> bool:
    """Whether a gate names few characters, rare ones, and signs for shapes."""
    frequent = [char for char in gate.chars if char.isalnum() or char in printable]
    is_many = len(gate.chars) > len(printable) or gate.scripts
    return not (frequent or is_many) and all(map(is_spelled, gate.shapes))


SIGNS = frozenset(n for n, rule in enumerate(RULES) if _names_signs(rule.gate))

INDEXES = {EVERY: INDEX, SOME: INDEX.narrowed(SOME), SIGNS: INDEX.narrowed(SIGNS)}
INDEXES[FEW] = INDEXES[SOME].narrowed(FEW)
WORDS = sorted(
    {word for example in EXAMPLES for word in example.text.split()}
    | {
        "Kiev",
        "—",
        "“",
        "is",
        "the",
        "Київ",
        "\n",
        "İstanbul",
        "ſo",
        "\0",
        "a\0b",
        "α\u0345",
        "5,5",
        ",,",
        "( (",
        "\x07a",
        "\u200b",
        "，，",
        "\U0001f600",
    }
)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_index_agrees_with_gates(text):
    """The index opens a rule exactly where the rule's own gate does."""
    opened = {number for number in EVERY if is_open(RULES[number].gate, text)}

    assert {wanted: opened & wanted for wanted in INDEXES} == {
        wanted: set(index.opened_by(View(text), wanted))
        for wanted, index in INDEXES.items()
    }


@settings(max_examples=15)
@given(
    st.lists(
        st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
        min_size=1,
        max_size=3,
    )
)
def test_segments_that_hold_the_keys(texts):
    """A rule is shown every segment for which its own gate opens."""
    segments = [_segment(text) for text in texts]
    chunk = Chunk(segments)
    for number, keys in INDEX.opened_by(chunk.view, EVERY).items():
        rule = RULES[number]
        shown = {*map(id, chunk.segments_for(keys))}

        assert shown >= {id(each) for each in segments if is_open(rule.gate, each.text)}


MARKUP = [*"a `[\\", "Bc", "\n\n", "**", "](d)", "# ", "- ", "&amp;", "<b>"]


@given(st.lists(st.sampled_from(MARKUP), max_size=25).map("".join))
def test_words_of_a_file_as_it_is_spelled(raw):
    """What segments say and what is between them are all the words of a file."""
    document = load_format("markdown").parse(raw, "a.md", FormatOptions())
    said = {word for each in document.segments for word in tokens(spaced(each.text))}

    assert tokens(spaced(raw)) <= said | tokens(spaced(between(document)))


def _segment(text):
    piece = Piece(0, len(text), 0, len(text))
    return Segment(text=text, pieces=(piece,))


def _naive(rule: Rule, document: Document) -> set[tuple[int, int]]:
    """Return the raw spans of a rule's hits, found without any gate."""
    kind = rule.kind
    pairs = (
        kind.check(document)
        if isinstance(kind, DocumentKind)
        else ((each, hit) for each in document.segments for hit in kind.check(each))
    )
    spans = (segment.to_raw(hit.span) for segment, hit in pairs)
    return {(span.start, span.end) for span in spans}


@pytest.mark.parametrize(
    "path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_gated_run_finds_what_a_naive_one_does(path):
    """No gate, chunk or key hides from a rule what it would have found."""
    settings = Settings(
        source_language="ru",
        target_language="en",
        select=("ALL",),
        min_confidence=Confidence.LOW,
    )
    auditor = Auditor(settings, RULES, today="2000-01-01")
    document = auditor.parse("x", path.read_text(encoding="utf-8"), "plain")
    found = auditor.audit_document(document).findings
    said = {(each.location.span, rule) for each in found for rule in _rules_of(each)}
    places = {(span.start, span.end, rule) for span, rule in said}

    for rule in RULES:
        if rule.meta.langs not in {(), ("en",)} or "ru" not in (
            rule.meta.source_langs or ("ru",)
        ):
            continue
        gated = {(start, end) for start, end, name in places if name == rule.meta.id}
        naive = _naive(rule, document)
        assert gated <= naive
        # Of overlapping hits of one rule, one is kept: the others overlap it.
        assert all(
            any(start < other[1] and other[0] < end for other in gated)
            for start, end in naive - gated
            if start != end
        )


def _rules_of(finding) -> set[str]:
    """Return the finding's rule and those that said the same of the same place."""
    return {finding.rule.id} | {each.rule for each in finding.related if each.rule}
