"""Quantities of a text, whatever it writes them in: figures, words, other units."""

from mtaudit.text.quantities.compare import Difference, Sort, Text, differences
from mtaudit.text.quantities.conventions import conventions_of
from mtaudit.text.quantities.quantity import Quantity
from mtaudit.text.quantities.read import names_month, quantities

__all__ = [
    "Difference",
    "Quantity",
    "Sort",
    "Text",
    "conventions_of",
    "differences",
    "names_month",
    "quantities",
]
