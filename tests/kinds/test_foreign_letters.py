"""foreign-letters: simplified and traditional characters, and the like."""

import pytest

from mtaudit.kinds.foreign_letters import ForeignLetters

LETTERS = (
    ("Hans", "这会议国际东"),
    ("Hans", "车马说时发对"),
    ("Hant", "這會議國際東車馬說時發對"),
)
SIMPLIFIED = "这个会议说了很多东西，国际马车时时发车。"
TRADITIONAL = "這個會議說了很多東西，國際馬車時時發車。"


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param([SIMPLIFIED, "下午的⟦會議⟧"], id="traditional-in-simplified"),
        pytest.param([TRADITIONAL, "下午的⟦会议⟧"], id="simplified-in-traditional"),
        pytest.param([SIMPLIFIED], id="one-variant"),
        pytest.param([SIMPLIFIED, TRADITIONAL], id="half-and-half"),
        pytest.param(["这个會"], id="too-short-to-tell"),
        pytest.param(["Plain English."], id="no-such-letter"),
        pytest.param(
            [SIMPLIFIED * 2, "⟦會和國和車和馬⟧"],
            id="a-segment-with-many-is-marked-once",
        ),
    ],
)
def test_minority(expected, marked):
    """Letters of the variant that a document hardly uses are marked."""
    texts = [text.replace("⟦", "").replace("⟧", "") for text in expected]

    assert expected == marked(ForeignLetters(letters=LETTERS), *texts)


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["きょうの会⟦议⟧は三時からです。"], id="a-slip"),
        pytest.param(["きょうの会議は三時からです。"], id="none"),
        pytest.param(["这是国际会议"], id="another-language"),
    ],
)
def test_wrong(expected, marked):
    """Where one variant is wrong, it is marked unless the text is in it."""
    kind = ForeignLetters(letters=(("Hans", "这议国际东车马说时发对"),), wrong="Hans")
    texts = [text.replace("⟦", "").replace("⟧", "") for text in expected]

    assert expected == marked(kind, *texts)


def test_exceptions(marked):
    """What an exception covers is not marked."""
    kind = ForeignLetters(letters=LETTERS, unless=("《[^》]{1,20}》",))

    assert [SIMPLIFIED + "《會議》"] == marked(kind, SIMPLIFIED + "《會議》")


def test_slots(hits):
    """The message can name the variant and the document's own."""
    [(_, hit)] = hits(ForeignLetters(letters=LETTERS), SIMPLIFIED + "會")

    assert (("variant", "Hant"), ("kept", "Hans")) == hit.slots


def test_gate():
    """The gate is open to letters that may be wrong, and to no others."""
    kind = ForeignLetters(letters=LETTERS, wrong="Hans")

    assert "说" in kind.gate().chars
    assert "說" not in kind.gate().chars
