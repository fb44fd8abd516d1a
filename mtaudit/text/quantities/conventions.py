"""How a language writes quantities: CLDR's facts, and wordings that CLDR lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from mtaudit.text.quantities.measures import UNITS

if TYPE_CHECKING:
    from babel import Locale

_Meaning = TypeVar("_Meaning")

_POWERS = (3, 4, 6, 8, 9, 12)
_COUNTS = (1, 2, 5)
"""Numbers that between them show most of the plural forms of a language."""

_LEAST_STEM = 4
"""Words whose forms share so many letters may have other endings as well."""

_LEAST_STEM_OF_MONTH = 3
"""The same of the names of months, where months have cases."""

_NEVER = 99
"""More letters than a word has: what to share where a word has no other endings."""

_NO_WORD = re.compile(r"[\s-]?(?:[.,;:!?)\]}<]|\Z)")
"""What follows a figure that no word belongs to."""

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


class Conventions:
    """
    What one language does with numbers; what is not asked for is not worked out.

    To bring all of it together takes some milliseconds, and a folder of catalogues
    has fifty languages.
    """

    def __init__(self, tag: str) -> None:
        from babel import Locale

        known = _locale(tag)
        self._is_known = known is not None
        self._locale = known or Locale("en")

    @cached_property
    def decimal(self) -> str:
        """The mark before decimals; empty for a language that is not known."""
        return _decimal(self._locale) if self._is_known else ""

    @cached_property
    def group(self) -> str:
        """The mark between thousands, a space for any white space; or empty."""
        return _group(self._locale) if self._is_known else ""

    def scale_at(self, text: str, place: int) -> tuple[int, int] | None:
        """Return where what multiplies a figure ends, and its power of ten."""
        return self._scales.at(text, place)

    def unit_at(self, text: str, place: int) -> str | None:
        """Return CLDR's name for the unit right behind a figure."""
        found = self._units.at(text, place)
        return found[1] if found else None

    @cached_property
    def months(self) -> re.Pattern[str]:
        """Matches names of months; the number of the group is that of the month."""
        return _months(self._locale)

    @cached_property
    def _scales(self) -> _Words[int]:
        return _Words(_scales(self._locale))

    @cached_property
    def _units(self) -> _Words[str]:
        return _Words(_units(self._locale))


@lru_cache(maxsize=64)
def conventions_of(tag: str) -> Conventions:
    """Return the conventions of a BCP 47 tag; of an unknown one, English words."""
    return Conventions(tag)


class _Words(Generic[_Meaning]):
    """Words that may stand right behind a figure, and what each means."""

    def __init__(self, patterns: Iterable[tuple[str, _Meaning]]) -> None:
        self._patterns = sorted(patterns, key=lambda each: -len(each[0]))

    def at(self, text: str, place: int) -> tuple[int, _Meaning] | None:
        """Return where the word behind a figure ends, and what it means."""
        if _NO_WORD.match(text, place):
            return None
        found = self._compiled.match(text, place)
        if found is None or found.lastindex is None:
            return None
        return found.end(), self._patterns[found.lastindex - 1][1]

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        groups = "|".join(f"({pattern})" for pattern, _ in self._patterns)
        return re.compile(rf"[\s-]?(?:{groups or '(?!)'})", re.IGNORECASE)


def _locale(tag: str) -> Locale | None:
    """Return CLDR's facts on a tag, else on its language, if it has any."""
    from babel import Locale, UnknownLocaleError

    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _decimal(locale: Locale) -> str:
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(locale, numbering_system="latn")


def _group(locale: Locale) -> str:
    from babel.numbers import get_group_symbol

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


def _units(locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield patterns of units, each with CLDR's name for it."""
    for unit in UNITS:
        yield from ((stem, unit) for stem in _unit_words(locale, unit))


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
    least = _LEAST_STEM_OF_MONTH if have_cases else _NEVER
    stems = (_stems(forms.get(number, ()), least) for number in range(1, 13))
    both = ([*each, *map(_capitalised, each)] for each in stems)
    groups = (f"({'|'.join(each) or '(?!)'})" for each in both)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")


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
