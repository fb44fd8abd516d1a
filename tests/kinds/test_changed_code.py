"""Blocks of code beside those of the original: what no translation changes."""

import pytest

from mtaudit.engine.pairing import beside
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.kinds.changed_code import ChangedCode

TEXT = "The bridge is open to all who walk.\n\n"


def fenced(code, info="sh"):
    return f"{TEXT}```{info}\n{code}\n```\n"


def found(source, target):
    """Return what is marked, and what was lost."""
    parse = load_format("markdown").parse
    original, document = (
        parse(raw, "a.md", FormatOptions()) for raw in (source, target)
    )
    hits = ChangedCode().check(beside(document, original))
    return [
        (hit.span.of(segment.text), dict(hit.slots)["lost"]) for segment, hit in hits
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("open --wait", "open --warte", ("--warte", "--wait"), id="flag"),
        pytest.param("a.open()", "a.oeffne()", ("a.oeffne", "a.open"), id="name"),
        pytest.param(
            "width = 12.5", "width = 12,5", ("width = 12,5", "12.5"), id="figure"
        ),
        pytest.param(
            "get https://bridge.example/en",
            "get https://bridge.example/de",
            ("https://bridge.example/de", "https://bridge.example/en"),
            id="address",
        ),
        pytest.param("a_b\nc_d\na_b", "c_d", ("c_d", "a_b"), id="lines"),
        pytest.param("a_b a_b", "a_b", ("a_b", "a_b"), id="one of two"),
        pytest.param("run # see a_b", "run # siehe a_c", None, id="a comment"),
        pytest.param(
            "say 'a_b is it'", "say 'das ist a_c'", None, id="words in a string"
        ),
        pytest.param(
            "use 'a_b'", "use 'a_c'", ("a_c", "a_b"), id="a value in a string"
        ),
        pytest.param("open north", "open nord", None, id="words that prose has too"),
        pytest.param("a_b", "c_d\na_b", None, id="added"),
    ],
)
def test_changes(source, target, expected):
    """What stands for one thing lost is marked, else the first line of the block."""
    assert ([expected] if expected else []) == found(fenced(source), fenced(target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(fenced("a_b", "text"), fenced("a_c", "text"), id="text"),
        pytest.param(fenced("a_b", ""), fenced("a_c", ""), id="no language"),
        pytest.param(fenced("a_b"), fenced("a_c", "toml"), id="another language"),
        pytest.param(
            fenced("a_b") + fenced("x_y"), fenced("x_z"), id="a block is lost"
        ),
    ],
)
def test_not_compared(source, target):
    """Only blocks of one language are compared, where none is missing."""
    assert [] == found(source, target)
