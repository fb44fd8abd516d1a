"""Front matter: which strings are prose, and that both YAML readers agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import front_lines, front_matter, front_yaml
from mtaudit.model import Role

KEYS = ("title", "description", "summary", "subtitle")


def texts(raw, keys=KEYS):
    """Return the prose of the front matter of `raw`."""
    return [segment.text for segment in front_matter.read(raw, keys).segments]


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        pytest.param("title: Ships", ["Ships"], id="plain"),
        pytest.param("title: 'It''s'", ["It's"], id="doubled quote"),
        pytest.param('title: "a\\tb"', ["a\tb"], id="escape"),
        pytest.param("title: ships # came", ["ships"], id="comment"),
        pytest.param("title: a\n  b", ["a b"], id="two lines"),
        pytest.param("title: |\n  a\n   b", ["a\n b"], id="literal"),
        pytest.param("title: &x a\nsummary: *x", ["a"], id="alias is said once"),
        pytest.param("a: &x [*x]\ntitle: b", ["b"], id="a list in itself"),
        pytest.param("title: 2024", [], id="number"),
        pytest.param("title: yes", [], id="truth value"),
        pytest.param("title: 2024-05-01", [], id="date"),
        pytest.param("title: 10 ships", ["10 ships"], id="starts with a digit"),
        pytest.param("title: [a, b]", [], id="list"),
        pytest.param("title: {title: a}", ["a"], id="nested in braces"),
        pytest.param("titled: a", [], id="longer key"),
        pytest.param("title: a: b", [], id="faulty"),
        pytest.param("other: |\n  title: a", [], id="inside another string"),
        pytest.param("title: Порт 🚢\nsummary: да", ["Порт 🚢", "да"], id="astral"),
    ],
)
def test_yaml(inner, found):
    """The strings under the chosen keys are found, and nothing else."""
    assert found == texts(f"---\n{inner}\n---\n")


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        pytest.param('title = "Ships"', ["Ships"], id="basic"),
        pytest.param(r'title = "a \"b\" \u00e9"', ['a "b" é'], id="escapes"),
        pytest.param(r"title = 'C:\new'", [r"C:\new"], id="literal"),
        pytest.param('title = """\na\nb"""', ["a\nb"], id="long"),
        pytest.param('x = "title = 1"\n"title" = "a"', ["a"], id="quoted key"),
        pytest.param("x = '''\ntitle = \"a\"'''", [], id="inside another string"),
        pytest.param('# title = "a"', [], id="comment"),
        pytest.param("title = 10", [], id="number"),
        pytest.param('title = "a', [], id="faulty"),
        pytest.param('params = {title = "a"}', ["a"], id="inline table"),
    ],
)
def test_toml(inner, found):
    """The strings under the chosen keys are found, and nothing else."""
    assert found == texts(f"+++\n{inner}\n+++\n")


@pytest.mark.parametrize(
    ("raw", "lang"),
    [
        pytest.param("---\nlang: uk\n---\n", "uk", id="lang"),
        pytest.param("---\nlocale: pt_BR\n---\n", "pt-BR", id="underscore"),
        pytest.param("---\nlang: no\n---\n", "no", id="Norwegian is no truth value"),
        pytest.param("---\nlanguage: English\n---\n", None, id="a word is no tag"),
        pytest.param("---\na:\n  lang: uk\n---\n", None, id="nested"),
        pytest.param('+++\nlanguage = "de"\n+++\n', "de", id="toml"),
        pytest.param('+++\n[a]\nlanguage = "de"\n+++\n', None, id="toml table"),
        pytest.param("lang: uk\n", None, id="no front matter"),
    ],
)
def test_language(raw, lang):
    """The outermost level of the block may state the language."""
    assert lang == front_matter.read(raw, KEYS).lang


@pytest.mark.parametrize(
    ("raw", "end"),
    [
        pytest.param("---\na: b\n---\nText", 13, id="yaml"),
        pytest.param("---\r\na: b\r\n---\r\nText", 16, id="carriage returns"),
        pytest.param("---\n---\nText", 8, id="empty"),
        pytest.param("---\n# only a comment\n---\n", 25, id="comment"),
        pytest.param("---\nWords.\n---\nText", 0, id="rules about words"),
        pytest.param("---\na: b\nText", 0, id="never closed"),
        pytest.param("\n---\na: b\n---\n", 0, id="not at the start"),
    ],
)
def test_extent(raw, end):
    """Front matter ends where the body begins, and two rules are none."""
    assert end == front_matter.read(raw, KEYS).end


def test_role_and_key():
    """A title is one; other strings say which key they stand under."""
    raw = "---\ntitle: A\nsummary: B\n---\n"

    found = front_matter.read(raw, KEYS).segments

    assert [(Role.TITLE, "title"), (Role.FRONT_MATTER, "summary")] == [
        (segment.role, segment.unit_id) for segment in found
    ]


def test_keys_are_chosen():
    """Only the configured keys are prose."""
    assert ["B"] == texts("---\ntitle: A\ntagline: B\n---\n", keys=("tagline",))


INDENTS = st.sampled_from(["", "", "", "  ", "- ", "  - ", "    "])
NAMES = st.sampled_from(["title: ", "lang: ", "other: ", "title:", "x:\n", ""])
VALUES = st.text("ab1 .:#-'\"[],{}&*!|>%@~=éЖ\\\t", max_size=8) | st.sampled_from(
    ["yes", "No", "1e3", "0x1F", "1:30", "2024-05-01", "3D face", "~", "null", ".5"]
)
LINES = st.lists(
    st.tuples(INDENTS, NAMES, VALUES, st.sampled_from(["\n", "\r\n"])).map("".join),
    max_size=5,
).map("".join)


@given(inner=LINES)
@settings(max_examples=1500, deadline=None)
def test_readers_agree(inner):
    """What is read line by line is what the YAML parser reads, where both can."""
    block = (0, len(inner))
    quick = front_lines.entries(inner, block, {"title", "lang"})
    slow = front_yaml.entries(inner, block, {"title", "lang"})

    if quick and slow:
        assert [entry for entry in slow if entry.parts] == quick
