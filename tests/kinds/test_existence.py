"""Wording that should not be there."""

import pytest

from mtaudit.kinds.existence import Existence
from mtaudit.model import Role


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        pytest.param({"phrases": ("as well",)}, "As\nWell!", "⟦As\nWell⟧!", id="break"),
        pytest.param({"phrases": ("art",)}, "start art", "start ⟦art⟧", id="word ends"),
        pytest.param(
            {"phrases": ("数据",)}, "这些数据很好", "这些⟦数据⟧很好", id="han"
        ),
        pytest.param({"phrases": ("it's",)}, "So it’s!", "So ⟦it’s⟧!", id="apostrophe"),
        pytest.param({"phrases": ("C++",)}, "in C++, too", "in ⟦C++⟧, too", id="signs"),
        pytest.param(
            {"phrases": ("in order", "in order to")},
            "in order to",
            "⟦in order to⟧",
            id="the longer phrase",
        ),
        pytest.param({"patterns": ("^x",)}, "a\nx", "a\n⟦x⟧", id="start of a line"),
        pytest.param(
            {"patterns": (r"\d(?P<at> )%",)}, "5 %", "5⟦ ⟧%", id="a group is marked"
        ),
        pytest.param(
            {"phrases": ("Us",), "ignore_case": False}, "us Us", "us ⟦Us⟧", id="case"
        ),
        pytest.param(
            {"phrases": ("fire",), "unless": ("open fire",)},
            "open fire, fire",
            "open fire, ⟦fire⟧",
            id="exception",
        ),
        pytest.param({"phrases": ("x",), "roles": ("heading",)}, "x", "x", id="role"),
    ],
)
def test_found(marked, options, text, expected):
    """A phrase is found as whole words, a pattern wherever it matches."""
    assert [expected] == marked(Existence(**options), text)


def test_role(marked):
    """A segment of one of the roles is looked at."""
    kind = Existence(phrases=("x",), roles=("heading",))

    assert ["⟦x⟧"] == marked(kind, "x", role=Role.HEADING)


def test_named_groups_are_slots(hits):
    """The message may name the groups of a pattern that took part."""
    kind = Existence(patterns=(r"(?P<number>\d+) ?(?P<unit>km)?",))

    assert [(("number", "5"), ("unit", "km")), (("number", "6"),)] == [
        hit.slots for _, hit in hits(kind, "5 km, 6")
    ]
