"""Quotation marks without a partner."""

import pytest

from mtaudit.kinds.quotes import Quotes
from mtaudit.model import Role

BOTH = Quotes(opening=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('It is done," he said.', 'It is ⟦done,"⟧ he said.', id="straight"),
        pytest.param("It is done,” he said.", "It is ⟦done,”⟧ he said.", id="curly"),
        pytest.param("It is done» , he.", None, id="no punctuation beside it"),
        pytest.param("It is done.»", "It is ⟦done.»⟧", id="guillemet"),
        pytest.param('He said: "Go.', 'He said: ⟦"Go⟧.', id="never closed"),
        pytest.param("„Gut“, he said, “and “so” on”.", None, id="nested and German"),
        pytest.param('He said "yes," and "no."', None, id="pairs"),
        pytest.param('A 6" board, 5\' 2" long.', None, id="inches"),
        pytest.param("The '90s and the farmers' own.", None, id="apostrophes"),
        pytest.param('The workers" mood is bad.', None, id="an apostrophe gone wrong"),
        pytest.param('A " B," he said.', None, id="one mark is unclear"),
        pytest.param('"No—" he said.', None, id="cut short"),
        pytest.param('"(Go.)" "Come."', None, id="brackets"),
        pytest.param("” he said", "⟦”⟧ he said", id="before all else"),
    ],
)
def test_one_paragraph(marked, text, expected):
    """A mark is marked with its word if its partner is missing."""
    assert [expected or text] == marked(BOTH, text)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(['"One.', '"Two.', '"Three."'], id="each opens it anew"),
        pytest.param(['"One.', "Two.", 'Three," he said.'], id="opened once"),
        pytest.param(["“One.", "Two.", "“Three.”"], id="opened at both ends"),
    ],
)
def test_quotation_of_paragraphs(marked, texts):
    """A quotation may run over paragraphs."""
    assert texts == marked(Quotes(), *texts)


def test_sides(marked):
    """Either side can be looked for alone."""
    texts = ['One," he said.', 'He said "two.']

    assert ['⟦One,"⟧ he said.', texts[1]] == marked(Quotes(), *texts)
    assert [texts[0], 'He said ⟦"two⟧.'] == marked(
        Quotes(closing=False, opening=True), *texts
    )


def test_cells(marked):
    """Cells of a table are not prose."""
    assert ['6," x'] == marked(BOTH, '6," x', role=Role.CELL)
