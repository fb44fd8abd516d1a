"""Which rules can fire on a text: one look at it for all of them together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar
from unicodedata import category

from mtaudit.kinds import Gate
from mtaudit.packs.strings import Strings
from mtaudit.packs.view import WORD, View
from mtaudit.text.scripts import script_of, scripts_of
from mtaudit.text.shapes import is_spelled, shape_of
from mtaudit.text.words import (
    flatten,
    fold,
    has_whole,
    spaced,
    tokens,
)

_MANY = 100
"""Characters. A gate that names more is asked by itself: see `_alphabets`."""

_Key = TypeVar("_Key", str, int)
_Numbers = tuple[int, ...]


class Keys:
    """
    What opened a rule's gate in a text; for finding the part of it that holds it.

    A rule is opened by few keys even if its gate names thousands, so looking for
    each is cheap.
    """

    __slots__ = ("chars", "shapes", "strings")

    def __init__(self) -> None:
        self.strings: set[str] = set()
        """Words, phrases and parts: to look for in the flattened text."""

        self.chars: set[str] = set()
        """Characters, those of the scripts that were asked for among them."""

        self.shapes: set[str] = set()

    @property
    def are_none(self) -> bool:
        """Whether the gate was open from the start."""
        return not (self.strings or self.chars or self.shapes)

    def by_form(self) -> tuple[tuple[str, set[str]], ...]:
        """Return the keys, each set with the form of a `View` that holds them."""
        return ("flat", self.strings), ("text", self.chars), ("shape", self.shapes)


class GateIndex:
    """
    The gates of many rules, turned round: from what a text holds to their numbers.

    It is `data`, which is plain and can be kept: to turn the gates of all rules
    round takes as long as to audit a page.
    """

    def __init__(self, data: tuple[Any, ...], strings: Strings | None = None) -> None:
        self.data = data
        named, chars, alphabets, scripts, shapes, letters, always = data
        self._strings = strings or Strings(named)
        self._chars: dict[str, _Numbers] = chars
        self._alphabets: tuple[tuple[int, frozenset[str]], ...] = alphabets
        """The characters of gates that name many: turned round, they take long."""

        self._scripts: dict[str, _Numbers] = scripts
        self._shapes: dict[str, tuple[tuple[str, _Numbers], ...]] = shapes
        self._letters: dict[int, _Numbers] = letters
        self.always: _Numbers = always
        """The gates that are open to every text."""

    @classmethod
    def of(cls, gates: Mapping[int, Gate]) -> GateIndex:
        """Return the index of gates by their numbers."""
        named: dict[str, dict[int, Collection[str]]] = {
            "flat": {n: _of_words(gate.parts) for n, gate in gates.items()},
            "even": {n: _even(gate) for n, gate in gates.items()},
            WORD: {n: _whole(gate) for n, gate in gates.items()},
        }
        many = {n: frozenset(g.chars) for n, g in gates.items() if len(g.chars) > _MANY}
        few = {n: gate.chars for n, gate in gates.items() if n not in many}
        shapes = _numbered({n: gate.shapes for n, gate in gates.items()})
        data = (
            Strings.of({form: _numbered(each) for form, each in named.items()}).data,
            _numbered(few),
            tuple(many.items()),
            _numbered({number: gate.scripts for number, gate in gates.items()}),
            _by_sign(shapes),
            _numbered({n: [gate.letters] for n, gate in gates.items() if gate.letters}),
            tuple(number for number, gate in gates.items() if gate.is_open),
        )
        return cls(data)

    @property
    def asks_words(self) -> bool:
        """Whether the words of a text must be known."""
        return self._strings.ask_words

    def narrowed(self, wanted: frozenset[int]) -> GateIndex:
        """Return an index of only those gates that are `wanted`: faster to ask."""
        _, chars, alphabets, scripts, shapes, letters, always = self.data
        by_sign = {
            sign: tuple(each for each in named if not wanted.isdisjoint(each[1]))
            for sign, named in shapes.items()
        }
        strings = self._strings.narrowed(wanted)
        data = (
            strings.data,
            _among(chars, wanted),
            tuple(each for each in alphabets if each[0] in wanted),
            _among(scripts, wanted),
            {sign: named for sign, named in by_sign.items() if named},
            _among(letters, wanted),
            tuple(number for number in always if number in wanted),
        )
        return GateIndex(data, strings)

    def opened_by(self, view: View, wanted: frozenset[int]) -> dict[int, Keys]:
        """Return which gates among those `wanted` a text opens, and by what."""
        opened = {number: Keys() for number in self.always if number in wanted}
        for sort, found in (
            ("strings", self._strings.found_in(view, wanted)),
            ("strings", self._long_in(view)),
            ("chars", self._chars_in(view, wanted)),
            ("shapes", self._shapes_in(view, wanted)),
        ):
            for key, numbers in found:
                for number in wanted.intersection(numbers):
                    keys = opened.get(number) or opened.setdefault(number, Keys())
                    getattr(keys, sort).add(key)
        return opened

    def _long_in(self, view: View) -> Iterator[tuple[str, _Numbers]]:
        """Yield the words that are as long as is asked for."""
        for letters, numbers in self._letters.items():
            for word in view.words:
                if len(word) >= letters:
                    yield fold(word), numbers

    def _chars_in(
        self, view: View, wanted: frozenset[int]
    ) -> Iterator[tuple[str, _Numbers]]:
        """Yield the characters that are asked for, alone or with all of a script."""
        if self._chars:
            seen = view.found(self._rare) if self._rare else view.chars
            for char in self._chars.keys() & seen:
                yield char, self._chars[char]
        for number, alphabet in self._alphabets:
            if number in wanted:
                for char in alphabet & view.chars:
                    yield char, (number,)
        if self._scripts:
            for char in view.chars:
                yield char, self._scripts.get(script_of(char) or "", ())

    @cached_property
    def _rare(self) -> re.Pattern[str] | None:
        """What finds the characters that are asked for, if clean text has none."""
        if self._alphabets or self._scripts or any(map(_is_frequent, self._chars)):
            return None
        return re.compile(f"[{''.join(map(re.escape, self._chars))}]")

    def _shapes_in(
        self, view: View, wanted: frozenset[int]
    ) -> Iterator[tuple[str, _Numbers]]:
        """Yield the shapes that are asked for, those of which the text has a sign."""
        if not self._shapes:
            return
        shown = view.even if self._shapes_are_spelled else view.shape
        for sign in filter(shown.__contains__, self._shapes):
            for shape, numbers in self._shapes[sign]:
                if not wanted.isdisjoint(numbers) and shape in shown:
                    yield shape, numbers

    @cached_property
    def _shapes_are_spelled(self) -> bool:
        """Whether a text has each of the shapes if it spells it."""
        named = chain.from_iterable(self._shapes.values())
        return all(is_spelled(shape) for shape, _ in named)


def _among(
    keyed: Mapping[_Key, _Numbers], wanted: frozenset[int]
) -> dict[_Key, _Numbers]:
    """Return the keys of which a gate is `wanted`."""
    return {key: each for key, each in keyed.items() if not wanted.isdisjoint(each)}


def _of_words(strings: Iterable[str]) -> list[str]:
    """Return the strings that fold, or others to them."""
    return [string for string in strings if not _is_of_signs(string)]


def _even(gate: Gate) -> list[str]:
    """Return what a gate opens for as it stands in a text; of signs, that is all."""
    return [*gate.exact, *filter(_is_of_signs, gate.parts)]


def _is_of_signs(string: str) -> bool:
    """Whether a string is of punctuation and spaces, which have no case."""
    return all(category(char)[0] in "PZ" for char in string)


def _is_frequent(char: str) -> bool:
    """Whether clean text may have a character often."""
    return char.isalnum() or char == "\n" or (char.isascii() and char.isprintable())


def _whole(gate: Gate) -> list[str]:
    """Return what a gate opens for if it begins and ends with a word."""
    return [*gate.phrases, *filter(_is_word, gate.words)]


def _is_word(word: str) -> bool:
    """Whether a text could have a word; a gate that is shut names one that is none."""
    return tokens(word) == {word}


def _numbered(gates: Mapping[int, Collection[_Key]]) -> dict[_Key, _Numbers]:
    """Return each key with the numbers of the gates that name it."""
    turned: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, keys in gates.items():
        for key in keys:
            turned[key].append(number)
    return {key: tuple(numbers) for key, numbers in sorted(turned.items())}


def _by_sign(
    shapes: Mapping[str, _Numbers],
) -> dict[str, tuple[tuple[str, _Numbers], ...]]:
    """Return shapes by a character of theirs that is neither letter nor digit."""
    turned: defaultdict[str, list[tuple[str, _Numbers]]] = defaultdict(list)
    for shape, numbers in shapes.items():
        turned[min(shape, key="a0 ".find)].append((shape, numbers))
    return {sign: tuple(each) for sign, each in turned.items()}


def is_open(gate: Gate, text: str) -> bool:
    """Whether `gate` lets `text` through: the plain meaning of `GateIndex`."""
    if gate.is_open:
        return True
    flat = flatten(text)
    longest = max(map(len, tokens(spaced(text))), default=0)
    return (
        0 < gate.letters <= longest
        or not tokens(flat).isdisjoint(gate.words)
        or any(string in flat for string in gate.parts)
        or any(has_whole(flat, phrase) for phrase in gate.phrases)
        or any(char in text for char in gate.chars)
        or not scripts_of(text).isdisjoint(gate.scripts)
        or any(string in spaced(text) for string in gate.exact)
        or any(part in shape_of(text) for part in gate.shapes)
    )
