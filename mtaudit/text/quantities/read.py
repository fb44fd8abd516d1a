"""What quantities a text holds, with all that its language lets them mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from mtaudit.text.items import without_items
from mtaudit.text.language import primary
from mtaudit.text.quantities.clock import times
from mtaudit.text.quantities.conventions import Conventions, conventions_of
from mtaudit.text.quantities.figures import Figures
from mtaudit.text.quantities.han import han_numbers
from mtaudit.text.quantities.quantity import Quantity
from mtaudit.text.quantities.roman import roman_numerals
from mtaudit.text.quantities.spelled import spelled

_KEPT = 512
"""Texts whose quantities are kept: several rules ask for the same ones."""


def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """
    Return the quantities of `text`, a text in `lang`, from left to right.

    What stands in addresses, tags and placeholders is no quantity of the text.
    They do not overlap; figures come before words.
    """
    plain, conventions = without_items(text), conventions_of(lang)
    return _apart(
        (
            *_figures(plain, conventions),
            spelled(plain, primary(lang)),
            (each for each in han_numbers(plain) if each.optional),
            roman_numerals(plain),
            _months(plain, conventions),
            _named_times(plain),
        ),
        len(plain),
    )


@lru_cache(maxsize=_KEPT)
def in_figures(text: str, lang: str) -> tuple[Quantity, ...]:
    """Return those of the quantities that hold figures, and the names of months."""
    plain, conventions = without_items(text), conventions_of(lang)
    found = (*_figures(plain, conventions), _months(plain, conventions))
    return _apart(found, len(plain))


def names_month(text: str, lang: str) -> bool:
    """Whether a text may have the name of a month."""
    return any(conventions_of(lang).months_in(text))


def _figures(
    text: str, conventions: Conventions
) -> tuple[Iterable[Quantity], Iterable[Quantity]]:
    """Return what is written in figures, Han multipliers before all else."""
    figures = Figures(text, conventions)
    multiplied = (
        each._replace(unit=figures.unit(each.start, each.end))
        for each in han_numbers(text)
        if not each.optional
    )
    return multiplied, figures


def _apart(groups: Iterable[Iterable[Quantity]], length: int) -> tuple[Quantity, ...]:
    """Return those that overlap none of an earlier group, from left to right."""
    taken = bytearray(length)
    found: list[Quantity] = []
    for group in groups:
        free = [each for each in group if not any(taken[each.start : each.end])]
        for each in free:
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
        found += free
    return tuple(sorted(found))


def _months(text: str, conventions: Conventions) -> Iterator[Quantity]:
    """Yield the names of months."""
    for match in conventions.months_in(text):
        signs = frozenset({f"m{match.lastindex}"})
        yield Quantity(*match.span(), match[0], signs=signs, optional=True)


def _named_times(text: str) -> Iterator[Quantity]:
    """Yield noon and midnight."""
    for time in times(text):
        if not text[time.start].isdigit():
            written = text[time.start : time.end]
            signs = frozenset({time.sign})
            yield Quantity(*time[:2], written, signs=signs, optional=True)
