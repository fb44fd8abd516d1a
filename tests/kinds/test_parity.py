"""What differs from the source."""

import pytest

from mtaudit.engine.pairing import beside
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.parity import Parity
from mtaudit.model import OPAQUE, Applicability
from mtaudit.text.carried import carried

EVERYTHING = ("placeholders", "links", "emails", "tags")


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("1 234,5 руб.", "1,234.5 roubles", None, id="marks differ"),
        pytest.param("в 1234 году", "in 1235", "in ⟦1235⟧", id="changed"),
        pytest.param("дом", "house 1500", "house ⟦1500⟧", id="added"),
        pytest.param("дом 1500", "house", "⟦house⟧", id="lost"),
        pytest.param("15 и 15", "15 and 15", None, id="twice in both"),
        pytest.param("15", "15 and 15", "15 and ⟦15⟧", id="twice in one"),
        pytest.param("1.500 Stück", "1500 pieces", None, id="a thousand"),
        pytest.param("1,500 kg", "1.5 kg", None, id="one and a half"),
        pytest.param("2,50 €", "€2.5", None, id="a nought at the end"),
        pytest.param("3 дня", "three days", None, id="a small number in words"),
        pytest.param("03.05.2020", "May 3, 2020", None, id="date"),
        pytest.param("03.05.2020", "May 3, 2021", "May 3, ⟦2021⟧", id="year"),
        pytest.param("в 20:30", "at 8:30 p.m.", None, id="time"),
        pytest.param("в 20:30", "at 8:35 p.m.", "at 8:⟦35⟧ p.m.", id="minutes"),
        pytest.param("١٢٣ كتابا", "123 books", None, id="arabic digits"),
        pytest.param("см. https://a.example/77", "see", None, id="part of a link"),
        pytest.param("%1$s и {20}", "nothing", None, id="part of a placeholder"),
        pytest.param("15", "", "", id="not translated"),
    ],
)
def test_numbers(marked, source, text, expected):
    """Numbers are compared by value; a lost one marks the whole unit."""
    assert [text if expected is None else expected] == marked(
        Parity(), text, source=source
    )


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("{name}: %d", "%d {name}", None, id="order"),
        pytest.param("{{ name }}", "{{name}}", None, id="space inside"),
        pytest.param("{name}", "{nom}", "⟦{nom}⟧", id="translated"),
        pytest.param("%(n)s ${a} %{b}", "only", "⟦only⟧", id="all lost"),
        pytest.param("на 5 % меньше", "a 5 % discount", None, id="percent"),
        pytest.param(f"{OPAQUE} два", "two", "⟦two⟧", id="opaque, lost"),
        pytest.param("`a` два", f"{OPAQUE} two", None, id="opaque, unknown there"),
        pytest.param("<b>a</b>", "<b class='x'>a</b>", None, id="attributes"),
        pytest.param("<b>a</b>", "<b>a", "⟦<b>a⟧", id="end tag"),
        pytest.param("https://a.example/", "(https://a.example).", None, id="link"),
        pytest.param(
            "https://a.example/one",
            "https://a.example/two",
            "⟦https://a.example/two⟧",
            id="another link",
        ),
        pytest.param(
            "https://a.example/ru/x#y", "https://a.example/en/x#z", None, id="localised"
        ),
        pytest.param("A@b.example", "a@b.example", None, id="mail"),
    ],
)
def test_items(marked, source, text, expected):
    """Placeholders, links, addresses and tags are the same in both."""
    assert [expected or text] == marked(Parity(EVERYTHING), text, source=source)


@pytest.mark.parametrize(
    ("sort", "source", "text", "expected"),
    [
        pytest.param("code", "`a b` x", "`a b` y", None, id="code"),
        pytest.param("code", "`a_b` x", "`a b` y", "`⟦a b⟧` y", id="changed code"),
        pytest.param("code", "``a`b`` x", "y", "⟦y⟧", id="lost code"),
        pytest.param("code", "<code>x</code>", "`x`", None, id="other marks"),
        pytest.param("mentions", "@a_b", "@a_bさん", None, id="before kana"),
        pytest.param("mentions", "@ann", "@анна", "⟦@анна⟧", id="translated name"),
        pytest.param("mentions", "a@b.example", "", None, id="mail is no mention"),
        pytest.param("hashtags", "#tag #12", "x", "⟦x⟧", id="lost tag"),
        pytest.param("hashtags", "https://a.example/#tag", "x", None, id="anchor"),
        pytest.param("emoji", "🎉🎉", "🎉 x", "⟦🎉 x⟧", id="one of two"),
        pytest.param("emoji", "⚠️ a", "⚠ a", None, id="without the sign that varies"),
        pytest.param("emoji", "© 5 ★ →", "x", None, id="signs of text"),
        pytest.param("images", "![a](b)", "![c](d)", None, id="another picture"),
        pytest.param("images", '<img src="a">', "x", "⟦x⟧", id="lost picture"),
        pytest.param("links", "[a](./b.de.md)", "[a](../en/b.md)", None, id="local"),
        pytest.param("links", "[a](b.md)", "[a](c.md)", "[a](⟦c.md⟧)", id="changed"),
        pytest.param("links", "[a](#b)", "[a](#c)", None, id="anchors are others'"),
        pytest.param(
            "branches",
            "{g, select, he {a} other {b}}",
            "{g, select, er {a} other {b}}",
            "{g, select, ⟦er⟧ {a} other {b}}",
            id="branch",
        ),
        pytest.param(
            "branches",
            "{n, plural, one {a} other {b}}",
            "{n, plural, one {a} few {b} other {c}}",
            None,
            id="plurals of another language",
        ),
        pytest.param(
            "placeholders",
            "{n, plural, one {{x}} other {{x}}}",
            "{n, plural, other {{x}}}",
            None,
            id="in fewer branches",
        ),
    ],
)
def test_what_is_carried_over(marked, sort, source, text, expected):
    """What no translation changes is the same, whatever the words around it are."""
    assert [expected or text] == marked(Parity((sort,)), text, source=source)


@pytest.mark.parametrize(
    ("name", "source", "target", "lost"),
    [
        pytest.param("xliff", "&lt;b&gt;a&lt;/b&gt;", "c", 2, id="escaped"),
        pytest.param("xliff", '&lt;a href="/x"&gt;a', "&lt;A&gt;c", 0, id="attributes"),
        pytest.param("xliff", "a &lt;f0/&gt;", "c", 1, id="of a tool"),
        pytest.param("xliff", "&lt;none&gt;", "&lt;keine&gt;", 0, id="in brackets"),
        pytest.param("xliff", "a &lt; b", "c", 0, id="less than"),
        pytest.param("properties", "&lt;b&gt;", "c", 0, id="another format"),
    ],
)
def test_escaped_tags(name, source, target, lost):
    """Tags that XML spells with references are tags; other words are not."""
    ours, theirs = (carried("tags", each, name) for each in (source, target))

    assert lost == len(ours) - len(theirs)


@pytest.mark.parametrize(
    ("options", "source", "text", "expected"),
    [
        pytest.param({"additions": False}, "a", "{a}", None, id="added alone"),
        pytest.param({"additions": False}, "{b}", "{a}", "⟦{a}⟧", id="for another"),
        pytest.param({"exchanges": False}, "{b}", "{a}", None, id="exchanged"),
        pytest.param(
            {"exchanges": False}, "{b} {c}", "{a} x", "⟦{a} x⟧", id="one fewer"
        ),
        pytest.param({"formats": ("po",)}, "{b}", "{a}", None, id="another format"),
    ],
)
def test_which_differences_count(marked, options, source, text, expected):
    """A card may ask for some differences only."""
    kind = Parity(("placeholders",), **options)

    assert [expected or text] == marked(kind, text, source=source)


def test_what_has_moved_is_not_lost():
    """Beside an original file, what stands in another unit is there."""
    parse = load_format("markdown").parse
    source = "Open `north` first.\n\nThen the bridge is open.\n"
    target = "Zuerst öffnen.\n\nDann ist die Brücke `north` offen.\n"
    sides = [parse(raw, "a.md", FormatOptions()) for raw in (target, source)]

    assert [] == [*Parity(("code",)).check(beside(*sides))]


def test_tables_of_markdown_and_of_html():
    """What the other side has marks for is not lost; where both have tags it is."""
    parse = load_format("markdown").parse
    rows = "<table><tr><td>Port of call</td><td>{}</td></tr></table>\n"
    source = f"<Note>Open now.</Note>\n\n{rows.format('Bridge')}"
    marks = "<Note>Jetzt offen.\n\n| Hafen | Brücke |\n| - | - |\n"
    broken = f"<Note>Jetzt offen.</Note>\n\n{rows.format('Brücke')[:-21]}\n"

    def lost(target):
        sides = [parse(raw, "a.md", FormatOptions()) for raw in (target, source)]
        return {
            dict(hit.slots)["lost"]
            for _, hit in Parity(("tags",)).check(beside(*sides))
        }

    assert {"</Note>"} == lost(marks)
    assert {"</td>, </tr>, </table>"} == lost(broken)


def test_more_added_than_lost():
    """Where additions are fine, those that stand for nothing are not told apart."""
    raw = 'msgid "<b>One</b> now"\nmsgstr "<i>Eins</i> <u>jetzt</u>"\n'
    document = load_format("po").parse(raw, "a.po", FormatOptions())

    ((_, hit),) = Parity(("tags",), additions=False).check(document)

    assert "“<b>, </b>” is missing" == dict(hit.slots)["words"]


def test_catalogues():
    """Lines of one string are one, and a form of a plural may leave out the number."""
    raw = (
        'msgid ""\n"See https://a.example/"\n"one now"\n'
        'msgstr "Siehe https://a"\n".example/one jetzt"\n\n'
        'msgid "%d day and %s"\nmsgid_plural "%d days and %s"\n'
        'msgstr[0] "ein Tag"\nmsgstr[1] "%d Tage und %s"\n\n'
        'msgid "an hour ago"\nmsgid_plural "%(count)s hours ago"\n'
        'msgstr[0] "vor %(count)s Stunde"\nmsgstr[1] "vor %(count)s Stunden"\n\n'
        'msgid "%(count)s %(kind)s is new"\nmsgid_plural "%(count)s %(kind)s are new"\n'
        'msgstr[0] "%(kind)s ist neu"\nmsgstr[1] "%(count)s %(kind)s sind neu"\n\n'
        'msgid "{name} is here, call {name}"\nmsgstr "{name} ist da, ruf an"\n\n'
        'msgid "See %s"\nmsgstr "Vidi %sn"\n\n'
        'msgid "Call `run(x)`"\nmsgstr "Rufe „run(x)“"\n'
    )
    document = load_format("po").parse(raw, "a.po", FormatOptions())

    hits = [*Parity(("links", "placeholders", "code")).check(document)]

    assert ["%s"] == [dict(hit.slots)["lost"] for _, hit in hits]


def test_plural_forms_of_qt():
    """A form may leave out the number, and a message that has no forms may not."""
    raw = (
        "<!DOCTYPE TS><TS><context>"
        '<message numerus="yes"><source>%n boats</source><translation>'
        "<numerusform>ein Boot</numerusform><numerusform>%n Boote</numerusform>"
        "</translation></message>"
        "<message><source>%1 boats</source><translation>Boote</translation></message>"
        "</context></TS>"
    )
    document = load_format("qt").parse(raw, "a.ts", FormatOptions())

    hits = [*Parity(("placeholders",)).check(document)]

    assert ["%1"] == [dict(hit.slots)["lost"] for _, hit in hits]


def test_fix_is_shown_only(hits):
    """One number for another suggests the source's, and is never put in."""
    ((_, hit),) = hits(Parity(), "in 1235", source="в 1234 году")

    assert ("1234",) == hit.replacements
    assert Applicability.MANUAL == hit.limit
    words = "“1235” stands for “1234”"
    expected = {"item": "number", "lost": "1234", "added": "1235", "words": words}
    assert expected == dict(hit.slots)


def test_without_source(hits):
    """Nothing is compared with nothing."""
    assert [] == hits(Parity(("numbers", *EVERYTHING)), "{name} 1500")


def test_unknown_item():
    """An item that is none is refused."""
    with pytest.raises(ValueError, match="“items” must be one of"):
        Parity(("names",))
