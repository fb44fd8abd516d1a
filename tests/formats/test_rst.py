"""reStructuredText: what docutils says is text, and how it is written back."""

import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import OPAQUE

OPTIONS = FormatOptions()
RST = load_format("rst")
PAGE = """\
=====
Title
=====

A *soft* and a **strong** word, ``code``, `a title`, `link <https://a.b>`_ and
name_ on two lines; an escaped \\*star\\*, snake_case, 2 * 3 and a|b.

.. _name: https://a.b

Section
=======

- one
- two
  goes on

  again

  * nested

1. first
#. second

term
    What it means.

    More of it.

:field: what it says

| a verse
| of two lines

.. note:: Beware
   of this.

.. warning::

   - listed

.. admonition:: A *title*

   Content.

.. code-block:: python

   no = prose

Announced::

    no prose

Quoted:

    A quotation.

    -- Someone

>>> no_prose()
1

+------+--------+
| a    | b *c*  |
+------+--------+
| d e  | f      |
| g    |        |
+------+--------+

====  ====
h     i
====  ====
j k   l
m     n
====  ====

.. a comment
   on two lines

.. [1] A footnote.

Last [1]_ word.

----

Не *зовсім* те — 港口 **和** 船.
"""


def parsed(raw):
    return RST.parse(raw, "a.rst", OPTIONS)


def ours(raw):
    """Return the words of all segments."""
    return " ".join(each.text.replace(OPAQUE, " ") for each in parsed(raw).segments)


def theirs(raw):
    """Return the words that docutils finds outside of code and comments."""
    tree = publish_doctree(raw, settings_overrides={"report_level": 5})
    silent = (
        nodes.literal, nodes.literal_block, nodes.doctest_block, nodes.comment,
        nodes.title_reference, nodes.footnote_reference, nodes.label, nodes.field_name,
        nodes.system_message, nodes.target,
    )  # fmt: skip
    found = []
    for text in tree.findall(nodes.Text):
        parent = text.parent
        is_silent = False
        while parent is not None:
            is_silent = is_silent or isinstance(parent, silent)
            parent = parent.parent
        is_label = isinstance(text.parent, nodes.title) and text == "Note"
        if not is_silent and not is_label:
            found.append(text.astext())
    return " ".join(found)


def words(text):
    return re.findall(r"\w+", text)


def test_as_docutils():
    """Both find the same words."""
    assert sorted(words(theirs(PAGE))) == sorted(words(ours(PAGE)))


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("a *b* c", ["a b c"], id="emphasis"),
        pytest.param("a * b * c", ["a * b * c"], id="signs"),
        pytest.param("a ``*b*`` c", ["a ￼ c"], id="literal"),
        pytest.param("a :r:`b <c>` d", ["a ￼ d"], id="role"),
        pytest.param("a :x:y:`b`, c", ["a ￼, c"], id="role of a domain"),
        pytest.param("a `b <https://c>`__ d", ["a b d"], id="link"),
        pytest.param("a `b c`_ d", ["a b c d"], id="reference"),
        pytest.param("a b_, c__ d_e", ["a b, c d_e"], id="references of a word"),
        pytest.param("a |b| c [#d]_", ["a ￼ c ￼"], id="substitution"),
        pytest.param("a\\ b \\*c\\*", ["ab *c*"], id="escapes"),
        pytest.param("https://a.b/c_", [], id="address"),
        pytest.param("a\nb\n\nc", ["a\nb", "c"], id="paragraphs"),
        pytest.param("a\n===\n\nb", ["a", "b"], id="title"),
        pytest.param("a::\n\n  b\n\nc", ["a:", "c"], id="literal block"),
        pytest.param("::\n\n  b\n\nc", ["c"], id="two colons alone"),
        pytest.param("A. Einstein was here\nonce.", ["A. Einstein was here\nonce."],
                     id="an initial"),
        pytest.param("- a\n\n  b", ["a", "b"], id="item of two paragraphs"),
        pytest.param(".. toctree::\n   :a: b\n\n   c", [], id="contents"),
        pytest.param(".. figure:: a.png\n   :alt: b\n\n   c", ["b", "c"], id="figure"),
        pytest.param(".. |a| image:: b.png\n   :alt: c", ["c"], id="image"),
        pytest.param(".. other:: a\n   :b: c\n\n   d", ["d"], id="unknown directive"),
        pytest.param(".. rubric:: a", ["a"], id="rubric"),
        pytest.param(".. _a: b\n__ c\n\nd", ["d"], id="targets"),
        pytest.param(".. a\n   b\n\nc", ["c"], id="comment"),
        pytest.param("|a b|\n\n|x| c", ["￼ c"], id="substitutions alone"),
    ],
)  # fmt: skip
def test_text(raw, found):
    """Marks, roles and directives are no text; what they enclose may be."""
    assert found == [each.text for each in parsed(raw).segments]


@pytest.mark.parametrize(
    ("raw", "text", "is_fit"),
    [
        pytest.param("a—b\n===", "a-b", True, id="title"),
        pytest.param("a—b\n===", "a - b", False, id="title longer than its line"),
        pytest.param("a b", "- b", False, id="a paragraph that becomes a list"),
        pytest.param("a b", "c, d: e", True, id="paragraph"),
        pytest.param("a b", "c::", False, id="an announcement"),
    ],
)
def test_fits(raw, text, is_fit):
    """A fix must not make another block of its paragraph."""
    (segment,) = parsed(raw).segments

    assert is_fit == RST.fits(text, segment.spelling)


@pytest.mark.parametrize("text", ["*", "`a`", "a_", "|b|", "a\nb", "\\"])
def test_not_written(text):
    """Marks are never written."""
    assert RST.escape(text) is None


def test_tables_are_not_rewritten():
    """A cell has its width: what stands in it is shown and never rewritten."""
    (cell,) = parsed("+---+\n| a |\n+---+").segments

    assert RST.escape("b", cell.spelling) is None


@pytest.mark.parametrize("opening", ["- ", "  ", ".. note:: ", "*", "`", ":a:`", "+-"])
def test_depth(opening):
    """Thousands of openings without an end do no harm."""
    parsed(opening * 5000)
    parsed("\n".join(" " * width + opening + "x" for width in range(400)))
