"""JSON: the same strings as the standard library reads, and which of them are prose."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import json as ours
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.json_scan import scan
from mtaudit.model import ParseError

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
VALUES = st.recursive(
    TEXT | st.integers() | st.none() | st.booleans() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
    ),
    max_leaves=12,
)


def strings(value, keys=()):
    """Yield the strings of a value with their keys, as the library has read them."""
    if isinstance(value, str) and value:
        yield keys, value
    pairs = value.items() if isinstance(value, dict) else ()
    for key, inner in enumerate(value) if isinstance(value, list) else pairs:
        yield from strings(inner, (*keys, key))


@given(value=VALUES, is_ascii=st.booleans(), indent=st.sampled_from([None, 1]))
@settings(deadline=None)
def test_strings(value, is_ascii, indent):
    """Each string is found with its keys and its text."""
    raw = json.dumps(value, ensure_ascii=is_ascii, indent=indent)

    found = [(entry.keys, entry.text) for entry in scan(raw, "a").entries]

    assert [*strings(value)] == found


FAULTY = st.lists(
    st.sampled_from(
        [*'{}[]:,"', '"a"', '"a":', "1", "-", "0.", "true", "nul", " ", "\\"]
    ),
    max_size=8,
).map("".join)


@given(raw=FAULTY)
@settings(max_examples=1500, deadline=None)
def test_refused(raw):
    """What the library refuses is refused, but for a comma before a bracket."""
    try:
        value = json.loads(raw)
    except json.JSONDecodeError:
        if ",}" in raw.replace(" ", "") or ",]" in raw.replace(" ", ""):
            return
        if raw.strip():
            with pytest.raises(ParseError):
                scan(raw, "a")
        return

    found = {entry.text for entry in scan(raw, "a").entries}
    assert {text for _, text in strings(value)} <= found


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param('{"a": "b"', "a.json:1:10: the JSON is not complete", id="cut"),
        pytest.param('{\n"a" "b"}', 'a.json:2:5: no JSON from “"” on', id="no colon"),
        pytest.param("{'a': 1}", "a.json:1:2: no JSON from “'” on", id="apostrophes"),
        pytest.param(
            "[" * 9999, "a.json:1:501: more than 500 levels of nesting", id="deep"
        ),
    ],
)
def test_place(raw, message):
    """An error says where."""
    with pytest.raises(ParseError) as caught:
        scan(raw, "a.json")

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("strings", "found"),
    [
        pytest.param(["$.title"], ["T"], id="path"),
        pytest.param(["$.items[*].body"], ["one", "two"], id="each"),
        pytest.param(["$.items[1].body"], ["two"], id="one of a list"),
        pytest.param(["$..id"], ["x", "y"], id="any depth"),
        pytest.param(["id", "title"], ["T", "x", "y"], id="keys alone"),
        pytest.param(["$.*"], ["T"], id="any key"),
        pytest.param(["$['title']"], ["T"], id="quoted"),
        pytest.param(["$.nothing"], [], id="no such key"),
        pytest.param(["$!"], [], id="no path"),
    ],
)
def test_chosen(strings, found):
    """Chosen keys are prose, whatever they look like, and others are not."""
    raw = json.dumps(
        {
            "title": "T",
            "items": [{"id": "x", "body": "one"}, {"id": "y", "body": "two"}],
        }
    )

    document = ours.parse(raw, "a.json", FormatOptions(strings=strings))

    assert found == [segment.text for segment in document.segments]


@pytest.mark.parametrize(
    ("value", "is_prose"),
    [
        pytest.param("Save", True, id="one word"),
        pytest.param("Save as…", True, id="words"),
        pytest.param("e-mail", False, id="dashed"),
        pytest.param("saveFile", False, id="camel case"),
        pytest.param("a_b", False, id="underscore"),
        pytest.param("#ff0000", False, id="colour"),
        pytest.param("images/a.png", False, id="path"),
        pytest.param("2024-05-01T10:00:00Z", False, id="time"),
        pytest.param("1 234,5", False, id="number"),
        pytest.param("保存", True, id="Han"),
    ],
)
def test_sifted(value, is_prose):
    """What only a program reads is left out where no keys are chosen."""
    document = ours.parse(json.dumps({"a": value}), "a.json", FormatOptions())

    assert is_prose == bool(document.segments)


def test_root_is_language():
    """Tags as outermost keys are the languages of what is below."""
    raw = '{"de": {"a": "Ja"}, "pt_BR": {"a": "Sim"}}'

    found = ours.parse(raw, "a.json", FormatOptions()).segments

    assert ["de", "pt-BR"] == [segment.lang for segment in found]
