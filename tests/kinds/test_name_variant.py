"""Names in the house's form, and one form in one text."""

import pytest

from mtaudit.kinds.name_variant import NameVariant

KYIV = ("Kyiv", "Київ", "Kiev|Kief", "", "", "", "chicken Kiev", "", "")
LVIV = ("Lviv", "Львів", "Lvov", "Lvov", "", "Lwow", "", "", "")
MYKOLAIV = ("Mykolaiv", "Миколаїв", "Nikolaev", "", "", "", "", "ukrain", "")
LAVRA = ("Kyiv Lavra", "Лавра", "Kiev Lavra", "", "", "", "", "", "")
PRESIDENT = (
    "Volodymyr Petrenko|Volodymyr Petrenkoo",
    "Володимир Петренко",
    "Vladimir Petrenko|Vladimir Petrenkoo",
    *("", "", "", "", "", ""),
)
CURRENCY = ("hryvnia", "гривня", "grivna", "", "", "", "", "", "")
TABLE = (KYIV, LVIV, MYKOLAIV, LAVRA, PRESIDENT, CURRENCY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In Kiev it rains.", "In ⟦Kiev⟧ it rains.", id="plain"),
        pytest.param("KIEV, June 3", "⟦KIEV⟧, June 3", id="capitals"),
        pytest.param("Kiev's roads", "⟦Kiev⟧'s roads", id="possessive"),
        pytest.param("a Kiev-based firm", "a ⟦Kiev⟧-based firm", id="derived"),
        pytest.param("Kievan towns", "Kievan towns", id="inside a longer word"),
        pytest.param("kiev in a slug", "kiev in a slug", id="lower case"),
        pytest.param("Grivna fell.", "⟦Grivna⟧ fell.", id="a noun begins the line"),
        pytest.param("some Chicken Kiev", "some Chicken Kiev", id="exception"),
        pytest.param("Kyiv (Kiev) is old", "Kyiv (Kiev) is old", id="gloss"),
        pytest.param("the siege of Kiev", "the siege of Kiev", id="history by word"),
        pytest.param("Kiev fell in 1941", "Kiev fell in 1941", id="history by year"),
        pytest.param("Kiev in 2014", "⟦Kiev⟧ in 2014", id="a year of our days"),
        pytest.param("desk@Kiev, #Kiev", "desk@Kiev, #Kiev", id="handle and tag"),
        pytest.param("see Kiev.example/x", "see Kiev.example/x", id="domain"),
        pytest.param("Kiev. Then", "⟦Kiev⟧. Then", id="end of sentence"),
        pytest.param("J. Kiev wrote", "J. Kiev wrote", id="surname by initial"),
        pytest.param("“Great Gate of Kiev”", "“Great Gate of Kiev”", id="title"),
        pytest.param('"Kiev will sign"', '"⟦Kiev⟧ will sign"', id="speech"),
        pytest.param('site "Kiev"', 'site "⟦Kiev⟧"', id="quoted name"),
        pytest.param("to Kiev\nor not", "to ⟦Kiev⟧\nor not", id="line break"),
        pytest.param("Vladimir\nPetrenko", "⟦Vladimir\nPetrenko⟧", id="broken name"),
    ],
)
def test_place(marked, text, expected):
    """A form that the style does not have is found where a reader meets a name."""
    assert [expected] == marked(NameVariant(table=TABLE), text)


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        pytest.param("Kiev", ["Kyiv"], id="as in the table"),
        pytest.param("KIEV", ["KYIV"], id="capitals"),
        pytest.param("Grivna", ["Hryvnia"], id="capital of a noun"),
        pytest.param("grivna", ["hryvnia"], id="noun"),
        pytest.param("Vladimir Petrenkoo", ["Volodymyr Petrenkoo"], id="own surname"),
        pytest.param("Vladimir Petrenko", ["Volodymyr Petrenko"], id="first of equals"),
        pytest.param("Volodymyr Petrenkoo", [], id="right as well"),
    ],
)
def test_fix(fixed, text, fixes):
    """The fix is the style's form nearest to what stands there, in its case."""
    assert fixes == fixed(NameVariant(table=TABLE), text)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        pytest.param("official", ["Lviv ⟦Lvov⟧ ⟦Lwow⟧"], id="official"),
        pytest.param("russian-press", ["⟦Lviv⟧ Lvov ⟦Lwow⟧"], id="russian press"),
        pytest.param("ap", ["Lviv ⟦Lvov⟧ ⟦Lwow⟧"], id="an empty cell falls back"),
        pytest.param("guardian", ["⟦Lviv⟧ ⟦Lvov⟧ Lwow"], id="guardian"),
        pytest.param("none", ["Lviv Lvov Lwow"], id="none"),
        pytest.param("house.tsv", ["Lviv Lvov Lwow"], id="own, without a table"),
    ],
)
def test_style(style, expected, marked):
    """A style is a column; `none` takes every form for right."""
    # Far apart, lest one form be taken for an explanation of the other.
    apart = " " + "x" * 50 + " "
    text = apart.join(("Lviv", "Lvov", "Lwow"))
    found = marked(NameVariant(table=TABLE, style=style), text)

    assert expected == [each.replace(apart, " ") for each in found]


def test_own_table(marked, fixed):
    """A style that is no column is the house's own table."""
    kind = NameVariant(table=TABLE, own_table=(("Kieff", "Kyiv|Kiev"),), style="a.tsv")

    assert ["⟦Kiev⟧ and Lvov"] == marked(kind, "Kiev and Lvov")
    assert ["Kieff"] == fixed(kind, "Kyiv")


def test_allow(marked):
    """A phrase of the configuration is as good as an exception of the table."""
    kind = NameVariant(table=TABLE, allow=("Radio Kiev",))

    assert ["Radio Kiev in ⟦Kiev⟧"] == marked(kind, "Radio Kiev in Kiev")


def test_needs(marked):
    """A homograph counts only in a document that speaks of its country."""
    kind = NameVariant(table=TABLE)

    assert ["In Nikolaev."] == marked(kind, "In Nikolaev.")
    assert ["In ⟦Nikolaev⟧.", "Ukraine."] == marked(kind, "In Nikolaev.", "Ukraine.")


def test_surnames(marked):
    """A form that is a surname too counts after a word of place."""
    kind = NameVariant(table=TABLE, surnames=("Nikolaev",))
    text = "Ukraine: Nikolaev spoke in Nikolaev."

    assert ["Ukraine: Nikolaev spoke in ⟦Nikolaev⟧."] == marked(kind, text)


def test_history_off(marked):
    """Where history is no excuse, a year changes nothing."""
    kind = NameVariant(table=TABLE, history=False)

    assert ["⟦Kiev⟧ fell in 1941"] == marked(kind, "Kiev fell in 1941")


def test_message_slots(hits):
    """The message may say how often and in which style."""
    kind = NameVariant(table=TABLE)
    slots = [dict(hit.slots) for _, hit in hits(kind, "Kiev.", "Kiev.", "Lvov.")]

    assert [", twice", ", twice", ""] == [each["times"] for each in slots]
    assert {"official"} == {each["style"] for each in slots}


def test_longer_name_first(hits):
    """Of two names in one place the longer is the better reading."""
    by_form = {
        hit.span.end: hit.priority
        for _, hit in hits(NameVariant(table=TABLE), "at Kiev Lavra")
    }

    assert by_form[len("at Kiev Lavra")] > by_form[len("at Kiev")]


@pytest.mark.parametrize(
    ("texts", "expected", "style"),
    [
        pytest.param(
            ["Kiev.", "Kyiv.", "Kiev."], ["Kyiv", "Kyiv"], "official", id="the style's"
        ),
        pytest.param(
            ["Kiev.", "Kyiv.", "Kiev."], ["Kiev"], "none", id="the most frequent"
        ),
        pytest.param(["Kiev.", "Kiev."], [], "none", id="one form"),
        pytest.param(["Kiev.", "Lviv."], [], "none", id="two names"),
        pytest.param(["Lvov.", "Lwow."], ["Lvov"], "none", id="the first of equals"),
        pytest.param(["KIEV.", "Kiev."], [], "none", id="capitals are no other form"),
        pytest.param(["Kyiv or Kiev."], [], "none", id="explained"),
    ],
)
def test_mixed(fixed, texts, expected, style):
    """In one text a name has one form."""
    assert expected == fixed(NameVariant(table=TABLE, mixed=True, style=style), *texts)


def test_mixed_over_tables(fixed):
    """Three tables are read as one."""
    kind = NameVariant((KYIV,), (LVIV,), (PRESIDENT,), mixed=True)
    texts = ("Kiev.", "Kyiv.", "Lviv.", "Lvov.", "Volodymyr Petrenko.")

    assert ["Kyiv", "Lviv"] == fixed(kind, *texts)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        pytest.param(NameVariant((KYIV,)), {"kiev", "kief"}, id="wrong forms"),
        pytest.param(
            NameVariant((KYIV,), style="russian-press"),
            {"kiev", "kief"},
            id="back",
        ),
        pytest.param(
            NameVariant((LVIV,), mixed=True), {"lvov", "lwow"}, id="all but the first"
        ),
    ],
)
def test_gate(kind, words):
    """The gate names what could be a hit, and no more."""
    assert words == kind.gate().words


def test_gate_without_names():
    """Where every form is right, no text opens the gate."""
    gate = NameVariant(table=TABLE, style="none").gate()

    assert not gate.is_open
    assert not gate.parts
    assert all(not word.strip() for word in gate.words)
