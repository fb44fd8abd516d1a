"""Replacements over line breaks."""

import pytest

from mtaudit.engine.line_breaks import by_line, changed
from mtaudit.model import TextSpan


@pytest.mark.parametrize(
    ("marked", "wording", "result"),
    [
        pytest.param("go ⟦in\norder⟧", "up to", "go up\nto", id="word for word"),
        pytest.param("⟦in order\nto⟧ win", "to", "to\nwin", id="the first word"),
        pytest.param("go ⟦in order\nto⟧ win", "to", "go\nto win", id="fewer words"),
        pytest.param("go ⟦in\norder⟧ on", "so as to", "go so\nas to on", id="more"),
        pytest.param("go ⟦in\norder⟧ on", "", "go\non", id="deleted"),
        pytest.param("(⟦in\norder ⟧on)", "", "(on)", id="nothing to keep it by"),
        pytest.param("a ⟦b\nc\nd⟧ e", "x y z", "a x\ny\nz e", id="two breaks"),
        pytest.param("a ⟦“b\nc”⟧ e", "«b\nc»", "a «b\nc» e", id="has the break"),
        pytest.param("a⟦\n- ⟧b", "-", "a-b", id="what stands side by side"),
        pytest.param("a⟦\n- ⟧b", " — ", "a\n— b", id="a sign between spaces"),
        pytest.param("a⟦\n— ⟧b", " - ", "a -\nb", id="no list item is made"),
        pytest.param("one\na ⟦b⟧ c", "x", "one\na x c", id="no break in it"),
    ],
)
def test_by_line(marked, wording, result):
    """Each line gets its share, and the lines stay."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")

    changes = by_line(text, TextSpan(start, end), wording)

    assert result == changed(text, changes)
    assert changes == sorted(changes)
