"""Keys are found on the line on which they stand."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mtaudit.config.locate import line_of, locate

TEXT = '''\
# a comment = with an equals sign
top = 1
list = [ "a", # with ] in a comment
  "b]",
  [ "inner" ],
]
"quoted key" = "x"
a.b."c.d" = 2
inline = { x = 1, y = { z = [
  3 ] } }
multi = """
not = "a key"
[nor.a.table]
"""
literal = \'\'\'
nor = this\'\'\'
when = 1979-05-27 07:32:00

[table]
key = true
  [ table . "sub.table" ]
  indented = 1

[[items]]
name = "first"
[[items]]
name = "second"
[items.more]
deep = 1
[[items.parts]]
n = 1
[[items.parts]]
n = 2
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param(("top",), 2, id="top"),
        pytest.param(("list",), 3, id="list"),
        pytest.param(("list", 1), 4, id="item on a line of its own"),
        pytest.param(("list", 2, 0), 5, id="item of an item"),
        pytest.param(("quoted key",), 7, id="quoted"),
        pytest.param(("a", "b", "c.d"), 8, id="dotted"),
        pytest.param(("a", "b"), 8, id="part of dotted"),
        pytest.param(("inline", "y", "z", 0), 10, id="inline table over two lines"),
        pytest.param(("multi",), 11, id="multi-line string"),
        pytest.param(("literal",), 15, id="multi-line literal"),
        pytest.param(("when",), 17, id="date with a space"),
        pytest.param(("table",), 19, id="table"),
        pytest.param(("table", "key"), 20, id="in a table"),
        pytest.param(("table", "sub.table", "indented"), 22, id="spaced header"),
        pytest.param(("items", 0, "name"), 25, id="array of tables"),
        pytest.param(("items", 1), 26, id="second table"),
        pytest.param(("items", 1, "name"), 27, id="in the second table"),
        pytest.param(("items", 1, "more", "deep"), 29, id="table of the latest item"),
        pytest.param(("items", 1, "parts", 1, "n"), 33, id="array in an array"),
        pytest.param(("items", 1, "missing"), 26, id="what is missing is its table"),
        pytest.param(("nothing",), 1, id="nowhere"),
    ],
)
def test_line(keys, line):
    """A key is on the line where it begins."""
    assert line == line_of(locate(TEXT), keys)


def test_what_is_in_strings_is_no_key():
    """Only what tomllib knows as a key is one."""
    assert {key[0] for key in locate(TEXT)} == set(tomllib.loads(TEXT))


def test_windows_newlines():
    """CRLF is one line end."""
    assert 3 == locate("a = 1\r\n[t]\r\nb = 2\r\n")["t", "b"]


@example("a = [}")
@given(st.text(alphabet="ab.=[]{}\"'\\#, \n1-", max_size=40))
def test_every_key_is_found(text):
    """Whatever tomllib reads, its keys have lines; the scan ends on any text."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        table = {}

    places = locate(text)

    assert not [key for key in table if (key,) not in places and "\\" not in text]
