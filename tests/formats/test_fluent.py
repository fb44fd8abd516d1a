"""Fluent: the same patterns as its own parser reads."""

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import fluent
from mtaudit.formats.base import FormatOptions
from mtaudit.formats.fluent_scan import patterns
from mtaudit.model import OPAQUE, ParseError

SAMPLES = """\
plain = Вітаю
two-lines =
    One line
      and another

    after a blank one
brand = { -brand-name } is { $n } { NUMBER($n, minimumFractionDigits: 2) } {"{"} x
    .title = An attribute with { $n }
    .label =
        Two
        lines
-brand-name = Порт
letters =
    { $n ->
        [one] One letter from { $who }
       *[other] { $n } letters { $k ->
            [a] deep
           *[b] deeper
        } end
    } in the box
"""
LINES = st.lists(st.sampled_from(SAMPLES.splitlines()), max_size=16).map("\n".join)


def ours(raw):
    """Return the texts of all patterns, squeezed, by place."""
    for pattern in patterns(raw, "a"):
        text, done = "", pattern.start
        for start, end in pattern.placeables:
            text += f"{raw[done:start]}{OPAQUE}"
            done = end
        yield squeezed(text + raw[done : pattern.end])


def theirs(raw):
    """Return likewise what the library finds; None if it skips anything."""
    found = []
    for entry in FluentParser().parse(raw).body:
        if isinstance(entry, ast.Junk):
            return None
        if isinstance(entry, ast.Message | ast.Term):
            parts = [entry.value, *(each.value for each in entry.attributes)]
            for pattern in parts:
                found.extend(texts(pattern) if pattern else [])
    return [text for _, text in sorted(found)]


def texts(pattern):
    """Yield the place and the text of a pattern, then of its variants."""
    shown = "".join(
        each.value if isinstance(each, ast.TextElement) else OPAQUE
        for each in pattern.elements
    )
    yield pattern.span.start, squeezed(shown)
    for each in pattern.elements:
        if isinstance(each, ast.Placeable) and isinstance(
            each.expression, ast.SelectExpression
        ):
            for variant in each.expression.variants:
                yield from texts(variant.value)


def squeezed(text):
    return " ".join(text.split())


def test_samples():
    """Every kind of pattern is read as the library reads it."""
    wanted, found = theirs(SAMPLES), ours(SAMPLES)

    assert [*filter(None, wanted)] == [*filter(None, found)]


@given(raw=LINES)
@settings(max_examples=600, deadline=None)
def test_any_order(raw):
    """Where the library skips nothing, both find the same texts."""
    wanted = theirs(raw)

    if wanted is not None:
        assert sorted(filter(None, wanted)) == sorted(filter(None, ours(raw)))


def test_deep():
    """Nesting beyond all use is refused."""
    raw = "a = " + "{ $n ->\n [a] " * 200 + "x" + "\n }" * 200

    with pytest.raises(ParseError, match="levels of nesting"):
        fluent.parse(raw, "a.ftl", FormatOptions())


@pytest.mark.parametrize("text", ["a { b", "a\nb"], ids=["brace", "line break"])
def test_not_written(text):
    """What would need a placeable is not written."""
    assert fluent.escape(text) is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("a = say &lt;words&gt;\n", "say <words>", id="references"),
        pytest.param("a = R&D; no &thing;\n", "R&D; no &thing;", id="none"),
        pytest.param("a = <b>&amp;</b> x\n", "& x", id="with tags"),
    ],
)
def test_references(raw, text):
    """A page takes a pattern for HTML, as soon as it has a reference or a tag."""
    document = fluent.parse(raw, "a", FormatOptions())

    assert [text] == [segment.text for segment in document.segments]
    assert fluent.escape("&lt;") is None
