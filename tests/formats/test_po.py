"""PO: the same strings as polib reads, and the sources of plural forms."""

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import po, po_scan
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.po_scan import Scan
from mtaudit.model import ParseError

TEXT = st.text('ab éЖ"\\\n\t%—🚢', min_size=1, max_size=90).filter(str.strip)


@given(
    pairs=st.lists(st.tuples(TEXT, TEXT), max_size=4, unique_by=lambda pair: pair[0])
)
@settings(deadline=None)
def test_strings(pairs):
    """What polib writes, lines joined and signs escaped, is read as it was."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Language": "de"}
    catalogue.extend(polib.POEntry(msgid=key, msgstr=text) for key, text in pairs)
    raw = str(catalogue)

    entries = [*Scan(raw, "a.po").entries()][1:]

    assert pairs == [(each.text("msgid"), each.text("msgstr")) for each in entries]


LINES = st.sampled_from(
    (
        *(
            "",
            "# note",
            "#, fuzzy",
            '#| msgid "old"',
            "#. mtaudit: ignore",
            '"more %s"',
        ),
        *('msgctxt "menu"', 'msgid "a"', 'msgid ""', 'msgid "a %d\\n"', '  msgid "a"'),
        *(
            'msgid_plural "b"',
            'msgstr[0] "y"',
            'msgstr "x"',
            'msgstr ""',
            'msgstr "x {n} y"',
        ),
        *('msgstr " x "', 'msgstr "see www.a.example"', 'msgstr[1] "z"', '"b\\"c"'),
        *('msgstr "\\ufffc"', '#~ msgid "a"', "words"),
    )
)


PLURAL = ('msgid "a %d"', 'msgid_plural "b %d"', 'msgstr[0] "x"')
BLOCKS = st.one_of(
    LINES.map(lambda line: (line,)),
    st.lists(st.sampled_from(['msgstr[0] "z"', 'msgstr[1] "y %d"', '"w"'])).map(
        lambda more: (*PLURAL, *more)
    ),
)


@given(blocks=st.lists(BLOCKS, max_size=8), newline=st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None)
def test_one_go(blocks, newline):
    """A message that is read in one go is what its lines are, one by one."""
    raw = newline.join(line for block in blocks for line in block)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(po_scan.Scan, "_message_at", lambda *_: None)
        by_line = outcome(raw)

    assert by_line == outcome(raw)


def outcome(raw):
    try:
        return parsed(raw)
    except ParseError as error:
        return error.place


def parsed(raw):
    return po.parse(raw, "a.po", FormatOptions())


@pytest.mark.parametrize(
    ("head", "sources"),
    [
        pytest.param("nplurals=2; plural=n != 1;", ["a", "many"], id="two forms"),
        pytest.param("nplurals=1; plural=0;", ["many", "many"], id="one form"),
    ],
)
def test_plural_source(head, sources):
    """The form for one is held to the singular, unless there is one form only."""
    raw = (
        f'msgid ""\nmsgstr "Plural-Forms: {head}\\n"\n\n'
        'msgid "a"\nmsgid_plural "many"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )

    assert sources == [segment.source for segment in parsed(raw).segments]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        pytest.param('msgid "a"\nmsgstr "b\n', 2, id="never closed"),
        pytest.param('"a"\n', 1, id="no keyword"),
        pytest.param('msgid "a"\n\nhello\n', 3, id="words"),
    ],
)
def test_faulty(raw, line):
    """A line that gettext would not read is an error with its place."""
    with pytest.raises(ParseError) as caught:
        parsed(raw)

    assert f"a.po:{line}" == caught.value.place


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines(newline):
    """The style of newlines changes nothing."""
    raw = newline.join(['msgid "a"', 'msgstr ""', '"b "', '"c"', ""])

    assert ["b c"] == [segment.text for segment in parsed(raw).segments]


def test_no_blank_line_between():
    """Entries need no blank line between them."""
    raw = 'msgid "a"\nmsgstr "x"\nmsgid "b"\nmsgstr "y"\n'

    assert ["x", "y"] == [segment.text for segment in parsed(raw).segments]


@pytest.mark.parametrize(
    ("language", "lang"),
    [("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("ca@valencia", "ca"), ("", None)],
)
def test_language(language, lang):
    """The header's locale is a tag."""
    raw = f'msgid ""\nmsgstr "Language: {language}\\n"\n'

    assert lang == parsed(raw).declared_lang
