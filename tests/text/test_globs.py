"""Globs match paths as people expect of them."""

import pytest

from mtaudit.text.globs import Globs, Template, literal


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        pytest.param("*.md", "/p/a.md", True, id="name at the root"),
        pytest.param("*.md", "/p/deep/er/a.md", True, id="name at any depth"),
        pytest.param("drafts", "/p/x/drafts", True, id="folder at any depth"),
        pytest.param("drafts/", "/p/x/drafts", True, id="trailing slash"),
        pytest.param("drafts", "/p/drafts2", False, id="no part of a name"),
        pytest.param("docs/*.md", "/p/docs/a.md", True, id="path from the root"),
        pytest.param("docs/*.md", "/p/x/docs/a.md", False, id="not elsewhere"),
        pytest.param("docs/*.md", "/p/docs/x/a.md", False, id="star stays in folder"),
        pytest.param("docs/**", "/p/docs/x/a.md", True, id="everything below"),
        pytest.param("docs/**", "/p/docs", False, id="below is not itself"),
        pytest.param("docs/**/a.md", "/p/docs/a.md", True, id="no folder between"),
        pytest.param("docs/**/a.md", "/p/docs/x/y/a.md", True, id="two between"),
        pytest.param("**/a.md", "/p/a.md", True, id="two stars first"),
        pytest.param("**/**/a.md", "/p/x/a.md", True, id="two stars twice"),
        pytest.param("./docs/a.md", "/p/docs/a.md", True, id="dot first"),
        pytest.param("../q/*.md", "/q/a.md", True, id="beside the root"),
        pytest.param("/p/docs/a.md", "/p/docs/a.md", True, id="absolute"),
        pytest.param("a.{md,txt}", "/p/a.txt", True, id="choice"),
        pytest.param("a.{md,txt}", "/p/a.rst", False, id="outside the choice"),
        pytest.param("?.md", "/p/ab.md", False, id="one letter"),
        pytest.param("[ab].md", "/p/b.md", True, id="set"),
        pytest.param("[!ab].md", "/p/b.md", False, id="negated set"),
        pytest.param("[z-a].md", "/p/[z-a].md", True, id="no set at all"),
        pytest.param("[a.md", "/p/[a.md", True, id="open bracket"),
        pytest.param("a+(b).md", "/p/a+(b).md", True, id="signs of patterns"),
        pytest.param("статья.md", "/p/статья.md", True, id="cyrillic"),
        pytest.param("A.md", "/p/a.md", False, id="case counts"),
    ],
)
def test_match(glob, path, matches):
    """A glob without a slash is a name, any other one a path from the root."""
    assert matches == Globs([glob], "/p").match(path)


@pytest.mark.parametrize(
    ("glob", "path", "covered"),
    [
        pytest.param("docs", "/p/docs/x/a.md", True, id="folder above"),
        pytest.param("a.md", "/p/docs/a.md", True, id="itself"),
        pytest.param("p", "/p/docs/a.md", False, id="the root itself does not count"),
        pytest.param("q", "/q/a.md", False, id="nor does a folder outside"),
    ],
)
def test_covers(glob, path, covered):
    """A folder's glob covers what lies in the folder, inside the root."""
    assert covered == Globs([glob], "/p").covers(path)


def test_no_globs():
    """No globs match nothing."""
    assert not Globs([], "/p").match("/p/")


@pytest.mark.parametrize(
    ("template", "path", "slots"),
    [
        pytest.param("tgt/{path}", "/p/tgt/a/b.md", {"path": "a/b.md"}, id="path"),
        pytest.param("tgt/{path}", "/p/src/a.md", None, id="elsewhere"),
        pytest.param(
            "i18n/{lang}/**", "/p/i18n/pt-BR/x/a.md", {"lang": "pt-BR"}, id="language"
        ),
        pytest.param("{lang}/a.md", "/p/images/a.md", None, id="too long for a tag"),
        pytest.param("**/*.{lang}.md", "/p/x/a.uk.md", {"lang": "uk"}, id="in a name"),
        pytest.param(
            "{lang}/{path}.{lang}.md",
            "/p/de/a.de.md",
            {"lang": "de", "path": "a"},
            id="twice the same",
        ),
        pytest.param("{lang}/{path}.{lang}.md", "/p/de/a.fr.md", None, id="two tags"),
        pytest.param(
            "{name}.{lang}.md", "/p/a.de.md", {"name": "a", "lang": "de"}, id="name"
        ),
        pytest.param("{name}.{lang}.md", "/p/x/a.de.md", None, id="a name is no path"),
        pytest.param("a.{md,txt}", "/p/a.md", {}, id="a choice is no placeholder"),
    ],
)
def test_template(template, path, slots):
    """Placeholders of a template stand for parts of the path."""
    assert slots == Template(template, "/p").match(path)


@pytest.mark.parametrize(
    ("template", "path"),
    [
        pytest.param("src/{path}", "/p/src/a/b.md", id="path"),
        pytest.param("{lang}/{name}.md", "/p/en/b.md", id="name and language"),
        pytest.param("../x/{name}", "/x/b", id="above the root"),
        pytest.param("{who}/{path}", None, id="no such slot"),
        pytest.param("*/{path}", None, id="many paths"),
        pytest.param("{path}.{md,txt}", None, id="a choice"),
    ],
)
def test_fill(template, path):
    """A template leads to one path, or to none."""
    slots = {"path": "a/b.md", "name": "b", "lang": "en"}

    assert path == Template(template, "/p").fill(slots)


@pytest.mark.parametrize("path", ["a[1].md", "x*", "{a,b}", "what?.md", "plain"])
def test_literal(path):
    """A literal glob matches the very path, whatever signs are in it."""
    globs = Globs([literal(path)], "/p")

    assert globs.match(f"/p/{path}")
    assert not globs.match("/p/a1.md")
