"""How rare strings are in running text, roughly: to ask for what is rarest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import log, log2

from mtaudit.text.function_words import is_listed
from mtaudit.text.shapes import SIGNS

_KEPT = 16_384
"""Answers to keep: the parts of one pattern are asked about again and again."""

_BASE = 20
"""A letter's weight is 1: one of so many letters is a certain one."""

_RARE = 8.0
"""What is as rare as this hardly occurs: longer strings would gain nothing."""

_IDEOGRAPHS = "\u2e80"
"""From here on a letter says as much as several of an alphabet."""

_TELLING = 2
"""Letters of a word that can hardly be guessed."""

_ADDRESS = re.compile(r"https?(?:://(?! ))?")
_WORDS = re.compile(r"[^\W_]+|[\W_]")
_MARKUP = "#*-|`[]()>"
"""Signs that Markdown is full of."""

_POINTS = ".,':/"
"""Signs as common as letters."""


@lru_cache(maxsize=_KEPT)
def worth(literals: frozenset[str]) -> float:
    """Return how seldom a text holds one of `literals`, roughly."""
    return rarity_of(map(_rarity, literals))


@lru_cache(maxsize=_KEPT)
def _rarity(literal: str) -> float:
    """Return how rare a literal is; what stands in every link is not."""
    return sum(map(_rarity_of_word, _WORDS.findall(_ADDRESS.sub("a", literal))))


@lru_cache(maxsize=_KEPT)
def _rarity_of_word(word: str) -> float:
    """Return how rare a word, or a sign, is: its first letters tell the most."""
    if is_listed(word):
        return weight("a")
    weights = [*map(weight, word)]
    if word < _IDEOGRAPHS:
        weights[_TELLING:] = (each * 0.3 for each in weights[_TELLING:])
    return sum(weights)


def rarity_of(rarities: Iterable[float]) -> float:
    """
    Return how rare it is to find one of several strings, from how rare each is.

    Rarities are logarithms of shares; that more strings take longer to look
    for is counted as well.
    """
    shares = [_BASE**-rarity for rarity in rarities]
    return min(_RARE, -log(sum(shares), _BASE)) - 0.2 * log2(len(shares))


def weight(char: str) -> float:
    """Return roughly how rare a character is in running text."""
    if char == " ":
        return 0.2
    if char in _MARKUP:
        return 0.7
    if char.isalpha():
        return 2.0 if char.isupper() or char >= _IDEOGRAPHS else 1.0
    if char.isascii():
        return 1.0 if char in _POINTS else 2.5
    return 3.0 if char in SIGNS else 4.0
