"""Gates: what a text must hold, and that none is shut on a text with a hit."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.kinds import DocumentKind, Gate
from mtaudit.kinds.base import OPEN
from mtaudit.kinds.conditional import Conditional
from mtaudit.kinds.consistency import Consistency
from mtaudit.kinds.existence import Existence
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.measure import Measure
from mtaudit.kinds.occurrence import Occurrence
from mtaudit.kinds.parity import Parity
from mtaudit.kinds.repetition import Repetition
from mtaudit.kinds.script import Script
from mtaudit.kinds.substitution import Substitution
from mtaudit.kinds.terminology import Terminology
from mtaudit.model import Document, Piece, Segment
from mtaudit.packs.gating import is_open


@pytest.mark.parametrize(
    ("phrases", "patterns", "expected"),
    [
        pytest.param(["Recall"], [], Gate(words=frozenset({"recall"})), id="word"),
        pytest.param(
            ["On the\nContrary"],
            [],
            Gate(phrases=frozenset({"on the contrary"})),
            id="phrase",
        ),
        pytest.param(["数据"], [], Gate(parts=frozenset({"数据"})), id="no word ends"),
        pytest.param(["C++"], [], Gate(parts=frozenset({"c++"})), id="open at an end"),
        pytest.param(["…"], [], Gate(parts=frozenset({"…"})), id="no word"),
        pytest.param([], [r"\d+ Mbit"], Gate(parts=frozenset({" mbit"})), id="literal"),
        pytest.param(["recall"], [r"\w+"], OPEN, id="a pattern without literals"),
        pytest.param([], [r"(?=\w{15})([^\W_]{5})\1"], Gate(letters=15), id="long"),
        pytest.param([], [r"[^_]{15}"], OPEN, id="long, but not in one word"),
        pytest.param([], [r"\w{15}", r"(\w{13})+"], Gate(letters=13), id="the shorter"),
        pytest.param([], [r"\w{5}"], OPEN, id="not long enough"),
        pytest.param(
            ["…"],
            [r"\w{15}"],
            Gate(parts=frozenset({"…"}), letters=15),
            id="one or the other",
        ),
        pytest.param([], [], OPEN, id="nothing"),
    ],
)
def test_gate_for(phrases, patterns, expected):
    """A gate names what every match holds, and is open where nothing is known."""
    assert expected == gate_for(phrases, patterns)


SOURCE = "Договор 1500 {name} https://a.example"
KINDS = {
    "existence": Existence(
        phrases=("recall that", "it's", "C++", "数据", "İstanbul", "…"),
        patterns=(r"\brun[—-]up", "(?:stra(?:ss|ß)e|gasse)n?", r"\d+ ?%"),
    ),
    "existence, with case": Existence(phrases=("ISTANBUL", "K"), ignore_case=False),
    "substitution": Substitution(
        swap={"straße": ("street",), "Kiev": ("Kyiv",), "don't": ("do not",)},
        patterns={r"(?i:ſ)he (\w+)": (r"\1",), "[аa]s": ("",)},
    ),
    "occurrence": Occurrence(phrases=("very",), patterns=("so[- ]called",), max=0),
    "consistency": Consistency(either=(("Kiev", "Kyiv", "Київ"), ("数据", "資料"))),
    "conditional": Conditional(when=(r"\[\d\]", "ibid"), then=("notes",)),
    "script": Script(),
    "script, whole": Script(whole_segment=True, scripts=("Cyrl", "Hani"), least=1),
    "repetition, words": Repetition(),
    "repetition, phrases": Repetition(unit="phrase"),
    "repetition, sentences": Repetition(unit="sentence"),
    "measure": Measure(metric="words", max=1),
    "parity": Parity(("numbers", "placeholders", "links")),
    "terminology": Terminology(
        terms={"договор": ("treaty",)}, forbidden={"договор": ("deal",)}
    ),
}
WORDS = """recall RECALL that it's it’s IT'S C++ c++ 数据 資料 İstanbul istanbul
    ISTANBUL ıstanbul … run—up run-up Run—Up strasse STRAßE straße gassen 5% 5 %
    Kiev kiev KIEV Kyiv Київ don't DON’T ſhe she k very VERY so-called so called [1]
    Ah! ibid notes сат cат Стамбул h2о 1500 {name} treaty deal DEALS ﬁ as аs and,
    the The. \N{KELVIN SIGN} K""".split()  # noqa: SIM905 -- a list would fill a page
SEPARATORS = (" ", " ", " ", "\n", "\N{NO-BREAK SPACE}", "")

pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS))
texts = st.lists(pieces, min_size=1, max_size=8).map(
    lambda chosen: "".join(word + gap for word, gap in chosen)
)


def hits_of(kind, text):
    """Return the segments of a document of one segment in which `kind` has hits."""
    pieces = (Piece(0, len(text), 0, len(text)),)
    segment = Segment(text=text, pieces=pieces, source=SOURCE)
    if not isinstance(kind, DocumentKind):
        return [*kind.check(segment)]
    document = Document(path="a", raw=text, format="plain", segments=(segment,))
    return [hit for _, hit in kind.check(document)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_gate_is_open_where_a_hit_is(kind, text):
    """A text with a hit opens the gate, and the hit lies in the text."""
    hits = hits_of(kind, text)

    assert not hits or is_open(kind.gate(), text)
    assert all(hit.span.end <= len(text) for hit in hits)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_words_are_the_kinds_own(kind):
    """The texts of the property are ones in which every kind finds something."""
    pairs = (f"{first} {second}" for first, second in product(WORDS, repeat=2))

    assert any(hits_of(kind, text) for text in (*WORDS, *pairs))


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60))
def test_script_gate_on_any_text(text):
    """The gate of mixed scripts is open on every text that mixes them."""
    kind = Script()

    assert not hits_of(kind, text) or is_open(kind.gate(), text)
