"""Strings of data that are pages in small: paragraphs, items, blocks of code."""

import json

import pytest

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions


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
