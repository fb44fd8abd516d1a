"""Originals: what their placeholders, codes and tags were, as the file spells them."""

import pytest

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions

XLIFF = (
    "<xliff><file><trans-unit><source>{}</source>"
    "<target>{}</target></trans-unit></file></xliff>"
)
TMX = (
    '<tmx><header srclang="de"/><body><tu><tuv xml:lang="de"><seg>{}</seg></tuv>'
    '<tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
)
QT = (
    "<TS><context><message><source>{}</source>"
    "<translation>{}</translation></message></context></TS>"
)
ROW = "source\ttarget\n{}\t{}\n"
LINE = '{{"source": "{}", "target": "{}"}}\n'
PO = 'msgid "{}"\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    ("name", "shape", "original", "translation", "codes"),
    [
        pytest.param("po", PO, "Hi %s", "%s, hi", (("%s",), ("%s",)), id="po"),
        pytest.param(
            "po",
            PO,
            r"<img src=\"a\"> in {x}",
            r"{x} mit <img src=\"b\">",
            ((r"<img src=\"a\">", "{x}"), ("{x}", r"<img src=\"b\">")),
            id="po: escapes stay",
        ),
        pytest.param(
            "po",
            PO,
            "{n, plural, one {# day} other {# days}} left",
            "noch {m} Tage",
            (("{n, plural, one {# day} other {# days}}",), ("{m}",)),
            id="po: a choice",
        ),
        pytest.param(
            "xliff",
            XLIFF,
            '<g id="2">a</g> <x id="1"/> &lt;b>',
            '<g id="3"><x id="1"/> c</g>',
            (('<x id="1"/>',), ('<x id="1"/>',)),
            id="xliff",
        ),
        pytest.param("tmx", TMX, "a <ph/>", "<ph/> b", (("<ph/>",),) * 2, id="tmx"),
        pytest.param("qt", QT, "%1 of %n", "all %n", (("%1", "%n"), ("%n",)), id="qt"),
        pytest.param(
            "qt",
            QT,
            "%1d %2h %n%",
            "%1 j %L2h",
            (("%1", "%2", "%n"), ("%1", "%L2")),
            id="qt: a letter after a place",
        ),
        pytest.param("tsv", ROW, "a {0}", "b {1} c", (("{0}",), ("{1}",)), id="tsv"),
        pytest.param("jsonl", LINE, "a {0}", "b", (("{0}",), ()), id="jsonl"),
    ],
)
def test_codes(name, shape, original, translation, codes):
    """Each side says what its opaque characters stand for, and how it is spelled."""
    raw = shape.format(original, translation)
    segments = load_format(name).parse(raw, "a", FormatOptions()).segments
    sides = [(each.source_codes, each.codes(raw)) for each in segments]
    spelled = [(each.source_raw, each.spelled(raw)) for each in segments]

    assert [codes] == sides
    assert [(original, translation)] == spelled
