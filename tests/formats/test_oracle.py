"""The text of paragraphs and headings, held against another Markdown parser."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import OPAQUE

CASES = Path(__file__).parent / "cases" / "markdown"
DIALECT = """\
Strong **words** and *soft* ones, with ***both***; snake_case_stays and_so.

An [inline *link*](https://example.org), a [reference][r], an ![image](a.png).

[r]: https://example.org "Title"

## Heading with `code` and &eacute; ##

1. one
2. two *three*

   loose

* tight
  - nested

> quoted
> > twice
lazy

Setext **heading**
---

\\# no heading, 1\\. no list, \\[no link\\](x), a \\
break and a {two}
break

| a | b |
|---|---|
| c *d* | ~~e~~ |

Не *зовсім* те &amp; інше — 港口**和**船 🚢.
""".replace("{two}", " ")


def ours(raw):
    """Return the texts that the format finds, images and blocks of HTML left out."""
    document = load_format("markdown").parse(raw, "a.md", FormatOptions())
    return [
        squeezed(segment.text.replace(OPAQUE, ""))
        for segment in document.segments
        if segment.role != "alt-text" and not segment.spelling
    ]


def theirs(raw):
    """Return the texts of the inline tokens of markdown-it."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = [
        squeezed("".join(map(spoken, token.children or [])))
        for token in parser.parse(raw)
        if token.type == "inline"
    ]
    return [text for text in found if text]


def spoken(token):
    """Return what a reader hears of an inline token."""
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return token.content if token.type in {"text", "text_special"} else ""


def squeezed(text):
    """Return `text` with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("name", ["html", "no_front"])
def test_cases_agree(name):
    """Both parsers find the same words in our documents."""
    raw = (CASES / f"{name}.md").read_text(encoding="utf-8")

    assert theirs(raw) == ours(raw)


def test_dialect_agrees():
    """Both parsers find the same words in each construct of the common dialect."""
    assert theirs(DIALECT) == ours(DIALECT)


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_newlines_agree(newline):
    """The newline style changes nothing of what is found."""
    assert ours(DIALECT) == ours(DIALECT.replace("\n", newline))
