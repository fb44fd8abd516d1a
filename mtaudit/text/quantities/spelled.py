"""Numbers in words: “двадцать пять”, “two hundred thousand”, “fünfundzwanzig”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from mtaudit.text.quantities.quantity import Quantity

_COMPOUNDING = frozenset({"de", "it", "nl", "ru", "uk"})
"""Languages that write several of these words as one."""

_JOINERS: Mapping[str, str] = {
    "en": "and|a|of a",
    "de": "und",
    "nl": "en|ën",
    "fr": "et",
    "es": "y",
    "pt": "e",
    "it": "e",
    "pl": "i",
    "cs": "a",
}
"""Words that may stand inside a number."""

_FRACTIONS: Mapping[str, Mapping[float, str]] = {
    "en": {0.5: "half|halves", 0.25: "quarters?"},
    "de": {0.5: "halb\\w{0,2}|hälfte", 0.25: "viertel\\w*", 1.5: "anderthalb"},
    "fr": {0.5: "demie?s?|moitié"},
    "es": {0.5: "medi[oa]s?|mitad"},
    "it": {0.5: "mezz[oa]|metà"},
    "pt": {0.5: "mei[oa]|metade"},
    "nl": {0.5: "half|halve|helft", 1.5: "anderhalve?"},
}
"""Parts of a whole, where the tables do not have them."""

_SIX, _TEN = 6, 10
_UNITS_BELOW, _TENS, _HUNDRED, _THOUSAND = 10, 20, 100, 1_000
_CENT = Decimal(100)


class _Word(NamedTuple):
    start: int
    end: int
    value: Decimal


class _Reader(NamedTuple):
    """What finds the words of one language."""

    word: re.Pattern[str]
    """A number or several written as one."""

    part: re.Pattern[str]
    """One number; the number of the group tells the value."""

    values: tuple[Decimal, ...]
    between: re.Pattern[str]
    """What may part two words of one number."""

    def words(self, text: str) -> Iterator[_Word]:
        """Yield the parts of the words of a text."""
        for found in self.word.finditer(text):
            place = found.start()
            while place < found.end():
                part = self.part.match(text, place, found.end())
                if part is None or part.lastindex is None:
                    place += 1
                    continue
                place = part.end()
                yield _Word(part.start(), place, self.values[part.lastindex - 1])

    def joins(self, between: str, last: Decimal, value: Decimal) -> bool:
        """Whether a word adds to the number before it, or multiplies it."""
        if between and not self.between.fullmatch(between):
            return False
        if value >= _THOUSAND:
            return True
        if value == _HUNDRED:
            return last < _UNITS_BELOW or last >= _THOUSAND
        return last >= _THOUSAND or _adds(last, value, glued=between != " ")


def spelled(text: str, lang: str) -> Iterator[Quantity]:
    """Yield the numbers that a text writes in words; none for unknown languages."""
    reader = _reader(lang)
    if reader is None:
        return
    number: list[_Word] = []
    for word in reader.words(text):
        last = number[-1] if number else word
        between = text[last.end : word.start]
        if number and not reader.joins(between, last.value, word.value):
            yield _quantity(text, number)
            number = []
        number.append(word)
    if number:
        yield _quantity(text, number)


@lru_cache(maxsize=32)
def _reader(lang: str) -> _Reader | None:
    table = _tables().get(lang)
    if table is None:
        return None
    words = {**table, **_FRACTIONS.get(lang, {})}
    for value in words.keys() & table.keys() & _FRACTIONS.get(lang, {}).keys():
        words[value] = f"{table[value]}|{_FRACTIONS[lang][value]}"
    groups = sorted(words.items(), key=lambda each: -each[0])
    one = "|".join(f"(?:{forms})" for _, forms in groups)
    joiner = _JOINERS.get(lang)
    glue = rf"(?:{joiner})?" if joiner else ""
    several = rf"(?:{one})(?:{glue}(?:{one}))*" if lang in _COMPOUNDING else one
    tail = r"(?:лет|летн|летт|річ|процент|відсот|днев|денн|тысяч|тисяч|милл|мільй)\w*"
    suffix = rf"(?:{tail})?" if lang in {"ru", "uk"} else ""
    return _Reader(
        re.compile(rf"(?<!\w)(?:{several}){suffix}(?!\w)", re.IGNORECASE),
        re.compile("|".join(f"({forms})" for _, forms in groups), re.IGNORECASE),
        tuple(Decimal(str(value)).normalize() for value, _ in groups),
        re.compile(rf"(?:[\s-]|\s?(?:{joiner or '-'})\s?)+", re.IGNORECASE),
    )


def _tables() -> Mapping[str, Mapping[float, str]]:
    """Return the tables of all languages; they are only loaded when needed."""
    from mtaudit.text.quantities import spelled_germanic as germanic
    from mtaudit.text.quantities import spelled_romance as romance
    from mtaudit.text.quantities import spelled_slavic as slavic

    return {
        "en": germanic.ENGLISH,
        "de": germanic.GERMAN,
        "nl": germanic.DUTCH,
        "fr": romance.FRENCH,
        "es": romance.SPANISH,
        "it": romance.ITALIAN,
        "pt": romance.PORTUGUESE,
        "ru": slavic.RUSSIAN,
        "uk": slavic.UKRAINIAN,
        "pl": slavic.POLISH,
        "cs": slavic.CZECH,
    }


def _adds(last: Decimal, value: Decimal, *, glued: bool) -> bool:
    """Whether two numbers below a thousand make one, as 20 and 5 do."""
    if last < 1 or value < 1:
        return False
    if last >= _HUNDRED:
        return value < _HUNDRED
    if last >= _TENS:
        # soixante-dix, quatre-vingt-dix
        return value < _UNITS_BELOW or (glued and value < _TENS)
    if last == _TEN:
        # dix-sept
        return glued and _SIX < value < _TEN
    # fünfundzwanzig, drieëntwintig
    return glued and last < _UNITS_BELOW and _TENS <= value < _HUNDRED


def _quantity(text: str, number: list[_Word]) -> Quantity:
    total = current = Decimal(0)
    for _, _, value in number:
        if value >= _THOUSAND:
            total += (current or (0 if total else 1)) * value
            current = Decimal(0)
        elif value == _HUNDRED and 0 < current < _UNITS_BELOW:
            current *= value
        else:
            current += value
    amount = (total + current).normalize()
    start, end = number[0].start, number[-1].end
    values = (amount, amount * _CENT) if amount < 1 else (amount,)
    return Quantity(start, end, text[start:end], values, optional=True)
