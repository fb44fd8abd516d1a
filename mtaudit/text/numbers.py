"""Numbers as texts write them, in any digits and with any marks."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Sort(StrEnum):
    """What a number is, as far as its form tells."""

    PLAIN = "plain"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    VERSION = "version"
    """Three parts or more, such as a version, an address, a clause."""


class Number(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    text: str
    """As it is written, without a sign, a percent sign or an ordinal's ending."""

    readings: tuple[str, ...]
    """
    What it may mean, likeliest first: ASCII digits, ``.`` before decimals.

    There are two where one mark before three digits may group or part
    decimals. Dates, times and versions keep their marks.
    """

    sort: Sort = Sort.PLAIN

    @property
    def digits(self) -> str:
        """The likeliest reading."""
        return self.readings[0]


# Marks between digits. The spaces are those that CLDR groups with; a plain
# space groups too, but only before exactly three digits and after one to three.
_SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'\u2019"
_MARKS = {
    "\N{ARABIC DECIMAL SEPARATOR}": ".",
    "\N{ARABIC THOUSANDS SEPARATOR}": ",",
    "\N{FULLWIDTH COMMA}": ",",
    "\N{FULLWIDTH FULL STOP}": ".",
    "\N{FULLWIDTH COLON}": ":",
}
_INNER = f".,{_APOSTROPHES}{''.join(_MARKS)}"
_DATE = (
    r"\d{4}(?P<a>[-/.])(?:0?\d|1[0-2])(?P=a)[0-3]?\d|"
    r"[0-3]?\d(?P<b>[-/.])[0-3]?\d(?P=b)\d{4}|"
    r"[0-3]\d\.[01]\d\.\d\d|[0-3]?\d/[0-3]?\d/\d\d"
)
_TIME = r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?"
_NUMBER = re.compile(
    rf"(?P<date>{_DATE})(?![.,:/-]?\d)|(?P<time>{_TIME})(?!:?\d)"
    rf"|\d{{1,3}}(?:[{_SPACES}]\d{{3}}(?!\d))+(?:[.,]\d+)?(?![.,:/]?\d)"
    rf"|\d+(?:[{_INNER}]\d+)*"
)
_PART = re.compile(r"\d+")
_PERCENT = re.compile(rf"[{_SPACES}]?[%٪％‰]")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|e|ème|º|ª|°)(?!\w)"
    r"|[-‑](?:й|я|е|го|му|х|ї|ий|та)(?!\w)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{2,3})*,\d{3}|(?:\.\d{3})+|(?:'\d{3})+)")


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of `text` from left to right; they do not overlap."""
    for match in _NUMBER.finditer(text):
        yield from _number(text, match)


def _number(text: str, match: re.Match[str]) -> Iterator[Number]:
    """Yield one number, or its parts where its marks part numbers."""
    start, end = match.span()
    plain = _plain(match[0])
    sort = _marked_sort(plain, match)
    if sort is not None:
        yield Number(start, end, match[0], (plain,), sort)
        return
    readings = _readings(plain)
    if readings:
        yield Number(start, end, match[0], readings, _sort_after(text, end))
        return
    for part in _PART.finditer(text, start, end):
        yield Number(*part.span(), part[0], (_plain(part[0]),))


def _plain(written: str) -> str:
    """Return a number in ASCII digits and marks, grouped by ``'`` for a space."""
    return "".join(map(_plain_char, written))


def _plain_char(char: str) -> str:
    if char.isascii():
        return "'" if char == " " else char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return _MARKS.get(char, "'")


def _marked_sort(plain: str, match: re.Match[str]) -> Sort | None:
    """Return what the marks alone decide."""
    if match["date"]:
        return Sort.DATE
    if match["time"]:
        return Sort.TIME
    stops_alone = plain.count(".") > 1 and set(plain) <= set("0123456789.")
    return Sort.VERSION if stops_alone and not _GROUPED.fullmatch(plain) else None


def _sort_after(text: str, end: int) -> Sort:
    """Return what the signs behind a number make of it."""
    if _PERCENT.match(text, end):
        return Sort.PERCENT
    return Sort.ORDINAL if _ORDINAL.match(text, end) else Sort.PLAIN


def _readings(plain: str) -> tuple[str, ...]:
    """Return the values that a form may stand for; none if it is no one number."""
    marks = [char for char in plain if not char.isdigit()]
    if not marks:
        return (plain,)
    whole, last, decimals = plain.rpartition(marks[-1])
    grouped = _GROUPED.fullmatch(plain)
    if grouped and len(marks) == 1 and last != "'":
        # Only these are undecided: 1.234 and 1,234.
        return _digits(plain), f"{whole}.{decimals}"
    if grouped:
        return (_digits(plain),)
    if last in {".", ","} and last not in whole and _is_whole(whole):
        return (f"{_digits(whole)}.{decimals}",)
    return ()


def _is_whole(plain: str) -> bool:
    """Whether a form is digits, with marks of one kind to group them or none."""
    return plain.isdigit() or bool(_GROUPED.fullmatch(plain))


def _digits(plain: str) -> str:
    return "".join(filter(str.isdigit, plain))
