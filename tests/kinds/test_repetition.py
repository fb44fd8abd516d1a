"""What is said twice."""

import pytest

from mtaudit.kinds.repetition import Repetition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in the the hall", "in ⟦the the⟧ hall", id="in a row"),
        pytest.param("in the\nthe hall", "in ⟦the\nthe⟧ hall", id="over a line break"),
        pytest.param("The the end", "⟦The the⟧ end", id="a capital in one of them"),
        pytest.param("he is is is here", "he ⟦is is is⟧ here", id="three times"),
        pytest.param("“the the” hall", "“⟦the the⟧” hall", id="in quotation marks"),
        pytest.param("он в в доме", "он ⟦в в⟧ доме", id="cyrillic"),
        pytest.param("I don’t don’t know", "I ⟦don’t don’t⟧ know", id="apostrophe"),
        pytest.param("the, the", "the, the", id="a mark between"),
        pytest.param("the\N{OBJECT REPLACEMENT CHARACTER}the", None, id="opaque"),
        pytest.param("Duran Duran played", None, id="a name"),
        pytest.param("engaged in in-depth talks", None, id="part of a compound"),
        pytest.param("that that’s so", None, id="part of a contraction"),
        pytest.param("10 10 20", None, id="numbers"),
        pytest.param("the then", None, id="prefix"),
        pytest.param("人人都有", None, id="no words to repeat"),
    ],
)
def test_word(marked, text, expected):
    """A word is repeated if only white space stands between it and itself."""
    assert [expected or text] == marked(Repetition(), text)


def test_word_keeps_one(fixed):
    """The fix keeps the first of the copies."""
    assert ["The"] == fixed(Repetition(), "The the the end")


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(Repetition(allow=("Had",)), id="allowed"),
        pytest.param(Repetition(unless=(r"\bhad had\b",)), id="excepted"),
        pytest.param(Repetition(times=3), id="too few"),
        pytest.param(Repetition(roles=("heading",)), id="another role"),
    ],
)
def test_word_may_be_repeated(marked, kind):
    """The options of a card let a repetition pass."""
    assert ["he had had enough"] == marked(kind, "he had had enough")


def test_names(marked):
    """Capitalised words count where a card says so."""
    assert ["⟦Duran Duran⟧"] == marked(Repetition(names=True), "Duran Duran")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "the site the site the site the site now",
            "⟦the site the site the site the site⟧ now",
            id="two words",
        ),
        pytest.param("no, no; no no!", "⟦no, no; no no⟧!", id="whatever marks between"),
        pytest.param(
            "哈哈哈哈", "⟦哈哈哈哈⟧", id="characters where words are not apart"
        ),
        pytest.param("ab cd ab cd ab cd", "ab cd ab cd ab cd", id="too few"),
        pytest.param("1 2 1 2 1 2 1 2", "1 2 1 2 1 2 1 2", id="numbers"),
    ],
)
def test_phrase(marked, text, expected):
    """A phrase is repeated if its words come round often enough."""
    assert [expected] == marked(Repetition(unit="phrase", times=4), text)


def test_phrase_is_the_shortest(hits):
    """Eight words that are four times two are not twice four."""
    ((_, hit),) = hits(Repetition(unit="phrase"), "on and on and on and on and")

    assert ("times", "4") in hit.slots
    assert ("said", "on and") in hit.slots


def test_phrase_is_long_in_linear_time(hits):
    """A text of one word, said very often, is one hit."""
    ((_, hit),) = hits(Repetition(unit="phrase", times=4), "la " * 50_000)

    assert ("times", "50000") in hit.slots


def test_sentence(marked):
    """A sentence is repeated wherever it stands; the first stays unmarked."""
    kind = Repetition(unit="sentence", length=3)

    assert ["He went home. She stayed.", "Why? ⟦He  went home.⟧ Why?"] == marked(
        kind, "He went home. She stayed.", "Why? He  went home. Why?"
    )


def test_segment(marked):
    """Short lines are repeated, and long ones are not asked for."""
    kind = Repetition(unit="segment", longest=2, unless=("[.!?]$",))
    texts = ("Read also", "Yes.", "One two three", "read also", "Yes.", "One two three")

    assert [*texts[:3], "⟦read also⟧", *texts[4:]] == marked(kind, *texts)


@pytest.mark.parametrize(
    "options", [{"unit": "paragraph"}, {"times": 1}], ids=["unit", "times"]
)
def test_senseless_options(options):
    """An option that makes no sense is refused."""
    with pytest.raises(ValueError, match="must be"):
        Repetition(**options)
