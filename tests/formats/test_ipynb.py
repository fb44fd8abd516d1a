"""Notebooks: cells of Markdown inside strings of JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import ParseError, TextSpan

OPTIONS = FormatOptions()
IPYNB = load_format("ipynb")
MARKDOWN = load_format("markdown")
LINES = st.lists(
    st.text('ab*_`"\\<>é港😀—\t#-', max_size=8).map(lambda line: f"{line}\n"),
    max_size=5,
)


def notebook(source, *, ascii_only=False):
    """Return a notebook with a cell of that source."""
    cells = [
        {"cell_type": "code", "source": "no prose"},
        {"cell_type": "markdown", "source": source},
    ]
    return json.dumps({"cells": cells}, indent=1, ensure_ascii=ascii_only)


def parsed(raw):
    return IPYNB.parse(raw, "a.ipynb", OPTIONS)


@pytest.mark.parametrize("ascii_only", [True, False], ids=["escaped", "as it is"])
@given(lines=LINES)
@settings(max_examples=300)
def test_as_markdown(lines, ascii_only):
    """A cell has the segments that its text has as a file, in places that exist."""
    alone = MARKDOWN.parse("".join(lines), "a.md", OPTIONS)
    raw = notebook(lines, ascii_only=ascii_only)

    segments = parsed(raw).segments

    assert [each.text for each in alone.segments] == [each.text for each in segments]
    for segment in segments:
        place = 0
        for piece in segment.pieces:
            assert place <= piece.raw.start < piece.raw.end
            place = piece.raw.end
            if piece.verbatim:
                assert piece.text.of(segment.text) == piece.raw.of(raw)


@pytest.mark.parametrize("by", ["-", '"', "\\", "*x", "😀"])
def test_mended(by):
    """A fix changes the text of its cell and nothing else of the notebook."""
    raw = notebook(["# Ships\n", "\n", "The run—up.\n"])
    segment = parsed(raw).segments[1]
    span = segment.to_raw(TextSpan(7, 8))

    mended = raw[: span.start] + IPYNB.escape(by, segment.spelling) + raw[span.end :]

    assert f"The run{by}up." == parsed(mended).segments[1].text
    assert json.loads(raw)["cells"][0] == json.loads(mended)["cells"][0]


def test_faulty():
    """What is no JSON is refused with a place."""
    with pytest.raises(ParseError, match=r"a\.ipynb:1"):
        parsed('{"cells": [')


@pytest.mark.parametrize(
    ("raw", "end", "texts"),
    [
        pytest.param('{\n"title": "A"\n}\nb', 17, ["A"], id="title"),
        pytest.param('{\n"a": {"title": "A"}}\n', 23, ["A"], id="nested"),
        pytest.param('{\n"a": 1\n} b', 0, [], id="text follows"),
        pytest.param("{\n", 0, [], id="never closed"),
        pytest.param("{\n}\n", 0, [], id="empty"),
    ],
)
def test_front_matter(raw, end, texts):
    """An object at the head of a file of Markdown is its front matter."""
    from mtaudit.formats import front_json

    found = front_json.read(raw, OPTIONS.front_matter)

    assert (end, texts) == (found.end, [each.text for each in found.segments])
