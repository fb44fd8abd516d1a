"""Many strings looked for in one text at the price of few."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from mtaudit.text.shapes import shape_of
from mtaudit.text.words import flatten, fold, spaced, tokens

_WIDTHS: dict[int, Literal["Q", "I"]] = {8: "Q", 4: "I"}
"""Bytes that are looked up at once, each with the C integer that has so many."""

_COMMONEST = "ZQXJ%_zqxjKVWUYGNRLODFHEBPCMSTIA()\"'kvwufybpgm,.cdlhrsnioate "
_RANK = defaultdict(int, {char: rank for rank, char in enumerate(_COMMONEST, 1)})
"""Characters of running text, the rarest first; those not listed are rarer still."""


class View:
    """A text in the forms in which gates are asked, each made when it is needed."""

    def __init__(self, text: str, border: str = "") -> None:
        self.text = text
        self._border = frozenset(border)
        """A character that parts the text and does not belong to it."""

    @cached_property
    def flat(self) -> str:
        """The text folded, with its spaces evened."""
        return flatten(self.text)

    @cached_property
    def even(self) -> str:
        """The text with its spaces evened."""
        return spaced(self.text)

    @cached_property
    def shape(self) -> str:
        """The shape of the text."""
        return shape_of(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words."""
        return tokens(self.flat)

    @cached_property
    def chars(self) -> frozenset[str]:
        """The characters, as they stand in the text."""
        return frozenset(self.text) - self._border

    def grams_among(self, grams: frozenset[int], width: int) -> Iterator[int]:
        """Yield which of `grams`, of so many bytes, the flat text holds."""
        encoded = memoryview(self.flat.encode("utf-8", "surrogatepass"))
        for start in range(width):
            end = len(encoded) - (len(encoded) - start) % width
            yield from grams.intersection(encoded[start:end].cast(_WIDTHS[width]))


class _Entry(NamedTuple):
    """One string that is looked for."""

    string: str
    form: str
    """The name of the form of a `View` in which it is looked for."""

    key: str
    """The string as it stands in the flat text."""

    numbers: list[int]
    """The gates that name it."""


class Strings:
    """
    Strings by a few bytes that each of them holds, around its rarest character.

    A walk over a text tells which of these it holds, and other strings need not
    be looked for. Those that are too short go by their rarest character.
    """

    def __init__(self, by_form: Mapping[str, Mapping[str, list[int]]]) -> None:
        """Take strings, by the form of a text that they are looked for in."""
        grams: dict[int, dict[int, list[_Entry]]] = {width: {} for width in _WIDTHS}
        self._by_char: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
        for form, strings in by_form.items():
            for string, numbers in strings.items():
                key = fold(string)
                entry = _Entry(string, form, key, numbers)
                encoded = key.encode("utf-8", "surrogatepass")
                width = next((each for each in _WIDTHS if len(encoded) >= each), 0)
                if width:
                    gram = _rarest_gram(key, encoded, width)
                    grams[width].setdefault(gram, []).append(entry)
                else:
                    rarest = min(string, key=_RANK.__getitem__)
                    self._by_char[form, rarest].append(entry)
        self._by_gram = {
            width: (frozenset(each), each) for width, each in grams.items() if each
        }

    def found_in(self, view: View) -> Iterator[tuple[str, list[int]]]:
        """Yield the strings that a text holds, as they stand in the flat text."""
        for string, form, key, numbers in self._candidates(view):
            if string in getattr(view, form):
                yield key, numbers

    def _candidates(self, view: View) -> Iterator[_Entry]:
        for width, (grams, entries) in self._by_gram.items():
            for gram in {*view.grams_among(grams, width)}:
                yield from entries[gram]
        for (form, char), short in self._by_char.items():
            if char in getattr(view, form):
                yield from short


def _rarest_gram(folded: str, encoded: bytes, width: int) -> int:
    """Return the bytes around the rarest character of a string, as a number."""
    place = folded.index(min(folded, key=_RANK.__getitem__))
    if len(encoded) > len(folded):
        place = len(folded[:place].encode("utf-8", "surrogatepass"))
    start = max(0, min(place - 1, len(encoded) - width))
    return int.from_bytes(encoded[start : start + width], sys.byteorder)


def numbered(gates: Iterable[Collection[str]]) -> dict[str, list[int]]:
    """Return each key with the numbers of the gates that name it."""
    turned: defaultdict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(gates):
        for key in keys:
            turned[key].append(number)
    return dict(turned)
