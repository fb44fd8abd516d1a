"""Quantities in figures: with scales, units, clocks, dates and short years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtaudit.text.numbers import Number, numbers
from mtaudit.text.numbers import Sort as Form
from mtaudit.text.quantities.clock import Time, times
from mtaudit.text.quantities.conventions import Conventions
from mtaudit.text.quantities.currencies import currency_at
from mtaudit.text.quantities.quantity import Quantity

_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}
"""Powers of ten that a letter behind a figure stands for."""

_LETTER = re.compile(r"[\u00a0\u202f]?[KkMBT](?!\w)")
_LETTER_OF_MONEY = re.compile(r"(?<=\d)[mb](?!\w)")
_MONEY = frozenset("$€£¥₽₴₩")
_ENDING = re.compile(
    r"[-‑](?:ти|и|ю|х|й|я|е|го|му|м|ми|те|ма|та|ть|ій|ої|а|у)(?!\w)"
    r"|(?:st|nd|rd|th|er|ère|re|e|ème|º|ª|\.)(?=\s)"
)
_DECADE = re.compile(r"['’]?s(?!\w)|[-‑](?:[хе]|ті|их|ми)(?!\w)|er(?!\w)|年代")
_RANGE = re.compile(
    r"\s?[-–—~～/]\s?|\s(?:to|and|or|до|и|і|или|або|чи|bis|und|oder|à|et|ou|a|y|o|e)\s|[至到或]"
)
_TENFOLD = re.compile(
    r"[\s-]?(?:decades?|Jahrzehnt|десятилет|десятиліт|décenn|década|decenn)|[成割]"
)
_BARE_POINT = re.compile(r"(?<![\w.])\.\Z")
_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]?\d")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each era of Japan since 1926."""

_NAME = re.compile(r"[^\W\d_]-?$")
_DAY_AND_YEAR = re.compile(r"[0-3]?\d,(?:19|20)\d\d")
_MONTH_AND_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
_APOSTROPHES = "'’"
_MONTHS = 12
_CENTURY = 100
_YEAR, _SHORT_YEAR = 4, 2
_NO_AMOUNTS = frozenset({Form.TIME, Form.VERSION})
"""What is compared by what it says, and has no value."""

_Scaled = tuple[Quantity, int]
"""A quantity, and the power of ten that is written behind it as a word."""


class Figures:
    """Reads the figures of one text by the conventions of its language."""

    def __init__(self, text: str, conventions: Conventions) -> None:
        self._text = text
        self._conventions = conventions
        self._clock: dict[int, Time] = {}
        for time in times(text):
            self._clock.setdefault(time.start, time)

    def __iter__(self) -> Iterator[Quantity]:
        """Yield what is written in figures, its scale and unit taken in."""
        found: list[_Scaled] = []
        for number in numbers(self._text):
            if not found or number.start >= found[-1][0].end:
                found += self._figure(number)
        for place in range(1, len(found)):
            first, second = found[place - 1 : place + 1]
            if _RANGE.fullmatch(self._text, first[0].end, second[0].start):
                found[place - 1] = _scaled_as(first, second), first[1]
                found[place] = _in_century_of(first[0], second[0]), second[1]
        yield from (quantity for quantity, _ in found)

    def unit(self, start: int, end: int) -> str | None:
        """Return the unit or the currency that stands by an amount."""
        currency = currency_at(self._text, start, end)
        return currency or self._conventions.unit_at(self._text, end)

    def _figure(self, number: Number) -> Iterator[_Scaled]:
        """Yield what a number stands for, and the power of ten of its scale."""
        time = self._clock.get(number.start)
        if number.sort is Form.DATE or self._is_part_of_date(number):
            yield from ((part, 0) for part in _date(number))
        elif number.sort in _NO_AMOUNTS or (time and time.end > number.end):
            end = max(number.end, time.end if time and time.has_minutes else 0)
            signs = frozenset({time.sign if time else number.digits})
            written = self._text[number.start : end]
            yield Quantity(number.start, end, written, signs=signs), 0
        else:
            yield self._amount(number, time)

    def _is_part_of_date(self, number: Number) -> bool:
        """Whether a number is a month and a year, or a day and one: May 3,2020."""
        if _MONTH_AND_YEAR.fullmatch(number.text):
            return True
        if _DAY_AND_YEAR.fullmatch(number.text):
            return self._conventions.decimal == "."
        return False

    def _amount(self, number: Number, time: Time | None) -> _Scaled:
        """Return a number as it reads in the language, with its scale and unit."""
        end, power = self._scale(number)
        amounts: dict[bool, tuple[Decimal, ...]] = {True: (), False: ()}
        for reading in number.readings:
            # Numbers of many digits are not to be rounded, as products are.
            amount = Decimal(reading).scaleb(power) if power else Decimal(reading)
            amounts[self._is_own(number.text, reading)] += (amount,)
        quantity = Quantity(
            number.start,
            end,
            self._text[number.start : end],
            amounts[True],
            (*amounts[False], *self._years(number)),
            signs=self._signs(number, time),
            unit=self.unit(number.start, end),
            in_name=bool(
                _NAME.search(self._text, max(0, number.start - 2), number.start)
            ),
        )
        return quantity, power

    def _is_own(self, written: str, reading: str) -> bool:
        """Whether a reader of the language takes a number for `reading`."""
        marks = [char for char in written if not char.isdigit()]
        if not marks:
            return True
        own = self._conventions
        decimal = marks.pop() if "." in reading else own.decimal
        if not (own.decimal and decimal.isascii()):
            return True
        groups = {" " if char.isspace() else char for char in marks}
        return decimal == own.decimal and groups <= {own.group, " ", *_APOSTROPHES}

    def _scale(self, number: Number) -> tuple[int, int]:
        """Return where a number ends with what multiplies it, and the power of ten."""
        text, end = self._text, number.end
        before = text[number.start - 1 : number.start]
        letter = _LETTER_OF_MONEY.match(text, end) if before in _MONEY else None
        if letter:
            return letter.end(), _LETTERS[letter[0]]
        ending = _ENDING.match(text, end)
        scale = self._conventions.scale_at(text, ending.end() if ending else end)
        end, power = scale or (end, 0)
        if before.isalpha() or before == "-":
            return end, power
        letter = _LETTER.match(text, end)
        if letter:
            # In Spanish, 10 mil M is ten thousand million.
            return letter.end(), power + _LETTERS[letter[0][-1].lower()]
        return end, power

    def _years(self, number: Number) -> Iterator[Decimal]:
        """Yield the years, tens and tenths that a short form may stand for."""
        value = Decimal(number.digits)
        before = self._text[max(0, number.start - 2) : number.start]
        if before in _ERAS and self._text.startswith("年", number.end):
            yield value + _ERAS[before]
        if _DAY_AND_MONTH.fullmatch(number.text) and self._conventions.decimal == ",":
            # 26.12. is a day of December.
            yield Decimal(number.text.partition(".")[0])
        if number.digits.isdecimal() and _BARE_POINT.search(before):
            yield Decimal(f".{number.digits}")
        if _TENFOLD.match(self._text, number.end):
            yield value * 10
        is_decade = _DECADE.match(self._text, number.end) is not None
        if value < _CENTURY and (
            is_decade
            or before.endswith((*_APOSTROPHES,))
            or self._text.startswith(("年", "后"), number.end)
        ):
            yield from (value + 1900, value + 2000, value + 1800)
        elif is_decade:
            # The 1900s are the 20th century as well.
            yield value % _CENTURY or value // _CENTURY + 1

    def _signs(self, number: Number, time: Time | None) -> frozenset[str]:
        """Return what a number may be besides an amount."""
        signs = [time.sign] if time else []
        if self._text[number.end : number.end + 1] in {"月", "월"}:
            signs.append(f"m{number.digits}")
        return frozenset(signs)


def _date(number: Number) -> Iterator[Quantity]:
    """Yield the year of a date, and its day and month, which may be left out."""
    for part in re.finditer(r"\d+", number.text):
        value = Decimal(part[0])
        is_year = len(part[0]) == _YEAR
        months = {f"m{value}"} if value <= _MONTHS else set()
        yield Quantity(
            number.start + part.start(),
            number.start + part.end(),
            part[0],
            (value,),
            signs=frozenset(months),
            optional=not is_year,
            in_date=True,
        )


def _in_century_of(first: Quantity, second: Quantity) -> Quantity:
    """Return the second of a range of years: in 1986–88 it is 1988 as well."""
    if not (len(first.text) == _YEAR and first.text.isdecimal()):
        return second
    if not (len(second.text) == _SHORT_YEAR and second.text.isdecimal()):
        return second
    year = Decimal(first.text[:_SHORT_YEAR] + second.text)
    return second._replace(others=(*second.others, year))


def _scaled_as(first: _Scaled, second: _Scaled) -> Quantity:
    """Return the first of a range: in “5–10 thousand” it may be five thousand."""
    (quantity, power), (last, scale) = first, second
    unit = quantity.unit or last.unit
    if power or not scale:
        return quantity._replace(unit=unit)
    scaled = tuple(value.scaleb(scale) for value in quantity.values)
    return quantity._replace(values=scaled + quantity.values, unit=unit)
