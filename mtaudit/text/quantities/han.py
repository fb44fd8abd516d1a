"""Numbers with Han or Hangul multipliers: 三百二十, 1亿2000万, 二〇二〇, 3만 5천."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from mtaudit.text.quantities.quantity import Quantity

_DIGITS = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "两": 2,
    "兩": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
}
_FIGURE = r"\d++(?:[,，]\d{3})*+(?:[.．]\d++)?"
_HAN = f"(?:[{''.join(_DIGITS)}十万萬亿億]|[百千兆](?![瓦克米卡伏赫焦升帕字]))"
"""千 before a unit is its prefix: 千瓦 is a kilowatt."""

_TENTHS = frozenset({"成", "割"})
"""七成 is seventy per cent."""

_MORE = "[多余餘几]?"
"""三百多万 is three million and some."""

_NUMBER = re.compile(
    rf"(?P<figure>(?<!\d){_FIGURE})(?:{_MORE}{_HAN}|\s?[십백천만억조](?!\w?[가-힣]{{3}}))"
    rf"(?:{_MORE}{_HAN}|{_FIGURE}|\s?[십백천만억조]|\s(?={_FIGURE}[천만억]))*+"
    rf"|{_HAN}(?:{_MORE}{_HAN})*"
)
_PART = re.compile(rf"{_FIGURE}|.")


def han_numbers(text: str) -> Iterator[Quantity]:
    """Yield the numbers that hold a multiplier or are written without figures."""
    if text.isascii():
        return
    for match in _NUMBER.finditer(text):
        amount = _amount(match[0])
        is_tenths = text[match.end() : match.end() + 1] in _TENTHS
        yield Quantity(
            match.start(),
            match.end(),
            match[0],
            (amount * 10, amount) if is_tenths else (amount,),
            optional=match["figure"] is None,
        )


def _amount(written: str) -> Decimal:
    """Return the amount of a number; digits alone are read one by one."""
    if len(written) > 1 and all(char in _DIGITS for char in written):
        return Decimal("".join(str(_DIGITS[char]) for char in written))
    total = section = digit = Decimal(0)
    for part in _PART.findall(written):
        if part in _LARGE:
            if total < _LARGE[part]:
                # 万亿: it counts for all before it.
                total = (total + section + digit or Decimal(1)) * _LARGE[part]
            else:
                total += (section + digit or Decimal(1)) * _LARGE[part]
            section = digit = Decimal(0)
        elif part in _SMALL:
            section += (digit or 1) * _SMALL[part]
            digit = Decimal(0)
        elif part in _DIGITS:
            digit = Decimal(_DIGITS[part])
        elif part[0].isdecimal():
            digit = Decimal(re.sub("[,，]", "", part).replace("．", "."))
    return (total + section + digit).normalize()
