"""Where a Markdown file has code, by its lines alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.fences import HIDDEN, closes, fences, front_end, layout, opening


def _bodies(raw):
    return [raw[slice(*each.body)] for each in fences(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("a\n```sh\nmake\n```\nb\n", ["make\n"], id="plain"),
        pytest.param("~~~\n```\n~~~\n", ["```\n"], id="tildes"),
        pytest.param("````\n```\nx\n```\n````\n", ["```\nx\n```\n"], id="longer"),
        pytest.param("- a\n\n  ```\n  x\n  ```\n", ["  x\n"], id="in a list"),
        pytest.param("> ```\n> x\n> ```\n", ["> x\n"], id="in a quotation"),
        pytest.param("```\nx\n", ["x\n"], id="never closed"),
        pytest.param("```\n```\n", [""], id="empty"),
        pytest.param("```\r\nx\r\n```\r\n", ["x\r\n"], id="windows line ends"),
        pytest.param("```make``` is a word\n", [], id="inline code"),
        pytest.param("no code\n", [], id="none"),
        pytest.param("```", [""], id="nothing but a fence"),
    ],
)
def test_fences(raw, expected):
    """A block runs from its fence to a line with at least as long a one."""
    assert expected == _bodies(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("run `make` now", "run ...... now", id="inline code"),
        pytest.param("a ``b ` c`` d", "a ......... d", id="two backticks"),
        pytest.param("a ` b", "a ` b", id="a lone backtick"),
        pytest.param("a `b\n\nc` d", "a `b\n\nc` d", id="no code over a blank line"),
        pytest.param("a\n\n    code\n\nb", "a\n\n........\n\nb", id="indented code"),
        pytest.param("- a\n\n    b\n", "- a\n\n    b\n", id="a list goes on"),
        pytest.param("a <!-- b --> c", "a .......... c", id="comment"),
        pytest.param("<pre>x</pre> y", "............ y", id="preformatted"),
        pytest.param("---\na: b\n---\nc", "...\n....\n...\nc", id="front matter"),
        pytest.param("```\nx\n```\ny", "...\n.\n...\ny", id="fence"),
        pytest.param("a \\` b ` c", "a \\` b ` c", id="escaped backtick"),
    ],
)
def test_prose(raw, expected):
    """Code, comments and front matter are hidden; all else is as it was."""
    assert expected == layout(raw).prose.replace(HIDDEN, ".")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("---\na: b\n---\nc", 12, id="there"),
        pytest.param("---\na: b\n...\nc", 12, id="closed by dots"),
        pytest.param("\n---\na: b\n---\n", 0, id="not at the start"),
        pytest.param("---\na: b\n", 0, id="not closed"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_front_end(raw, expected):
    """Front matter starts the file and is closed."""
    assert expected == front_end(raw)


def test_opening_and_closing():
    """A closing fence is as long as the opening one, and alone on its line."""
    assert opening("```js title=x") is not None
    assert opening("```a`b") is None
    assert closes("  ````  ", "```")
    assert not closes("``", "```")
    assert not closes("``` x", "```")


MARKDOWN = st.text(alphabet="`~ \n\r->#ax<!\\", max_size=60)


@given(MARKDOWN)
def test_layout_keeps_every_place(raw):
    """Hiding code moves nothing: offsets and line breaks stay."""
    parts = layout(raw)

    assert len(raw) == len(parts.prose)
    pairs = zip(parts.prose, raw, strict=True)
    assert all(ours in {theirs, HIDDEN} for ours, theirs in pairs)
    assert raw.count("\n") == parts.prose.count("\n")


@given(MARKDOWN)
def test_fences_do_not_overlap(raw):
    """Blocks come in order, each with its body inside."""
    position = 0
    for each in fences(raw):
        assert position <= each.start <= each.body[0] <= each.body[1] <= each.end
        position = each.end
