"""Comments that ignore, in the syntax of a file."""

import pytest

from mtaudit.text.suppression import comment_style, ignore_comment

COMMENTS = [
    pytest.param("markdown", "a.md", "<!-- mtaudit: ignore[a/b] c -->", id="markup"),
    pytest.param("markdown", "a.MDX", "{/* mtaudit: ignore[a/b] c */}", id="MDX"),
    pytest.param("po", "a.po", "# mtaudit: ignore[a/b] c", id="number sign"),
    pytest.param("strings", "a.strings", "/* mtaudit: ignore[a/b] c */", id="C"),
    pytest.param("json", "a.json", None, id="none"),
]


@pytest.mark.parametrize(("format_name", "path", "comment"), COMMENTS)
def test_ignore_comment(format_name, path, comment):
    """Each format has its own comment, or none."""
    assert comment == ignore_comment(comment_style(format_name, path), "a/b", "c")


def test_no_reason():
    """A comment may go without a reason."""
    assert "# mtaudit: ignore[a/b]" == ignore_comment(
        comment_style("yaml", "a.yaml"), "a/b"
    )
