"""What a fix writes into a string is what the string then holds."""

import json
import tomllib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from mtaudit.engine.findings import FindingMaker, Placed
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions, fits
from mtaudit.formats.spelling import escape
from mtaudit.formats.spelling import fits as fits_string
from mtaudit.model import Applicability, Confidence, Hit, RuleMeta, Severity, TextSpan

TEXTS = st.text(
    "ab éЖ—:#\"'\\,[]{}&*!|>%@`-?~=<\n\t\r.1\x85\u2028\u00ad😀", max_size=12
)


def block(text):
    return f"a: |\n  {text}\n"


READERS = {
    "json": lambda text: json.loads(f'"{text}"'),
    "yaml-double": lambda text: yaml.safe_load(f'a: "{text}"')["a"],
    "yaml-single": lambda text: yaml.safe_load(f"a: '{text}'")["a"],
    "yaml-plain": lambda text: yaml.safe_load(f"a: {text}")["a"],
    "yaml-flow": lambda text: yaml.safe_load(f"[{text}, b]")[0],
    "yaml-literal": lambda text: yaml.safe_load(block(text))["a"][:-1],
    "yaml-lines": lambda text: yaml.safe_load(f"a: {text}\n  b")["a"][:-2],
    "toml-basic": lambda text: tomllib.loads(f'a = "{text}"')["a"],
    "toml-literal": lambda text: tomllib.loads(f"a = '{text}'")["a"],
    "xml-text": lambda text: etree.fromstring(f"<a>{text}</a>").text or "",
    "xml-cdata": lambda text: etree.fromstring(f"<a><![CDATA[{text}]]></a>").text or "",
}


@pytest.mark.parametrize("spelling", sorted(READERS))
@given(text=TEXTS)
@settings(max_examples=400, deadline=None)
def test_read_back(spelling, text):
    """A reader of the language gets the text, or it is not written at all."""
    written = escape(text, spelling)

    if written is not None and text and fits_string(text, spelling):
        assert text == READERS[spelling](written)


FRONT = [
    pytest.param("---\ntitle: A — b\n---\n", ": ", None, id="a colon without quotes"),
    pytest.param("---\ntitle: A — b\n---\n", " #", None, id="a comment"),
    pytest.param("---\ntitle: A — b\n---\n", "–", "A – b", id="a dash without quotes"),
    pytest.param('---\ntitle: "A — b"\n---\n', '"', 'A " b', id="a quotation mark"),
    pytest.param("---\ntitle: 'A — b'\n---\n", "'", "A ' b", id="an apostrophe"),
    pytest.param("---\ntitle: A\n  — b\n---\n", "'", None, id="joined lines"),
    pytest.param("---\ntitle: |\n  A — b\n---\n", ": ", "A :  b", id="a block"),
    pytest.param("---\na: {title: A — b}\n---\n", ",", None, id="in braces"),
    pytest.param('+++\ntitle = "A — b"\n+++\n', '"', 'A " b', id="toml"),
    pytest.param("+++\ntitle = 'A — b'\n+++\n", "'", None, id="toml without escapes"),
    pytest.param("A — b\n", "*", "A * b", id="a star in the body"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "replacement", "text"), FRONT)
def test_front_matter(raw, replacement, text):
    """A fix in front matter keeps it readable, or is only a suggestion."""
    form = load_format("markdown")
    document = form.parse(raw, "a.md", FormatOptions())
    segment = document.segments[0]
    offset = segment.text.index("—")
    hit = Hit(TextSpan(offset, offset + 1), (replacement,))
    maker = FindingMaker(
        document, form.escape, lambda text, spelling: fits(form, text, spelling)
    )

    (fix,) = maker.finding(Placed(META, segment, hit)).fixes

    if text is None:
        assert (Applicability.MANUAL, ()) == (fix.applicability, fix.edits)
    else:
        (edit,) = fix.edits
        fixed = raw[: edit.span.start] + edit.content + raw[edit.span.end :]
        again = form.parse(fixed, "a.md", FormatOptions())
        assert [text] == [each.text for each in again.segments]


META = RuleMeta(
    id="test/rule",
    message="a dash",
    severity=Severity.MINOR,
    category="style/other",
    confidence=Confidence.HIGH,
    why="",
    fix=Applicability.SAFE,
)
