"""YAML, TOML and properties: the same strings as their libraries read."""

import tomllib

import javaproperties
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.properties import read
from mtaudit.formats.toml_scan import Scan
from mtaudit.formats.yaml_scan import scan
from mtaudit.model import ParseError

TEXT = st.text("ab: é#\"'\\\n-[]{}, 🚢yes1~", max_size=14)
KEYS = st.text("abé: 1", min_size=1, max_size=4)
TREES = st.recursive(
    TEXT | st.integers() | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=8,
)


def strings(value, keys=()):
    """Yield the strings of a tree with their keys."""
    if isinstance(value, str) and value.strip():
        yield keys, value
    pairs = value.items() if isinstance(value, dict) else ()
    for key, inner in enumerate(value) if isinstance(value, list) else pairs:
        yield from strings(inner, (*keys, key))


@given(
    tree=TREES,
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    is_flow=st.booleans(),
    width=st.sampled_from([8, 80]),
)
@settings(max_examples=400, deadline=None)
def test_yaml(tree, style, is_flow, width):
    """What a YAML library writes in any style is read with its keys."""
    raw = yaml.safe_dump(
        tree,
        default_style=style,
        default_flow_style=is_flow,
        width=width,
        allow_unicode=True,
        sort_keys=False,
    )

    found = [(each.keys, each.text.rstrip()) for each in scan(raw, "a") if each.parts]

    wanted = [*strings(yaml.safe_load(raw))]
    assert [(keys, text.rstrip()) for keys, text in wanted] == [
        pair for pair in found if pair[1]
    ]


TOML = r'''
# mtaudit: file-ignore[en/double-space] a comment
title = "He said \"yes\" \u2014 now"   # = "no string"
a.b."c d" = 'C:\new'
many = ["one", "two # no comment", ["three"], { x = "four", y.z = "five" }]
long = """
Two
lines, \
  joined ""quoted"" """
literal = """it's"""
number = 1_000
date = 1979-05-27T07:32:00Z

[table.inner]
key = "under a table"

[[ship]]
name = "first"
[[ship.crew]]
name = "Anna"
[[ship]]
name = "second"
[ship.port]
name = "home"
'''


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_toml(newline):
    """Each string of a TOML file is found with the keys that a library gives it."""
    raw = TOML.replace("\n", newline)
    wanted = dict(strings(tomllib.loads(raw)))

    found = {each.keys: each.text for each in Scan(raw, "a").entries()}

    assert wanted == {keys: text.replace("\r\n", "\n") for keys, text in found.items()}


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  "]),
        st.text("ab\\:=# é", min_size=1, max_size=4).map(javaproperties.escape),
        st.sampled_from(["=", " = ", ":", " "]),
        st.text("ab \\\n\t'é#!:=🚢", max_size=10),
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda line: line[1],
)


@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=300, deadline=None)
def test_properties(lines, newline):
    """What a library reads is read alike, joined lines and escapes too."""
    raw = "".join(
        f"{indent}{key}{sign}"
        f"{javaproperties.escape(text) if is_ascii else spelled(text)}{newline}"
        for indent, key, sign, text, is_ascii in lines
    )

    found = {entry.keys[0]: entry.text for entry in read(raw)[0]}

    wanted = {key: text for key, text in javaproperties.loads(raw).items() if text}
    assert wanted == {key: text for key, text in found.items() if text}


def spelled(text):
    """Return a value whose lines are joined."""
    return text.replace("\\", r"\\").replace("\t", r"\t").replace("\n", "\\\n   ")


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        pytest.param("yaml", "a: [b", "did not find expected", id="yaml"),
        pytest.param("yaml", "[" * 9_999, "no YAML|levels", id="deep yaml"),
        pytest.param("toml", "a = ", "Invalid value", id="toml"),
        pytest.param("toml", "a = " + "[" * 9_999, "no TOML", id="deep toml"),
    ],
)
def test_faulty(name, raw, message):
    """A file that its library refuses is refused in its words."""
    with pytest.raises(ParseError, match=message):
        load_format(name).parse(raw, "a", FormatOptions())


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        pytest.param("de:\n  a: Ja\n  b: '%d.%m.%Y'\n", ["Ja"], id="a date's format"),
        pytest.param("de:\n  a: Hallo %{name}\n", ["Hallo \ufffc"], id="Ruby"),
        pytest.param("de: &x\n  a: Ja\nat: *x\n", ["Ja"], id="alias"),
        pytest.param("a: 5\nb: no\nc: ~\nd: 2001-01-01\n", [], id="no strings"),
        pytest.param("--- Eins\n--- Zwei\n", ["Eins", "Zwei"], id="two documents"),
    ],
)
def test_yaml_prose(raw, texts):
    """What only a program reads is left out."""
    found = load_format("yaml").parse(raw, "a", FormatOptions()).segments

    assert texts == [segment.text for segment in found]


def test_place_of_a_fault():
    """A file that is no TOML is refused at the line and column."""
    with pytest.raises(ParseError, match="no TOML: Invalid value") as caught:
        load_format("toml").parse('a = "b"\nc = ?\n', "a.toml", FormatOptions())

    assert "a.toml:2:5" == caught.value.place


def test_message_format():
    """Where a value has arguments, doubled apostrophes are one."""
    raw = "a = It''s {0}\nb = It''s\n"

    found = load_format("properties").parse(raw, "a", FormatOptions()).segments

    assert ["It's \ufffc", "It''s"] == [segment.text for segment in found]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("a = <b>x</b> &lt;dir&gt; &amp; y", "x <dir> & y", id="HTML"),
        pytest.param("a = <html>a&nbsp;b", "\ufffca\xa0b", id="Swing"),
        pytest.param("a = x &lt;dir&gt; {0}", "x &lt;dir&gt; \ufffc", id="no tag"),
        pytest.param(
            "a = \u0546\u0577\u057e\u0565\u0584 %s\u056b",
            "\u0546\u0577\u057e\u0565\u0584 \ufffc\u056b",
            id="ending",
        ),
        pytest.param("a = 5 %der Fahrten", "5 %der Fahrten", id="per cent"),
        pytest.param("a = <i>R&D</i>; &file; b", "R&D; &file; b", id="no reference"),
    ],
)
def test_references(raw, text):
    """In a string that has tags, a reference is the character that it stands for."""
    document = load_format("properties").parse(raw, "a", FormatOptions())

    assert [text] == [segment.text for segment in document.segments]
