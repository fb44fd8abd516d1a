"""Many strings looked for in one text at the price of few."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from mtaudit.text.shapes import shape_of
from mtaudit.text.words import characters, flatten, fold, spaced

WORD = "word"
"""The form of a text in which only whole words count."""

_GRAM = 4
"""Bytes that are looked up at once, so many as a C integer has."""

_MOST = 3
"""Grams of a string that are looked up: with more, hardly one fewer is searched."""

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
    def chars(self) -> frozenset[str]:
        """The characters, as they stand in the text."""
        return characters(self.text) - self._border

    def holds(self, string: str, form: str) -> bool:
        """Whether a form of the text has `string`."""
        if form == WORD:
            return self._holds_word(string)
        return string in getattr(self, form)

    def _holds_word(self, word: str) -> bool:
        place = self.flat.find(word)
        while place >= 0:
            end = place + len(word)
            if not (_is_of_word(self.flat[place - 1]) or _is_of_word(self.flat[end])):
                return True
            place = self.flat.find(word, end)
        return False

    def grams_among(self, grams: KeysView[int]) -> set[int]:
        """Return which of `grams` the flat text holds."""
        encoded = memoryview(_encoded(self.flat))
        found: set[int] = set()
        for start in range(_GRAM):
            end = len(encoded) - (len(encoded) - start) % _GRAM
            found |= grams & encoded[start:end].cast("I")
        return found


_Entry = tuple[tuple[int, ...], str, str, tuple[int, ...]]
"""More grams of a string, the string, its form in a `View`, and who asks for it."""


class Strings:
    """
    Strings by four bytes that each of them holds, and few others do.

    One walk over a text tells which of these it holds, and other strings need not
    be looked for. Those that are shorter go by their rarest character.
    """

    def __init__(self, data: tuple[Any, Any]) -> None:
        self.data = data
        """What is kept of this: it is plain."""

        self._by_gram: dict[int, tuple[_Entry, ...]] = data[0]
        self._by_char: dict[tuple[str, str], tuple[_Entry, ...]] = data[1]

    @classmethod
    def of(cls, by_form: Mapping[str, Mapping[str, tuple[int, ...]]]) -> Strings:
        """Return strings, given by the form of a text that they are looked for in."""
        by_gram: dict[int, list[_Entry]] = {}
        by_char: dict[tuple[str, str], list[_Entry]] = {}
        grams = _Grams(map(fold, chain.from_iterable(by_form.values())))
        for form, strings in by_form.items():
            for string, numbers in strings.items():
                found = grams.of(fold(string))
                entry = found[1:], string, form, numbers
                if found:
                    by_gram.setdefault(found[0], []).append(entry)
                    by_gram |= {gram: [] for gram in found if gram not in by_gram}
                else:
                    rarest = min(string, key=_RANK.__getitem__)
                    text = "flat" if form == WORD else form
                    by_char.setdefault((text, rarest), []).append(entry)
        return cls((_fixed(by_gram), _fixed(by_char)))

    def narrowed(self, wanted: frozenset[int]) -> Strings:
        """Return those that somebody asks for who is `wanted`."""
        asked = _asked(self._by_gram, wanted)
        entries = chain.from_iterable(asked.values())
        more = chain.from_iterable(each[0] for each in entries)
        by_gram = dict.fromkeys(more, ()) | asked
        return Strings((by_gram, _asked(self._by_char, wanted)))

    def found_in(
        self, view: View, wanted: frozenset[int]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """
        Yield the strings that a text holds, as they stand in the flat text.

        Those that nobody asks for who is `wanted` are left out.
        """
        for _, string, form, numbers in self._candidates(view):
            if not wanted.isdisjoint(numbers) and view.holds(string, form):
                yield fold(string), numbers

    def _candidates(self, view: View) -> Iterator[_Entry]:
        grams = view.grams_among(self._by_gram.keys()) if self._by_gram else set()
        for gram in grams:
            for entry in self._by_gram[gram]:
                if grams.issuperset(entry[0]):
                    yield entry
        for (form, char), short in self._by_char.items():
            if char in getattr(view, form):
                yield from short


def _is_of_word(char: str) -> bool:
    """Whether a pattern takes a character for one of a word."""
    return char.isalnum() or char == "_"


class _Grams:
    """Chooses the bytes by which strings are found: of what they hold, the rarest."""

    def __init__(self, folded: Iterable[str]) -> None:
        encoded = map(_encoded, folded)
        self._counts = Counter(part for each in encoded for part in _parts(each, 3))

    def of(self, folded: str) -> tuple[int, ...]:
        """Return a few grams that a string holds, as numbers; none if it is short."""
        grams = [*_parts(_encoded(folded), _GRAM)]
        places = sorted(range(len(grams)), key=lambda place: self._rank(grams[place]))
        chosen: list[int] = []
        for place in places:
            if all(abs(place - other) >= _GRAM for other in chosen):
                chosen.append(place)
        return tuple(int.from_bytes(grams[n], sys.byteorder) for n in chosen[:_MOST])

    def _rank(self, gram: bytes) -> int:
        """Return how common a gram is likely to be; threes are counted, not fours."""
        return self._counts[gram[:-1]] * self._counts[gram[1:]]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _parts(encoded: bytes, length: int) -> Iterator[bytes]:
    for start in range(len(encoded) - length + 1):
        yield encoded[start : start + length]


def _asked(
    groups: Mapping[_Key, tuple[_Entry, ...]], wanted: frozenset[int]
) -> dict[_Key, tuple[_Entry, ...]]:
    """Return groups of entries without those that nobody asks for who is `wanted`."""
    asked = (
        (key, tuple(each for each in entries if not wanted.isdisjoint(each[3])))
        for key, entries in groups.items()
    )
    return {key: entries for key, entries in asked if entries}


def _fixed(lists: Mapping[_Key, list[_Entry]]) -> dict[_Key, tuple[_Entry, ...]]:
    return {key: tuple(entries) for key, entries in lists.items()}
