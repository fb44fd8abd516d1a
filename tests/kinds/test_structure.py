"""The skeleton of a Markdown file beside that of its original."""

import pytest

from mtaudit.engine.pairing import beside
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.structure import Structure

CODE = "```sh\nbridge --open north\n```\n\n"
MORE = "```toml\n[bridge]\nwidth = 4\n```\n\n"
TEXT = "The bridge is open to all who walk.\n\n"


def found(report, source, target, format_name="markdown"):
    """Return what is marked, with what the message may say of it."""
    parse = load_format(format_name).parse
    original, document = (
        parse(raw, "a.md", FormatOptions()) for raw in (source, target)
    )
    hits = Structure(report).check(beside(document, original))
    return [(hit.span.of(segment.text), dict(hit.slots)) for segment, hit in hits]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param(TEXT + CODE + TEXT, TEXT + TEXT, ["sh"], id="lost"),
        pytest.param(TEXT + CODE + MORE, TEXT + MORE, ["sh"], id="one of two"),
        pytest.param(TEXT + CODE, TEXT + CODE.replace("north", "x"), [], id="changed"),
        pytest.param(TEXT, TEXT + CODE, [], id="added"),
        pytest.param(TEXT + CODE + CODE, TEXT + CODE, ["sh"], id="one of two equal"),
        pytest.param(CODE, "", ["sh"], id="nothing else there"),
    ],
)
def test_fences(source, target, expected):
    """Of blocks of code, the one that is like none is missing."""
    assert expected == [slots["lost"] for _, slots in found("fence", source, target)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("a: x\nb: y\n", "a: z\nb: w\n", [], id="all there"),
        pytest.param("a: x\nb: y\n", "a: z\n", ["b"], id="one lost"),
        pytest.param("a: x\n", "ä: x\n", ["a"], id="translated"),
        pytest.param("a:\n  b: 1\n", "a:\n  c: 1\n", [], id="inner ones are not read"),
    ],
)
def test_keys(source, target, expected):
    """A key of the original's front matter must be there."""
    sides = (f"---\n{each}---\n\n{TEXT}" for each in (source, target))

    assert expected == [slots["lost"] for _, slots in found("key", *sides)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("true", "wahr", [("true or false", "text")], id="translated"),
        pytest.param("[a, b]", "a, b", [("a list", "text")], id="no list"),
        pytest.param("2024-05-01", "2024-06-02 # x", [], id="another date"),
        pytest.param("3", '"3"', [("a number", "text")], id="quoted number"),
        pytest.param("", "text", [], id="nothing there"),
    ],
)
def test_values(source, target, expected):
    """What is no text in the original is of the same sort in the translation."""
    sides = (f"---\nkey: {each}\n---\n\n{TEXT}" for each in (source, target))

    slots = [each for _, each in found("value", *sides)]

    assert expected == [(each["lost"], each["found"]) for each in slots]


def test_languages_of_code():
    """The word after a fence is compared where there are as many fences."""
    assert [("shell", {"lost": "sh", "found": "shell"})] == found(
        "language", TEXT + CODE, TEXT + CODE.replace("```sh", "```shell")
    )
    assert [] == found("language", TEXT + CODE, TEXT + MORE + CODE)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param('{"a": 1, "b": 2}', '{"a": 3}', ["b"], id="a number"),
        pytest.param('{"a": {"b": 1}}', '{"a": 1}', ["a.b"], id="what was in it"),
        pytest.param('{"a": {"b": {"c": 1}}}', '{"a": {}}', ["a.b"], id="outermost"),
        pytest.param(
            '{"a": "The bridge is open to all who walk.", "b": "Over the river"}',
            '{"a": "The bridge is open to all who walk."}',
            [],
            id="a text is a block",
        ),
        pytest.param('{"a": 1, "@b": 1}', '{"a": 1}', [], id="a note for tools"),
        pytest.param('{"a": 1, "a_note": 1}', '{"a": 1}', [], id="a note on a key"),
        pytest.param('{"a": 1}', '{"a": 1, "b": 2}', [], id="added"),
        pytest.param('{"a": 1}', '{"a": 1,}', [], id="a broken file"),
        pytest.param(
            str({str(n): n for n in range(8)}).replace("'", '"'),
            '{"0": 0}',
            ["1, 2, 3, 4, 5, … (and 2 more)"],
            id="many",
        ),
    ],
)
def test_data(source, target, expected):
    """Keys of data that hold no text are lost where they are gone."""
    hits = found("data", source, target, "json")

    assert expected == [slots["lost"] for _, slots in hits]


def test_unknown_report():
    """A word that is none is refused."""
    with pytest.raises(ValueError, match="“report” must be one of"):
        Structure("all")
