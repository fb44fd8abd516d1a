"""Strings of data that are pages in small: paragraphs, items, blocks of code."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Original, Unit, segments
from mtaudit.formats.pieces import Part
from mtaudit.model import OPAQUE, RawSpan
from mtaudit.text.placeables import placeables


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param("One\n\nTwo", ["One", "Two"], id="paragraphs"),
        pytest.param(
            "Run:\n\n```sh\nferry --go\n\nferry\n```\n\nDone.",
            ["Run:", "Done."],
            id="code",
        ),
        pytest.param("Run:\n```\nferry\n```\nDone.", ["Run:", "Done."], id="close by"),
        pytest.param("```\nferry\n```", [], id="nothing but code"),
        pytest.param(
            "Run:\n\n```sh\nferry --go",
            ["Run:", "```sh\nferry --go"],
            id="never closed",
        ),
        pytest.param(
            "````\n```\nferry\n```\n````\n\nDone.", ["Done."], id="a fence in code"
        ),
    ],
)
def test_paragraphs(text, segments):
    """A string falls into paragraphs, and its blocks of code are not read."""
    raw = json.dumps({"help": text})

    document = load_format("json").parse(raw, "help.json", FormatOptions())

    found = [each.text for each in document.segments]
    assert segments == found


PIECES = st.sampled_from(
    (
        *("a", "é", " ", "\n", "\t", "\r", "\N{NO-BREAK SPACE}", "&amp;", "x@y.zz"),
        *(
            "%s",
            "%(n)s",
            "{0}",
            "<b>",
            "</b>",
            "<br>",
            OPAQUE,
        ),
    )
)


@given(pieces=st.lists(PIECES, max_size=8), cut=st.integers(0, 40))
def test_at_once(pieces, cut):
    """A string in one part reads as it does in two."""
    text = "".join(pieces)
    cut = min(cut, len(text))
    if any(start < cut < end for start, end, _ in placeables(text)):
        cut = 0
    whole = Part(text, 5, 5 + len(text))
    halves = Part(text[:cut], 5, 5 + cut), Part(text[cut:], 5 + cut, 5 + len(text))
    unit = Unit("key", source=Original("a", (), "a"), extent=RawSpan(5, 5 + len(text)))

    at_once = [*segments([whole], unit)]

    assert at_once == [*segments([part for part in halves if part.text], unit)]
