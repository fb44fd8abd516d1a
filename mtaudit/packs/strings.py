"""Many strings looked for in one text at the price of few."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, KeysView, Mapping
from functools import cached_property
from typing import Any, Literal, TypeVar

from mtaudit.text.shapes import shape_of
from mtaudit.text.words import flatten, fold, spaced, tokens

_WIDTHS: dict[int, Literal["Q", "I"]] = {8: "Q", 4: "I"}
"""Bytes that are looked up at once, each with the C integer that has so many."""

_COMMONEST = "ZQXJ%_zqxjKVWUYGNRLODFHEBPCMSTIA()\"'kvwufybpgm,.cdlhrsnioate "
_RANK = defaultdict(int, {char: rank for rank, char in enumerate(_COMMONEST, 1)})
"""Characters of running text, the rarest first; those not listed are rarer still."""

_Key = TypeVar("_Key")


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

    def grams_among(self, grams: KeysView[int], width: int) -> Iterator[int]:
        """Yield which of `grams`, of so many bytes, the flat text holds."""
        encoded = memoryview(self.flat.encode("utf-8", "surrogatepass"))
        for start in range(width):
            end = len(encoded) - (len(encoded) - start) % width
            yield from grams & encoded[start:end].cast(_WIDTHS[width])


_Entry = tuple[str, str, tuple[int, ...]]
"""A string, the form of a `View` that it is looked for in, and who asks for it."""


class Strings:
    """
    Strings by a few bytes that each of them holds, around its rarest character.

    A walk over a text tells which of these it holds, and other strings need not
    be looked for. Those that are too short go by their rarest character.
    """

    def __init__(self, data: tuple[Any, Any]) -> None:
        self.data = data
        """What is kept of this: it is plain."""

        self._by_gram: dict[int, dict[int, tuple[_Entry, ...]]] = data[0]
        self._by_char: dict[tuple[str, str], tuple[_Entry, ...]] = data[1]

    @classmethod
    def of(cls, by_form: Mapping[str, Mapping[str, tuple[int, ...]]]) -> Strings:
        """Return strings, given by the form of a text that they are looked for in."""
        by_gram: dict[int, dict[int, list[_Entry]]] = {}
        by_char: dict[tuple[str, str], list[_Entry]] = {}
        for form, strings in by_form.items():
            for string, numbers in strings.items():
                entry = string, form, numbers
                gram, width = _rarest_gram(fold(string))
                if width:
                    grams = by_gram.setdefault(width, {})
                    grams.setdefault(gram, []).append(entry)
                else:
                    rarest = min(string, key=_RANK.__getitem__)
                    by_char.setdefault((form, rarest), []).append(entry)
        plain = {width: _fixed(grams) for width, grams in by_gram.items()}
        return cls((plain, _fixed(by_char)))

    def found_in(
        self, view: View, wanted: frozenset[int]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """
        Yield the strings that a text holds, as they stand in the flat text.

        Those that nobody asks for who is `wanted` are left out.
        """
        for string, form, numbers in self._candidates(view):
            if not wanted.isdisjoint(numbers) and string in getattr(view, form):
                yield fold(string), numbers

    def _candidates(self, view: View) -> Iterator[_Entry]:
        for width, entries in self._by_gram.items():
            for gram in {*view.grams_among(entries.keys(), width)}:
                yield from entries[gram]
        for (form, char), short in self._by_char.items():
            if char in getattr(view, form):
                yield from short


def _fixed(lists: Mapping[_Key, list[_Entry]]) -> dict[_Key, tuple[_Entry, ...]]:
    return {key: tuple(entries) for key, entries in lists.items()}


def _rarest_gram(folded: str) -> tuple[int, int]:
    """Return the bytes around the rarest character as a number, and how many."""
    encoded = folded.encode("utf-8", "surrogatepass")
    width = next((each for each in _WIDTHS if len(encoded) >= each), 0)
    place = folded.index(min(folded, key=_RANK.__getitem__))
    if len(encoded) > len(folded):
        place = len(folded[:place].encode("utf-8", "surrogatepass"))
    start = max(0, min(place - 1, len(encoded) - width))
    return int.from_bytes(encoded[start : start + width], sys.byteorder), width
