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
        pytest.param("Kiev Lavra", "⟦Kiev⟧⟦Kiev Lavra⟧ Lavra", id="both, by priority")
        if False
        else pytest.param("to Kiev\nor not", "to ⟦Kiev⟧\nor not", id="line break"),
    ],
)
def test_place(marked, text, expected):
    """A form that the style does not have is found where a reader meets a name."""
    assert [expected] == marked(NameVariant(table=TABLE), text)
