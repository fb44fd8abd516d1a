"""Labels of a web page among its text."""

import pytest

from mtaudit.kinds.page_furniture import PageFurniture
from mtaudit.model import Role

LABELS = (
    ("Skip to content", "unmistakable", "en", "line"),
    ("Follow our channel", "unmistakable", "en", "prefix"),
    ("Advertisement", "label", "en", "line"),
    ("Read also", "label", "en", "line"),
    ("Share", "word", "en", "line"),
    ("広告", "label", "ja", "line"),
)
FURNITURE = PageFurniture(labels=LABELS)
TOGGLES = PageFurniture(labels=LABELS, toggles=("On", "Off"))
BODY = "The bridge is open from today on, and the old ferry is for sale."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["Skip to content", BODY], ["⟦Skip to content⟧", BODY], id="unmistakable"
        ),
        pytest.param(
            ["» SKIP TO CONTENT", BODY], ["⟦» SKIP TO CONTENT⟧", BODY], id="dressed"
        ),
        pytest.param(
            [BODY, "Follow our channel on Sundays"],
            [BODY, "⟦Follow our channel on Sundays⟧"],
            id="a prefix",
        ),
        pytest.param([BODY, "Follow our channels"], None, id="half a word"),
        pytest.param(["Advertisement", BODY], None, id="one label alone"),
        pytest.param(
            ["Advertisement", BODY, "Read also:"],
            ["⟦Advertisement⟧", BODY, "⟦Read also:⟧"],
            id="two labels",
        ),
        pytest.param(
            ["Advertisement", BODY, "Advertisement"], None, id="the same twice"
        ),
        pytest.param(
            ["Skip to content\nShare\nRead also\n広告"],
            ["⟦Skip to content⟧\n⟦Share⟧\n⟦Read also⟧\n⟦広告⟧"],
            id="lines of one segment",
        ),
        pytest.param(
            ["Share", BODY, "Skip to content"],
            ["Share", BODY, "⟦Skip to content⟧"],
            id="a word far away",
        ),
        pytest.param(
            ["Read also the memoir.", "Skip to content with care."],
            None,
            id="in a sentence",
        ),
    ],
)
def test_labels(marked, texts, expected):
    """Whole lines count, and the commoner the words, the more company they need."""
    assert (expected or texts) == marked(FURNITURE, *texts)


def test_middle_of_a_page(marked):
    """Far from the top and the bottom, a label needs a neighbour."""
    texts = ["Read also", *[f"{BODY} {n}" for n in range(20)], "Advertisement"]
    texts += [f"{BODY} {n}" for n in range(20, 40)]

    assert ["⟦Read also⟧", *texts[1:]] == marked(FURNITURE, *texts)


def test_frame(marked):
    """A short line at the top and at the bottom of a page with furniture frames it."""
    texts = ["Skip to content", "The Gazette", *[f"{BODY} {n}" for n in range(20)]]

    assert [
        "⟦Skip to content⟧",
        "⟦The Gazette⟧",
        *texts[2:],
        "⟦The Gazette⟧",
    ] == marked(FURNITURE, *texts, "The Gazette")


@pytest.mark.parametrize("role", [Role.CELL, Role.QUOTE, Role.ALT_TEXT])
def test_roles(marked, role):
    """In a table or a quotation, a label is content."""
    assert ["Skip to content"] == marked(FURNITURE, "Skip to content", role=role)


def test_headings(marked):
    """A heading is furniture only if nobody could mean it."""
    texts = ["Read also", "Advertisement", "Skip to content"]

    assert [*texts[:2], "⟦Skip to content⟧"] == marked(
        FURNITURE, *texts, role=Role.HEADING
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Skip to content\nBridge\nRoad", "Bridge\nRoad", id="first line"),
        pytest.param(
            "Bridge\nSkip to content\nRoad", "Bridge\nRoad", id="a line between"
        ),
        pytest.param("Bridge\nSkip to content", "Bridge", id="last line"),
        pytest.param("Skip to content", "", id="the whole segment"),
    ],
)
def test_removal(hits, text, expected):
    """The fix takes out the line together with one line break."""
    ((_, hit),) = hits(FURNITURE, text)
    edits = [(hit.span, hit.replacements[0]), *hit.companions]
    for span, content in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[: span.start] + content + text[span.end :]

    assert expected == text


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["Read also", "Share", "On", "Off", BODY],
            ["Read also", "Share", "⟦On⟧", "⟦Off⟧", BODY],
            id="among labels",
        ),
        pytest.param(["On", "Off", "Neither", BODY], None, id="no labels"),
        pytest.param(["Read also", "On", "Off", BODY], None, id="one label"),
        pytest.param(["Read also", "Share", BODY, "On"], None, id="elsewhere"),
    ],
)
def test_toggles(marked, texts, expected):
    """States of a switch are furniture in a run of short lines with two labels."""
    assert (expected or texts) == marked(TOGGLES, *texts)
