"""A quantity and all that it may mean."""

from decimal import Decimal
from typing import NamedTuple


class Quantity(NamedTuple):
    """A quantity at a place of a text, with every reading that it allows."""

    start: int
    end: int
    text: str
    """As it is written, from `start` to `end`."""

    values: tuple[Decimal, ...] = ()
    """What a reader of the text's language takes it for, likeliest first."""

    others: tuple[Decimal, ...] = ()
    """What a reader of another language could take it for."""

    signs: frozenset[str] = frozenset()
    """Readings that are no amounts: ``m5`` a month, ``t390`` minutes on a dial."""

    unit: str | None = None
    """The unit behind it, as CLDR names it: ``length-kilometer``."""

    optional: bool = False
    """Whether a translation may leave it out: a word, a small number, a day."""

    in_date: bool = False
    """Whether it is part of a date in figures."""

    in_name: bool = False
    """Whether it is part of a name: COVID-19, S1000."""

    @property
    def readings(self) -> frozenset[Decimal]:
        """Every amount that it may be."""
        return frozenset((*self.values, *self.others))

    def overlaps(self, other: "Quantity") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end
