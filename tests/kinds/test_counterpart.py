"""Units without what their original shows that they must have."""

import pytest

from mtaudit.kinds.counterpart import Counterpart

QUESTION = Counterpart(given=(r"\?\Z",), lacking=("да\\?",), wanted=(r"\?",), least=3)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param("Открыт ли мост?", "Is it open.", "Is it ⟦open.⟧", id="lost"),
        pytest.param("Открыт ли мост?", "Is it? It is.", None, id="somewhere else"),
        pytest.param("Мост открыт.", "It is open.", None, id="not given"),
        pytest.param("Он открыт, да?", "It is open.", None, id="told apart"),
        pytest.param("Открыт ли мост?", "Is open", None, id="too short"),
        pytest.param(None, "It is open.", None, id="no original"),
    ],
)
def test_what_is_lacking(marked, source, text, expected):
    """The last word is marked where what is wanted is nowhere in the unit."""
    assert [expected or text] == marked(QUESTION, text, source=source)


def test_both_sides_must_be_said():
    """Patterns for one side alone would find everything, or nothing."""
    with pytest.raises(ValueError, match="“given” and “wanted”"):
        Counterpart(given=("a",))
