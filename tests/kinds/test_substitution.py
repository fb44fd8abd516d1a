"""Wording that has a better one."""

import pytest

from mtaudit.kinds.substitution import Substitution
from mtaudit.model import Piece, Segment


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        pytest.param({"swap": {"utilise": ("use",)}}, "Utilise it", ["Use"], id="case"),
        pytest.param(
            {"swap": {"at the same time": ("meanwhile",)}},
            "AT THE\nSAME TIME",
            ["MEANWHILE"],
            id="capitals, over a break",
        ),
        pytest.param(
            {"swap": {"don't": ("do not",)}}, "don’t", ["do not"], id="apostrophe"
        ),
        pytest.param({"swap": {"x": ("y", "z")}}, "x", ["y"], id="the best one first"),
        pytest.param(
            {"patterns": {r"(\d+) %": (r"\1%",)}}, "5 %, 6 %", ["5%", "6%"], id="group"
        ),
        pytest.param(
            {"patterns": {r"\d(?P<at> )%": ("",)}}, "5 %", [""], id="marked group"
        ),
        pytest.param(
            {"patterns": {r"in (the) face of": (r"before \1",)}},
            "In the face of it all, IN THE FACE OF IT",
            ["Before the", "BEFORE THE"],
            id="case of a pattern",
        ),
        pytest.param(
            {"swap": {"MID": ("Ministry",), "mid": ("middle",)}, "ignore_case": False},
            "The MID in mid May",
            ["Ministry", "middle"],
            id="case that counts",
        ),
        pytest.param({"swap": {"x": ()}}, "x", [None], id="no wording"),
        pytest.param({"swap": {"x": ("y",)}, "unless": ("x!",)}, "x!", [], id="except"),
    ],
)
def test_replacement(fixed, options, text, expected):
    """The better wording takes over the case, where it is free, and the groups."""
    assert expected == fixed(Substitution(**options), text)


@pytest.mark.parametrize(
    ("text", "companion"),
    [
        pytest.param("Recall that he left", "H", id="at the start"),
        pytest.param("we recall that he left", None, id="inside"),
        pytest.param("Recall that I left", None, id="before a capital"),
    ],
)
def test_deletion_leaves_a_capital(hits, text, companion):
    """Where a sentence began with what is deleted, it begins with a capital again."""
    kind = Substitution(swap={}, patterns={r"recall that ": ("",)})

    ((_, hit),) = hits(kind, text)

    expected = [companion] if companion else []
    assert expected == [new for _, new in hit.companions]


@pytest.mark.parametrize(
    ("expected", "pieces"),
    [
        pytest.param(1, [(0, 5, 0)], id="plain"),
        pytest.param(0, [(0, 3, 0), (3, 5, 5)], id="markup after it"),
        pytest.param(0, [(0, 2, 0), (2, 5, 4)], id="markup before it"),
        pytest.param(1, [(0, 1, 0), (1, 5, 3)], id="markup further off"),
    ],
)
def test_away_from_markup(expected, pieces):
    """A match that touches markup passes, if the card says so."""
    kind = Substitution(patterns={r"(?<=b) (?=c)": ("",)}, away_from_markup=True)
    segment = Segment(
        text="ab cd",
        pieces=tuple(
            Piece(start, end, raw, raw + end - start) for start, end, raw in pieces
        ),
    )

    assert expected == len([*kind.check(segment)])
