"""The table of formats: which file is read how."""

import sys
from subprocess import run

import pytest

from mtaudit.formats import FORMATS, format_for, is_for_people, load_format


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


@pytest.mark.parametrize(
    ("path", "is_for"),
    [
        pytest.param("/site/data.json", False, id="any data"),
        pytest.param("/site/locales/app.json", True, id="folder is a word"),
        pytest.param("/site/src/pt-BR/app.json", True, id="folder is a language"),
        pytest.param("/site/de.json", True, id="name is a language"),
        pytest.param("/site/app.zh-Hans.json", True, id="name ends in one"),
        pytest.param("/site/messages_pt_BR.json", True, id="after an underscore"),
        pytest.param("/site/messages.json", True, id="name is a word"),
        pytest.param("/site/locales/package.json", False, id="package.json"),
        pytest.param("/site/how-to.json", False, id="a word that is a tag"),
        pytest.param("/site/lib/api.json", False, id="three letters"),
        pytest.param("/site/ios/data.json", False, id="no language"),
        pytest.param("/site/notes.md", True, id="prose"),
    ],
)
def test_data(path, is_for):
    """Data is read where its path says that it is a translation."""
    found = is_for_people(path, format_for(path), "/site", among=lambda *_: False)

    assert is_for == found


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
