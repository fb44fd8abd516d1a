"""Placeholders that have changed places."""

import pytest

from mtaudit.kinds.order import Order


@pytest.mark.parametrize(
    ("by_position", "source", "text", "expected"),
    [
        pytest.param(True, "%s: %d", "%d: %s", "⟦%d⟧: %s", id="arguments"),
        pytest.param(True, "%s, %s, %d", "%s, %d, %s", "%s, ⟦%d⟧, %s", id="the second"),
        pytest.param(True, "%s: %s", "%s - %s", None, id="of one sort"),
        pytest.param(True, "%1$s: %2$d", "%2$d: %1$s", None, id="numbered"),
        pytest.param(True, "%s: %d", "%d", None, id="lost is not exchanged"),
        pytest.param(False, "{a}: {b}", "{b}: {a}", "⟦{b}⟧: {a}", id="named"),
        pytest.param(False, "{a}: {b}", "{a}: {c}", None, id="another"),
        pytest.param(False, "{a} {a} {b}", "{b} {a} {a}", None, id="one twice"),
        pytest.param(False, "%s: %d", "%d: %s", None, id="arguments are not named"),
    ],
)
def test_order(marked, by_position, source, text, expected):
    """The first that is out of its place is marked."""
    kind = Order(by_position=by_position)

    assert [expected or text] == marked(kind, text, source=source)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("„{a}“: {b}", "{a}: «{b}»", "⟦{a}⟧: «{b}»", id="quoted"),
        pytest.param("{a} ({b})", "({a}) {b}", "(⟦{a}⟧) {b}", id="in brackets"),
        pytest.param("<b>{a}</b> {b}", "{a} <b>{b}</b>", "⟦{a}⟧ <b>{b}</b>", id="tags"),
        pytest.param("„{a}“: {b}", "{b}: „{a}“", None, id="moved with its marks"),
        pytest.param("„{a}“ ({b})", "({a}) „{b}“", "(⟦{a}⟧) „{b}“", id="two sorts"),
        pytest.param("„{a}“: {b}", "{a}: {b}", None, id="marks were lost"),
        pytest.param("„{a} und {b}“", "{b} and “{a}”", None, id="marks around both"),
        pytest.param("<i>{a}</i> {b}", "{a} <b>{b}</b>", None, id="another tag"),
        pytest.param('"\n"{a}"\n" {b}', '{a} "\n"{b}"\n"', None, id="joined lines"),
        pytest.param(r"\"{a}\" {b}", r"{a} \"{b}\"", r"⟦{a}⟧ \"{b}\"", id="escaped"),
    ],
)
def test_enclosed(marked, source, text, expected):
    """Marks stay with what they enclose, in whatever order it comes."""
    assert [expected or text] == marked(Order(enclosed=True), text, source=source)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("„{a}“ by {b}", "{b}: “{a}”", None, id="moved with its marks"),
        pytest.param("„{a}“ by {b}", "“{b}”: {a}", "“⟦{b}⟧”: {a}", id="other marks"),
        pytest.param(
            "type {a} object {b}", "Objekt {b}, Typ {a}", None, id="moved with its word"
        ),
        pytest.param(
            "in {a} in {b}", "in {b} in {a}", "in ⟦{b}⟧ in {a}", id="one word"
        ),
        pytest.param(
            "a {a} of {b}", "da {b} o {a}", "da ⟦{b}⟧ o {a}", id="short words"
        ),
    ],
)
def test_moved(marked, source, text, expected):
    """What came along with its marks or its word was moved on purpose."""
    assert [expected or text] == marked(Order(), text, source=source)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("{a}: {b}", "{b}: {a}", "⟦{b}⟧: {a}", id="braces"),
        pytest.param("%(a)s: %(b)s", "%(b)s: %(a)s", "⟦%(b)s⟧: %(a)s", id="printf"),
        pytest.param("{{ a }}: {{ b }}", "{{b}}: {{a}}", "⟦{{b}}⟧: {{a}}", id="site"),
        pytest.param("{0}: {1}", "{1}: {0}", None, id="numbers"),
        pytest.param("%1$s: %2$s", "%2$s: %1$s", None, id="numbers of printf"),
        pytest.param("%1: %2", "%2: %1", None, id="numbers of Qt"),
    ],
)
def test_named(marked, source, text, expected):
    """With `named`, numbers may come in any order."""
    assert [expected or text] == marked(Order(named=True), text, source=source)


def test_fix_exchanges_the_two(hits):
    """The fix puts either where the other stood."""
    ((_, hit),) = hits(Order(by_position=True), "%d of %s", source="%s von %d")

    assert ("%s",) == hit.replacements
    assert ["%d"] == [text for _, text in hit.companions]
