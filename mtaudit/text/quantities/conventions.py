"""How a language writes quantities: CLDR's facts, and wordings that CLDR lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from babel import Locale

_POWERS = (3, 4, 6, 8, 9, 12)
_COUNTS = (1, 2, 5)
"""Numbers that between them show most of the plural forms of a language."""

_LEAST_STEM = 4
"""Words whose forms share so many letters may have other endings as well."""

_NEVER = 99
_FIRST_OF_HAN = "\N{CJK RADICAL REPEAT}"
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
_LEAST_MONTH = 3
"""The same of the names of months, where months have cases."""

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
UNITS = (
    *("length-millimeter", "length-centimeter", "length-meter", "length-kilometer"),
    *("length-inch", "length-foot", "length-yard", "length-mile"),
    *("mass-gram", "mass-kilogram", "mass-tonne", "mass-ton"),
    *("mass-ounce", "mass-pound"),
    *("area-square-meter", "area-square-kilometer", "area-hectare"),
    *("area-acre", "area-square-foot", "area-square-mile"),
    *("volume-liter", "volume-milliliter", "volume-gallon", "volume-pint"),
    *("speed-kilometer-per-hour", "speed-mile-per-hour", "speed-meter-per-second"),
    *("temperature-celsius", "temperature-fahrenheit"),
)
"""The units that can be converted, as CLDR names them."""


class Conventions(NamedTuple):
    """What one language does with numbers."""

    decimal: str
    """The mark before decimals; empty for a language that is not known."""

    group: str
    """The mark between thousands, a space for any white space."""

    scales: re.Pattern[str]
    """Matches right behind a figure what multiplies it."""

    powers: tuple[int, ...]
    """The power of ten of each group of `scales`."""

    months: re.Pattern[str]
    """Matches names of months; the number of the group is that of the month."""

    units: re.Pattern[str]
    """Matches right behind a figure its unit."""

    unit_names: tuple[str, ...]
    """CLDR's name for each group of `units`."""


@lru_cache(maxsize=64)
def conventions_of(tag: str) -> Conventions:
    """Return the conventions of a BCP 47 tag; of an unknown one, English words."""
    from babel import Locale

    known = _locale(tag)
    locale = known or Locale("en")
    scales = [
        (stem, power) for power in _POWERS for stem in _scale_words(locale, power)
    ]
    further = _FURTHER_SCALES.get(locale.language, {})
    scales += [
        (stem, power) for word, power in further.items() for stem in _stems([word])
    ]
    scales.sort(key=lambda each: -len(each[0]))
    units = [(pattern, unit) for unit in UNITS for pattern in _unit_words(locale, unit)]
    units.sort(key=lambda each: -len(each[0]))
    return Conventions(
        *(_marks(locale) if known else ("", "")),
        scales=_after(pattern for pattern, _ in scales),
        powers=tuple(power for _, power in scales),
        months=_months(locale),
        units=_after(pattern for pattern, _ in units),
        unit_names=tuple(unit for _, unit in units),
    )


def _locale(tag: str) -> Locale | None:
    """Return CLDR's facts on a tag, else on its language, if it has any."""
    from babel import Locale, UnknownLocaleError

    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _marks(locale: Locale) -> tuple[str, str]:
    """Return the marks of a language; white space of any kind is a space."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    group = get_group_symbol(locale, numbering_system="latn")
    decimal = get_decimal_symbol(locale, numbering_system="latn")
    return decimal, " " if group.isspace() else group


def _scale_words(locale: Locale, power: int) -> Iterator[str]:
    """Yield patterns of what CLDR puts behind a number for a power of ten."""
    from babel.numbers import format_compact_decimal

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


def _unit_words(locale: Locale, unit: str) -> Iterator[str]:
    """Yield patterns of what CLDR writes behind a number for a unit."""
    from babel.units import format_unit

    for length in ("long", "short"):
        shown = (format_unit(count, unit, length, locale=locale) for count in _COUNTS)
        yield from _stems([word for _, word in map(_parted, shown) if word])


def _months(locale: Locale) -> re.Pattern[str]:
    from babel.dates import get_month_names

    forms: dict[int, list[str]] = {}
    for context in _CONTEXTS:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context, locale).items():
                if not name[0].isdigit() and name[0] < _FIRST_OF_HAN:
                    forms.setdefault(number, []).append(name.rstrip("."))
    wide = (get_month_names("wide", each, locale) for each in _CONTEXTS)
    have_cases = len({tuple(each.values()) for each in wide}) > 1
    least = _LEAST_MONTH if have_cases else _NEVER
    stems = (_stems(forms.get(number, ()), least) for number in range(1, 13))
    both = ([*each, *map(_capitalised, each)] for each in stems)
    groups = (f"({'|'.join(each) or '(?!)'})" for each in both)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")


def _capitalised(pattern: str) -> str:
    """Return a pattern with its first letter in upper case: may is no May."""
    return pattern[0].upper() + pattern[1:]


def _parted(shown: str) -> tuple[str, str]:
    """Return the figure and the word of a number as CLDR shows it."""
    match = re.fullmatch(r"(\d+)\s*(\D+)", shown)
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
    return (
        pattern
        if not form[-1].isalpha() or form[-1] > _FIRST_OF_HAN
        else rf"{pattern}(?!\w)"
    )


def _after(patterns: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern whose groups are `patterns`, to match behind a figure."""
    groups = "|".join(f"({pattern})" for pattern in patterns)
    return re.compile(rf"[\s-]?(?:{groups or '(?!)'})", re.IGNORECASE)
