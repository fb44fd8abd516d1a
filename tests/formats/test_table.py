"""The table of formats: which file is read how."""

import sys
from subprocess import run

import pytest

from mtaudit.formats import FORMATS, format_for, load_format


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("a.md", "markdown", id="md"),
        pytest.param("docs/A.MARKDOWN", "markdown", id="capitals"),
        pytest.param("a.txt", "plain", id="txt"),
        pytest.param("README", None, id="no ending"),
        pytest.param("a.md.bak", None, id="another ending"),
        pytest.param("md", None, id="an ending alone"),
    ],
)
def test_by_ending(path, name):
    """The ending of its name decides how a file is read."""
    assert name == format_for(path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("a.txt", "markdown", id="by name"),
        pytest.param("docs/b/c", "plain", id="by folder"),
        pytest.param("/site/docs/b", "plain", id="absolute"),
        pytest.param("other/b.md", "markdown", id="not named"),
    ],
)
def test_overrides(path, name):
    """A glob of the configuration decides before the ending does."""
    overrides = {"*.txt": "markdown", "docs/**": "plain"}

    assert name == format_for(path, overrides, root="/site")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_row(name):
    """A row of the table says what its module says."""
    module = load_format(name)

    assert (name, FORMATS[name]) == (module.NAME, module.SUFFIXES)


def test_unknown():
    """A format that is not in the table is a key error, not an import."""
    with pytest.raises(KeyError):
        load_format("base")


def test_plain_text_needs_no_markdown():
    """To read plain text, neither a Markdown parser nor a YAML parser is loaded."""
    code = (
        "import sys; from mtaudit.formats import *; from mtaudit.formats.base import *;"
        "load_format(format_for('a.txt')).parse('a', 'a.txt', FormatOptions());"
        "print(*sorted({'pyromark', 'yaml'} & set(sys.modules)))"
    )

    seen = run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert "" == seen.stdout.strip()
