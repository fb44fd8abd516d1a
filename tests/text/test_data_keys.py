"""Keys of files of data: all of them, with text or without."""

import pytest

from mtaudit.text.data_keys import dotted, is_note, key_paths


@pytest.mark.parametrize(
    ("raw", "format_name", "names"),
    [
        pytest.param(
            '{"a": {"b": [1, {"c": null}]}, "": 2}',
            "json",
            {"a", "a.b", "a.b.0", "a.b.1", "a.b.1.c", ""},
            id="nested",
        ),
        pytest.param(
            "[rooms]\nopen = true\n", "toml", {"rooms", "rooms.open"}, id="toml"
        ),
        pytest.param('"words"', "json", set(), id="no keys at all"),
        pytest.param('{"a": 1, // why\n}', "json", None, id="another dialect"),
        pytest.param("[" * 100_000, "json", None, id="too deep"),
        pytest.param("", "json", None, id="empty"),
        pytest.param("a: 1\n", "yaml", None, id="a format that is not read"),
    ],
)
def test_key_paths(raw, format_name, names):
    """Every key and every place of a list is named; a broken file has none."""
    found = key_paths(raw, format_name)

    assert names == (None if found is None else {*map(dotted, found)})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("title___DESCRIPTION", True, id="of a key"),
        pytest.param("title.comment", True, id="under a key"),
        pytest.param("page.description", False, id="a description of nothing else"),
        pytest.param("title_more", False, id="another text"),
    ],
)
def test_is_note(name, expected):
    """A note goes on from the key that it is about."""
    assert expected == is_note(name, {"title", "page.title"})
