"""Comments that ignore, in the syntax of a file."""

import pytest

from mtaudit.text.suppression import ignore_comment

COMMENTS = [
    pytest.param(
        "markdown", "<!-- mtaudit: ignore[en/ellipsis] a title -->", id="markup"
    ),
    pytest.param("plain", "<!-- mtaudit: ignore[en/ellipsis] a title -->", id="plain"),
    pytest.param("po", "# mtaudit: ignore[en/ellipsis] a title", id="number sign"),
    pytest.param("json", None, id="none"),
]


@pytest.mark.parametrize(("format_name", "comment"), COMMENTS)
def test_ignore_comment(format_name, comment):
    """Each format has its own comment, or none."""
    assert comment == ignore_comment(format_name, "en/ellipsis", "a title")
