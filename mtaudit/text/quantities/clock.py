"""Times of day on a dial of twelve hours, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_DIAL = 12 * 60
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_HALF = r"[ap]\.?\s?m\b\.?"
_HOURS = (
    r"(?:o['’]clock|час(?:а|ов|у|ам|ами)?|годин[аиіу]?|год\.|Uhr|h(?:eures?)?|horas?|ore"
    r"|uur|godz\w*|hod\w*)(?!\w)|시|[点點时時]"
)
_WITH_MINUTES = re.compile(
    rf"(?<![\d.,:]){_HOUR}(?:[:：.](?P<a>[0-5]\d)|-(?P<b>00)|\s?[hH]\s?(?P<c>[0-5]\d)"
    r"|\s?(?:[点點時时시]|час\w*|годин\w*|Uhr|heures?)\s?(?P<d>[0-5]?\d)"
    r"(?=\s?(?:[分분]|мин|хв|min|Min))(?:[分분])?|[点點時时]半)"
    r"(?![\d:%])(?!\.\d)"
    r"|(?<![\d.,:])(?P<military>(?:[01]\d|2[0-4])[0-5]\d)(?=\s?(?:hours|hrs|h)(?!\w))"
    r"|(?<![\d.,:])(?P<early>0\d[0-5]\d)(?![\d.,:-])"
)
_WHOLE_HOUR = re.compile(
    rf"(?<![\d.,:]){_HOUR}[\s-]?(?:{_HALF}|{_HOURS})", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?<!\w)(?:noon|midday|midnight|полдень|полудня|полдня|полноч[ьи]|опівдні|опівноч[іи]"
    r"|північ|Mittag|Mitternacht|midi|minuit|mediodía|medianoche|mezzogiorno|mezzanotte"
    r"|południe|północ|poledne|půlnoc)(?!\w)|正午|中午|午夜",
    re.IGNORECASE,
)


class Time(NamedTuple):
    """A time at a place of a text."""

    start: int
    end: int
    sign: str
    """``t`` and the minutes since the dial's top."""

    has_minutes: bool = False


def times(text: str) -> Iterator[Time]:
    """Yield what may be a time of day."""
    for match in _WITH_MINUTES.finditer(text):
        four = match["military"] or match["early"] or ""
        hour = four[:2] or match["hour"]
        minutes = four[2:] or next(filter(None, match.group(*"abcd")), "30")
        sign = _sign(int(hour), int(minutes))
        yield Time(*match.span(), sign, has_minutes=True)
    for match in _WHOLE_HOUR.finditer(text):
        yield Time(*match.span("hour"), _sign(int(match["hour"]), 0))
    for match in _NAMED.finditer(text):
        yield Time(*match.span(), _sign(0, 0))


def _sign(hour: int, minutes: int) -> str:
    return f"t{(hour * 60 + minutes) % _DIAL}"
