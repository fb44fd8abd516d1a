"""Files that are cut off, nested, badly encoded or made to do harm."""

import codecs
from io import BytesIO
from pathlib import Path

import pytest

from mtaudit.engine.read import read_stream
from mtaudit.formats import FORMATS, PACKED, load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import ParseError, ReadError

CASES = Path(__file__).parent / "cases"
PATHS = [path for path in sorted(CASES.glob("*/*")) if path.suffix != ".segments"]
CUTS = 60
"""In how many places a file is cut off."""

DEEP = 10_000
NESTED = {
    "android": "<resources><string name='a'>" + "<b>" * DEEP + "x",
    "asciidoc": "*" * DEEP + " item\n" + "====\n" * DEEP,
    "ass": "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,," + "{" * DEEP,
    "csv": "source,target\n" + '"' * DEEP + "\n",
    "fluent": "a = " + "{ $n ->\n  [one] " * DEEP,
    "html": "<div>" * DEEP + "x" + "<p><b>" * DEEP,
    "ipynb": '{"cells": ' + "[" * DEEP,
    "json": "[" * DEEP + '"x"' + "]" * DEEP,
    "jsonl": '{"target": ' + "[" * DEEP + '"x"' + "]" * DEEP + "}\n",
    "lines": "(" * DEEP + "\n",
    "markdown": "> " * DEEP + "x\n\n" + "- " * DEEP + "x\n\n" + "[" * DEEP,
    "plain": "> " * DEEP + "x",
    "po": 'msgid "a"\nmsgstr "' + "{n, plural, other {" * DEEP + '"\n',
    "properties": "a = " + "{0,choice,0#" * DEEP,
    "qt": "<TS>" + "<context>" * DEEP,
    "resx": "<root>" + "<data>" * DEEP,
    "rst": "".join(" " * depth + "* x\n\n" for depth in range(300)) + "*" * DEEP,
    "srt": "1\n00:00:01,000 --> 00:00:02,000\n" + "<i>" * DEEP + "x\n",
    "strings": '"a" = ' + "{" * DEEP,
    "stringsdict": "<plist>" + "<dict><key>a</key>" * DEEP,
    "tmx": "<tmx><body><tu><tuv><seg>" + "<bpt>" * DEEP,
    "toml": "a = " + "[" * DEEP + '"x"' + "]" * DEEP,
    "tsv": "a\t" + "<b>" * DEEP + "\n",
    "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<i>" * DEEP + "x\n",
    "xliff": "<xliff><file>" + "<group>" * DEEP,
    "yaml": "- " * DEEP + "x\n",
}
"""A text of each format that goes ten thousand levels down."""

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + '<!ENTITY e SYSTEM "file:///etc/passwd">]>'
)
"""Entities that would come to a hundred gigabytes, and one from another file."""

TRAPS = {
    "android": '<resources><string name="a">Word &a11; &e; word</string></resources>',
    "html": "<html><p>Word &a11; &e; word</p></html>",
    "qt": "<TS><context><message><source>a</source>"
    "<translation>Word &a11; &e; word</translation></message></context></TS>",
    "resx": '<root><data name="a"><value>Word &a11; &e; word</value></data></root>',
    "stringsdict": "<plist><dict><key>a</key>"
    "<string>Word &a11; &e; word</string></dict></plist>",
    "tmx": '<tmx><body><tu><tuv xml:lang="en"><seg>a</seg></tuv>'
    '<tuv xml:lang="de"><seg>Word &a11; &e; word</seg></tuv></tu></body></tmx>',
    "xliff": "<xliff><file><trans-unit><source>a</source>"
    "<target>Word &a11; &e; word</target></trans-unit></file></xliff>",
}

each_case = pytest.mark.parametrize(
    "path", [pytest.param(each, id=f"{each.parent.name}/{each.name}") for each in PATHS]
)
each_text = pytest.mark.parametrize(
    "path",
    [
        pytest.param(each, id=f"{each.parent.name}/{each.name}")
        for each in PATHS
        if each.suffix not in PACKED
    ],
)


def read(content, path):
    """Return the document that some bytes come to under the name of a case."""
    raw = read_stream(BytesIO(content), path.name)
    form = load_format(path.parent.name)
    return form.parse(raw.text, path.name, FormatOptions())


def place_of_refusal(action):
    """Return where a file is refused, or its name if it is not; all else is raised."""
    try:
        return action().path
    except (ParseError, ReadError) as error:
        return error.place


def found(document):
    return [(each.role, each.text, each.unit_id) for each in document.segments]


@each_case
def test_cut_off(path):
    """A file that breaks off is read as far as it goes, or refused at a place."""
    content = path.read_bytes()
    for end in range(0, len(content), max(1, len(content) // CUTS)):
        refused = place_of_refusal(lambda end=end: read(content[:end], path))

        assert refused.startswith(path.name)


@each_text
def test_mark(path):
    """A byte-order mark changes nothing of what is read, UTF-16 nothing either."""
    content = path.read_bytes()
    wide = codecs.BOM_UTF16_LE + content.decode().encode("utf-16-le")

    assert found(read(content, path)) == found(read(codecs.BOM_UTF8 + content, path))
    assert found(read(content, path)) == found(read(wide, path))


@each_text
def test_newlines(path):
    """Newlines of three sorts in one file are all newlines."""
    lines = path.read_bytes().decode().replace("\r\n", "\n").split("\n")
    ends = ["\r\n", "\n", "\n" if path.suffix == ".toml" else "\r"]
    mixed = "".join(line + ends[number % 3] for number, line in enumerate(lines))
    document = read(mixed.encode(), path)

    for segment in document.segments:
        for piece in segment.pieces:
            if piece.verbatim:
                assert piece.text.of(segment.text) == piece.raw.of(mixed)


@each_text
def test_wrong_encoding(path):
    """Bytes that are not what the file says are named, with their place."""
    content = path.read_bytes()
    if path.suffix == ".properties":  # without a mark, any byte is Latin-1
        content = codecs.BOM_UTF8 + content
    middle = content.index(b" ", len(content) // 2)

    with pytest.raises(ReadError, match=f"byte 0xff at offset {middle} .line "):
        read(content[:middle] + b"\xff" + content[middle:], path)


@pytest.mark.parametrize("name", [name for name in FORMATS if f".{name}" not in PACKED])
def test_deep(name):
    """Ten thousand levels are read, or refused at a place."""
    parse = load_format(name).parse

    refused = place_of_refusal(lambda: parse(NESTED[name], "a", FormatOptions()))

    assert refused.startswith("a")


@pytest.mark.parametrize("name", TRAPS)
def test_entities(name):
    """Entities that a file declares are neither multiplied nor fetched."""
    raw = f"<?xml version='1.0'?>{LAUGHS}{TRAPS[name]}"

    document = load_format(name).parse(raw, "a", FormatOptions())

    assert ["Word", "word"] == [
        word
        for each in document.segments
        for word in each.text.split()
        if "ord" in word
    ]
    assert "root:" not in "".join(each.text for each in document.segments)
