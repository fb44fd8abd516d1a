"""Bitext: which column is the translation, and the original beside it."""

import csv as library
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import csv, load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import ParseError


def pairs(name, raw, **options):
    """Return the texts of a file and their originals."""
    document = load_format(name).parse(raw, "a", FormatOptions(**options))
    return [(segment.source, segment.text) for segment in document.segments]


@pytest.mark.parametrize(
    ("name", "raw", "options", "found"),
    [
        pytest.param(
            "tsv",
            "один\tone\nдва\ttwo\n",
            {},
            [("один", "one"), ("два", "two")],
            id="two columns",
        ),
        pytest.param(
            "tsv", "ru\ten\nодин\tone\n", {}, [("один", "one")], id="tags as heads"
        ),
        pytest.param(
            "tsv",
            "id\ttarget\tsource\n7\tone\tодин\n",
            {},
            [("один", "one")],
            id="heads",
        ),
        pytest.param(
            "tsv",
            'один\t"one" {n}\r\n',
            {},
            [("один", '"one" \ufffc')],
            id="no quoting",
        ),
        pytest.param(
            "tsv",
            "один\n\ttwo\n",
            {"strings": ["1"]},
            [(None, "один")],
            id="short rows",
        ),
        pytest.param(
            "csv",
            'k,en,ru\n1,"one, ""two""",один\n',
            {"strings": ["en"], "original": "ru"},
            [("один", 'one, "two"')],
            id="named columns",
        ),
        pytest.param(
            "csv",
            'source;target\nодин;"one\nline"\n',
            {},
            [("один", "one\nline")],
            id="semicolons",
        ),
        pytest.param(
            "csv",
            "a,b,c\n",
            {"strings": ["2", "3"]},
            [(None, "b"), (None, "c")],
            id="numbers, no head",
        ),
        pytest.param(
            "jsonl",
            '{"src": "один", "mt": "one"}\n\n{"mt": "two"}\n',
            {},
            [("один", "one"), (None, "two")],
            id="keys",
        ),
        pytest.param(
            "jsonl",
            '{"a": {"en": "one", "ru": "один"}}\n',
            {"strings": ["$.a.en"], "original": "$.a.ru"},
            [("один", "one")],
            id="paths",
        ),
        pytest.param("jsonl", '{"id": "x y"}\n', {}, [], id="no such key"),
        pytest.param("csv", "a,b,c\n1,2,3\n", {"named": False}, [], id="only data"),
        pytest.param("csv", "Paris,75\n", {"named": False}, [], id="two of only data"),
        pytest.param(
            "tsv", "ru\ten\nодин\tone\n", {"named": False}, [("один", "one")], id="tags"
        ),
        pytest.param(
            "lines", "one\n\nthree\n", {}, [(None, "one"), (None, "three")], id="lines"
        ),
    ],
)
def test_pairs(name, raw, options, found):
    """Rows become segments, each with its original."""
    assert found == pairs(name, raw, **options)


@pytest.mark.parametrize(
    ("name", "raw", "options", "message"),
    [
        pytest.param("csv", "a,b,c\n", {}, "a: no column says", id="which column"),
        pytest.param(
            "csv", "a,b\n", {"strings": ["x"]}, "a: there is no", id="none such"
        ),
        pytest.param("csv", 'a,"b\n', {}, "a:1: a field is not closed", id="open"),
        pytest.param(
            "jsonl", '{"a": 1}\n{"a"\n', {}, "a:2: the JSON", id="line of JSON"
        ),
    ],
)
def test_faulty(name, raw, options, message):
    """What cannot be read is refused, with the place or the remedy."""
    with pytest.raises(ParseError) as caught:
        pairs(name, raw, **options)

    assert str(caught.value).startswith(message)


ROWS = st.lists(
    st.lists(st.text('ab",\n éЖ', max_size=6), min_size=2, max_size=2), max_size=4
)


@given(rows=ROWS, newline=st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None)
def test_csv(rows, newline):
    """What a library writes is read as it was."""
    out = io.StringIO()
    writer = library.writer(out, lineterminator=newline)
    writer.writerows([["source", "target"], *rows])

    document = csv.parse(out.getvalue(), "a.csv", FormatOptions())

    texts = " ".join(text for _, text in rows)
    found = " ".join(segment.text for segment in document.segments)
    assert texts.split() == found.split()


def test_languages():
    """Tags as heads say the languages."""
    document = load_format("tsv").parse("ru\tpt_BR\nа\tb\n", "a", FormatOptions())

    assert ("ru", "pt-BR") == (document.declared_source, document.declared_lang)


@pytest.mark.parametrize(
    ("text", "spelling", "written"),
    [
        pytest.param('a "b"', "quoted", 'a ""b""', id="quoted"),
        pytest.param("a, b", "bare", None, id="a comma without quotes"),
        pytest.param("a - b", "bare", "a - b", id="plain"),
    ],
)
def test_escape(text, spelling, written):
    """A field is written in the quotes that it has."""
    assert written == csv.escape(text, spelling)
