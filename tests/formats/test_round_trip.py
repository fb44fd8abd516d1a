"""Properties that every format keeps, on text made to break them."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from mtaudit.formats import FORMATS, load_format
from mtaudit.formats.base import FormatOptions, fits
from mtaudit.model import Document, ParseError
from mtaudit.text.icu import messages
from mtaudit.text.placeables import placeables

OPTIONS = FormatOptions()

LETTERS = st.text("abé жіїЖ 港口ابש🚢e\u0301", min_size=1, max_size=8)
ODD = st.sampled_from("\0\t\x0b\x0c\x85\xa0\xad\u200b\u2028\u2029\u3000\ufeff\ufffc")
MARKS = st.sampled_from(
    """
    * ** _ __ ` `` ~ ~~ [ ] ( ) ![ ]( ](x) < > <b> </b> <br> <!-- --> <!--a-->
    <http://a.b> <a@b.c> http://a.b/c_d www.a.b &amp; &#0; &#x10FFFF; &notin; & ;
    \\ \\* \\& \\| | || : :: ::: $ $$ $5 {{ }} {% %} {#a} [^1] [^1]: [a]: # = - ---
    +++ ... ! ^ % @ " ' — … 1. 2) + [x]
    """.split()  # noqa: SIM905 -- seventy items would be a page of quotation marks
)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "  \n", "\\\n", "\t\n"])
STARTS = st.sampled_from(
    ["", "> ", "> > ", "- ", "* ", "  - ", "1. ", "    ", "\t", "# ", "### ", "| ",
     "[^1]: ", ": ", "```\n", "~~~", "<div>", "<!-- ", "===", "---", "|-|-|", "- [x] ",
     "> [!NOTE]", "title: ", 'title: "', "title: |", 'title = "', "+++", "\ufeff"]
)  # fmt: skip
RUNS = st.lists(LETTERS | MARKS | ODD | st.just(" "), max_size=8).map("".join)
LINES = st.tuples(STARTS, STARTS, RUNS, NEWLINES).map("".join)
HOSTILE = st.lists(LINES, max_size=8).map("".join)
FRONT = st.sampled_from(["", "---\n", "---\r\n", "+++\n"])
YAML = st.lists(
    st.tuples(
        st.sampled_from(["title: ", "lang: ", "a:\n  title: ", "- title: ", "  ", ""]),
        st.sampled_from(["", '"', "'", "|\n  ", ">-\n  ", "&a ", "*a", "!!str ", "["]),
        st.lists(
            LETTERS | ODD | MARKS | st.sampled_from(["\\n", "''", "\n  "]), max_size=5
        ).map("".join),
        st.sampled_from(["\n", '"\n', "'\n", "\r\n", "\n\n"]),
    ).map("".join),
    max_size=4,
).map("".join)  # fmt: skip
DOCUMENTS = st.one_of(
    HOSTILE,
    st.tuples(FRONT, YAML, FRONT, HOSTILE).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)

FRAMES = {
    "docx": [],  # never rewritten
    "epub": [],
    "ipynb": [('{"cells": [{"cell_type": "markdown", "source": ["Word', 'word."]}]}')],
    "ass": [("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Word", "word.")],
    "srt": [("1\n00:00:01,000 --> 00:00:02,000\nWord", "word.\n")],
    "vtt": [("WEBVTT\n\n00:01.000 --> 00:02.000\nWord", "word.\n")],
    "po": [('msgid "a"\nmsgstr "Word', 'word."')],
    "android": [
        ('<resources><string name="a">Word', "word.</string></resources>"),
        ('<resources><string name="a"><![CDATA[Word', "word.]]></string></resources>"),
    ],
    "csv": [("source,target\na,Word", "word.\n"), ('source;target\na;"Word', 'word."')],
    "fluent": [
        ("a = Word", "word.\n"),
        ("a =\n    Word", "word.\n    .b = { x }\n"),
        ("a = { $n ->\n    [one] b\n   *[other] Word", "word.\n  }\n"),
    ],
    "jsonl": [('{"target": "Word', 'word."}\n')],
    "lines": [("Word", "word.\n")],
    "tsv": [("a\tWord", "word.\n")],
    "properties": [("a = Word", "word.\n"), ("a = {0} Word", "word.")],
    "toml": [
        ('a = "Word', 'word."'),
        ("a = 'Word", "word.'"),
        ('[[a]]\nb = ["""\nWord', 'word.""", 1]'),
    ],
    "yaml": [
        ('a: "Word', 'word."'),
        ("a: 'Word", "word.'"),
        ("a:\n- Word", "word.\n"),
        ("a: [Word", "word.]"),
        ("a: |\n  Word", "word.\n"),
        ("a: >-\n  Word", "word.\n"),
        ("a: Word", "word."),
    ],
    "qt": [
        (
            "<TS><context><message><source>a</source><translation>Word",
            "word.</translation></message></context></TS>",
        )
    ],
    "resx": [('<root><data name="a"><value>Word', "word.</value></data></root>")],
    "strings": [('"a" = "Word', 'word.";')],
    "stringsdict": [
        ("<plist><dict><key>a</key><string>Word", "word.</string></dict></plist>")
    ],
    "tmx": [
        (
            '<tmx><body><tu><tuv lang="en"><seg>a</seg></tuv><tuv lang="de"><seg>Word',
            "word.</seg></tuv></tu></body></tmx>",
        )
    ],
    "xliff": [
        (
            "<xliff><file><trans-unit><source>a</source><target>Word",
            "word.</target></trans-unit></file></xliff>",
        )
    ],
    "json": [('{"a": "Word', 'word."}')],
}
"""What stands around a text in formats that hold strings."""

each_format = pytest.mark.parametrize("name", sorted(FORMATS))


def parsed(name, raw):
    """Return the document that a format makes of `raw`; not every text is one."""
    try:
        return load_format(name).parse(raw, f"file.{name}", OPTIONS)
    except ParseError:
        return Document(f"file.{name}", raw, name, ())


def documents(name):
    """Return texts made to break a format, most of them inside what it holds."""
    if not FRAMES.get(name):
        return DOCUMENTS
    frames = st.sampled_from(FRAMES[name])
    inside = st.tuples(frames, HOSTILE | LINES | RUNS).map(
        lambda drawn: f"{drawn[0][0]}{drawn[1]}{drawn[0][1]}"
    )
    return st.one_of(inside, inside, DOCUMENTS)


@each_format
@given(drawn=st.data())
@settings(max_examples=300, deadline=None)
def test_map_to_the_file(name, drawn):
    """Segments keep the order of the file, and each piece is where it says it is."""
    raw = drawn.draw(documents(name))

    document = parsed(name, raw)

    check_order(document)
    for segment in document.segments:
        check_places(segment, raw)


def check_order(document):
    """Segments come in the order of the file, none is blank, and comments are real."""
    starts = [segment.pieces[0].raw.start for segment in document.segments]

    assert sorted(starts) == starts
    assert all(segment.text.strip() for segment in document.segments)
    assert all(
        comment.text in comment.raw.of(document.raw) for comment in document.comments
    )


def check_places(segment, raw):
    """
    Pieces are gapless over the text, in order in the file, and never empty.

    A verbatim piece equals its file text, so that to replace it changes nothing.
    """
    offset = place = 0
    for piece in segment.pieces:
        start, end = piece.raw.start, piece.raw.end
        assert offset == piece.text.start < piece.text.end
        assert place <= start < end <= len(raw)
        if piece.verbatim:
            assert raw == raw[:start] + piece.text.of(segment.text) + raw[end:]
        offset, place = piece.text.end, end
    assert len(segment.text) == offset


@each_format
@given(raw=st.text(max_size=40) | st.text("\ud800a*\n-", max_size=10))
@settings(max_examples=300, deadline=None)
@example(raw="---\ntitle: \ud800\n---\n")
def test_only_parse_errors(name, raw):
    """Whatever a string holds, a format refuses it in one way or reads it."""
    with suppress(ParseError):
        parsed(name, raw)


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("[", id="brackets"),
        pytest.param("![", id="images"),
        pytest.param("> ", id="quotes"),
        pytest.param("- ", id="lists"),
        pytest.param("*a ", id="emphasis"),
        pytest.param("---\ntitle: [", id="yaml in yaml"),
        pytest.param("---\na: {a: ", id="yaml braces"),
        pytest.param("---\n# # ", id="comments in comments"),
        pytest.param("+++\naaaa ", id="words of toml"),
        pytest.param("\t ", id="white space"),
        pytest.param("<!-- ", id="comments"),
        pytest.param("{{ ", id="templates"),
        pytest.param("https://", id="addresses"),
    ],
)
@each_format
def test_depth(name, opening):
    """Thousands of openings without an end do no harm."""
    parsed(name, opening * 5_000)
    parsed(name, opening + opening.rpartition("\n")[2] * 5_000 + "\n---\nx")


INSIDE = st.lists(LETTERS | MARKS | st.just(" "), min_size=1, max_size=6).map("".join)


def reads_as_written(text):
    """Whether nothing in `text` is an address or a template, which are opaque."""
    return not any(sign in text for sign in ("://", "www.", "{{", "{%"))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param(name, *frame, id=f"{name}-{number}")
        for name in sorted(FORMATS)
        for number, frame in enumerate(FRAMES.get(name, [("Word", "word.")]))
    ],
)
@given(text=INSIDE.filter(reads_as_written))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)
def test_escape_inside_a_line(name, before, after, text):
    """What is written between two words of a line is read back as it was."""
    form = load_format(name)
    assume(
        name not in FRAMES or not {*placeables(f"a{text}a"), *(messages(text) or ())}
    )
    first = parsed(name, before + after).segments[-1]
    around = first.text.removesuffix("Wordword.")
    assume(fits(form, f"{around}Word{text}word.", first.spelling))
    written = form.escape(text, first.spelling) if first.spelling else form.escape(text)
    assume(written is not None)

    document = parsed(name, before + written + after)

    assert f"{around}Word{text}word." == document.segments[-1].text


@given(text=INSIDE.filter(reads_as_written).map(lambda text: f"{text} word.".lstrip()))
@settings(max_examples=500, deadline=None)
@example(text="- no item.")
@example(text="1. No number.")
@example(text="# No heading.")
@example(text="> No quotation.")
def test_escape_at_the_start(text):
    """What is written at the start of a paragraph does not become another block."""
    document = parsed("markdown", load_format("markdown").escape(text))

    assert [text] == [segment.text for segment in document.segments]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('He said "yes" - and left.', id="quotes and hyphens"),
        pytest.param("snake_case and 2 * 3 < 7", id="marks without effect"),
        pytest.param("AT&T, R&D — $5 (or so)", id="signs in prose"),
        pytest.param("-", id="hyphen alone"),
        pytest.param("1.", id="number alone"),
    ],
)
def test_escape_is_sparing(text):
    """Plain punctuation is written as it is."""
    assert text == load_format("markdown").escape(text)
