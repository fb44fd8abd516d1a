"""What CLDR says of how a language writes quantities, by Babel, as plain data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from babel.numbers import (
    format_compact_decimal,
    get_decimal_symbol,
    get_group_symbol,
)
from babel.units import format_unit

from mtaudit.text.quantities.conventions import BEGINNING, Facts
from mtaudit.text.quantities.measures import UNITS
from mtaudit.text.words import fold

_POWERS = (3, 4, 6, 8, 9, 12)
_COUNTS = (1, 2, 5)
"""Numbers that between them show most of the plural forms of a language."""

_LEAST_STEM = 4
"""Words whose forms share so many letters may have other endings as well."""

_LEAST_STEM_OF_MONTH = 3
"""The same of the names of months, where months have cases."""

_NEVER = 99
"""More letters than a word has: what to share where a word has no other endings."""

_FIRST_OF_HAN = "\N{CJK RADICAL REPEAT}"
"""From here on letters are Han, kana, or syllables of Hangul."""

_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
"""Where CLDR has names of months: in a date, and alone; cases set them apart."""

_FURTHER_SCALES: Mapping[str, Mapping[str, int]] = {
    "en": {
        "mln": 6,
        "mn": 6,
        "bn": 9,
        "bln": 9,
        "tn": 12,
        "trn": 12,
        "hundred": 2,
        "lakh": 5,
        "crore": 7,
    },
    "de": {"Tsd.": 3, "Mill.": 6},
    "fr": {"Mds": 9, "Mrd": 9, "billiards": 15},
    "es": {"millardos": 9, "mln": 6},
    "it": {"mila": 3, "mille": 3, "mln": 6, "mld": 9},
    "pt": {"milhar": 3, "bi": 9, "mi": 6},
}


def facts_of(tag: str) -> Facts:
    """Return the facts on a BCP 47 tag; of an unknown one, English words."""
    known = _locale(tag)
    locale = known or Locale("en")
    months = _months(locale)
    groups = "|".join(f"({'|'.join(each) or '(?!)'})" for each in months)
    scales, units = [*_scales(locale)], [*_units(locale)]
    return Facts(
        _decimal(locale) if known else "",
        _group(locale) if known else "",
        rf"(?<!\w)(?:{groups})",
        tuple(scales),
        tuple(units),
        (
            _distinct(_beginning(name) for month in months for name in month),
            tuple(fold(_beginning(scale)[:BEGINNING]) for scale, _ in scales),
            tuple(fold(_beginning(unit)[:BEGINNING]) for unit, _ in units),
        ),
    )


def _distinct(strings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(strings))


def _beginning(pattern: str) -> str:
    """Return the letters that a pattern of ours begins with."""
    literal = re.match(r"(?:\\[^\w]|[^\\(])*", pattern)
    return literal[0].replace("\\", "") if literal else ""


def _locale(tag: str) -> Locale | None:
    """Return CLDR's facts on a tag, else on its language, if it has any."""
    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _decimal(locale: Locale) -> str:
    return get_decimal_symbol(locale, numbering_system="latn")


def _group(locale: Locale) -> str:
    group = get_group_symbol(locale, numbering_system="latn")
    return " " if group.isspace() else group


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """Yield patterns of what may multiply a number, each with its power of ten."""
    for power in _POWERS:
        yield from ((stem, power) for stem in _scale_words(locale, power))
    for word, power in _FURTHER_SCALES.get(locale.language, {}).items():
        yield from ((stem, power) for stem in _stems([word]))


def _scale_words(locale: Locale, power: int) -> Iterator[str]:
    """Yield patterns of what CLDR puts behind a number for a power of ten."""
    for length in ("long", "short"):
        if length not in locale.compact_decimal_formats:
            continue
        words = []
        for count in _COUNTS:
            shown = format_compact_decimal(
                count * 10**power, format_type=length, locale=locale
            )
            figure, word = _parted(shown)
            # One letter may as well be a unit: 5 m.
            if figure == str(count) and (len(word) > 1 or word > _FIRST_OF_HAN):
                words.append(word)
        yield from _stems(words)


def _units(locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield patterns of units, each with CLDR's name for it."""
    for unit in UNITS:
        yield from ((stem, unit) for stem in _unit_words(locale, unit))


def _unit_words(locale: Locale, unit: str) -> Iterator[str]:
    """Yield patterns of what CLDR writes behind a number for a unit."""
    for length in ("long", "short"):
        shown = (format_unit(count, unit, length, locale=locale) for count in _COUNTS)
        yield from _stems([word for _, word in map(_parted, shown) if word])


def _months(locale: Locale) -> list[list[str]]:
    """Return patterns of the names of each month."""
    forms: dict[int, list[str]] = {}
    for context in _CONTEXTS:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context, locale).items():
                if not name[0].isdigit() and name[0] < _FIRST_OF_HAN:
                    forms.setdefault(number, []).append(name.rstrip("."))
    wide = (get_month_names("wide", each, locale) for each in _CONTEXTS)
    have_cases = len({tuple(each.values()) for each in wide}) > 1
    least = _LEAST_STEM_OF_MONTH if have_cases else _NEVER
    stems = (_stems(forms.get(number, ()), least) for number in range(1, 13))
    return [[*each, *map(_capitalised, each)] for each in stems]


def _capitalised(pattern: str) -> str:
    """Return a pattern with its first letter in upper case: may is no May."""
    return pattern[0].upper() + pattern[1:]


def _parted(shown: str) -> tuple[str, str]:
    """Return the figure and the word of a number as CLDR shows it."""
    match = re.fullmatch(r"(\d++)\s*+(\D++)", shown)
    return (match[1], match[2].strip()) if match else ("", "")


def _stems(forms: Iterable[str], least: int = _LEAST_STEM) -> list[str]:
    """Return patterns for a word whose forms are given, with further endings."""
    found = [*dict.fromkeys(forms)]
    if not found:
        return []
    shared = _common_start(found)
    if len(shared) >= least and all(form.isalpha() for form in found):
        return [rf"{re.escape(shared)}\w{{0,4}}(?!\w)"]
    return [_whole(form) for form in sorted(found, key=len, reverse=True)]


def _common_start(words: Sequence[str]) -> str:
    """Return the letters that all `words` start with."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in same)


def _whole(form: str) -> str:
    """Return the pattern of a form that ends where a word does, or with a stop."""
    pattern = re.sub(r"(?:\\?\s)+", r"\\s+", re.escape(form.removesuffix(".")))
    if form.endswith("."):
        return rf"{pattern}(?!\w)\.?"
    ends_with_word = form[-1].isalpha() and form[-1] <= _FIRST_OF_HAN
    return rf"{pattern}(?!\w)" if ends_with_word else pattern
