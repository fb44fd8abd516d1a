"""The rows of a table of names, read for one house style."""

from collections.abc import Sequence
from typing import NamedTuple

from mtaudit.text.case import capitalise

COLUMNS = (
    "official",
    "native",
    "variants",
    "russian-press",
    "ap",
    "guardian",
    "exceptions",
    "needs",
    "note",
)
"""Cells with several values part them by ``|``."""

OWN_COLUMNS = ("form", "variants")
"""The columns of a house style of one's own."""

STYLES = ("official", "russian-press", "ap", "guardian")
"""A style is a column; its empty cells fall back to ``official``."""

NONE = "none"
"""The style that takes every form for right."""


class Name(NamedTuple):
    """One bearer of a name, and how it may be written."""

    right: tuple[str, ...]
    """What the style takes; the first is its own choice."""

    wrong: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    """Phrases in which any form is right."""

    needs: tuple[str, ...] = ()
    """Words of which the document must hold one, for names that are homographs."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form, the style's choice first."""
        return self.right + self.wrong

    def nearest(self, form: str) -> str:
        """Return the right form whose last word ends most like that of `form`."""
        last = form.rsplit(maxsplit=1)[-1]
        return max(self.right, key=lambda right: _common_end(right, last))


def name_of(row: Sequence[str], style: str) -> Name:
    """Return the name in a row of `COLUMNS` as `style` has it."""
    cells = {column: _values(cell) for column, cell in zip(COLUMNS, row, strict=True)}
    right = cells.get(style, ()) or cells["official"]
    known = [form for column in STYLES for form in cells[column]]
    forms = dict.fromkeys([*cells["variants"], *known])
    wrong = tuple(form for form in forms if form not in right)
    if style == NONE:
        right, wrong = right + wrong, ()
    return Name(right, wrong, cells["exceptions"], cells["needs"])


def own_name(row: Sequence[str]) -> Name:
    """Return the name in a row of `OWN_COLUMNS`."""
    form, variants = row
    return Name(_values(form), _values(variants))


def spellings(form: str) -> tuple[str, str, str]:
    """Return a form as it stands in a line, at its start, and in capitals."""
    return form, capitalise(form), form.upper()


def _values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell."""
    return tuple(value for value in cell.split("|") if value)


def _common_end(one: str, other: str) -> int:
    """Return how many characters the ends of two strings share."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    for count, (left, right) in enumerate(pairs):
        if left != right:
            return count
    return min(len(one), len(other))
