"""Many strings looked for in one text at the price of few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from mtaudit.packs.view import WORD, View
from mtaudit.packs.word_parts import WordParts, parts_of
from mtaudit.text.shapes import signs_of
from mtaudit.text.words import fold

_MOST = 3
"""Parts of a string that are asked for: with more, hardly one fewer is searched."""

_COMMONEST = "ZQXJ%_zqxjKVWUYGNRLODFHEBPCMSTIA()\"'kvwufybpgm,.cdlhrsnioate "
_RANK = defaultdict(int, {char: rank for rank, char in enumerate(_COMMONEST, 1)})
"""Characters of running text, the rarest first; those not listed are rarer still."""

_Key = TypeVar("_Key")

_Entry = tuple[tuple[str, ...], str, str, str, bool, tuple[int, ...]]
"""
A string, and what is asked before it is looked for; plain, for it is kept.

The parts that words must hold besides the one it is filed under, the signs that
stand in a row in it, the string, the form of a text it is looked for in, whether it
is there once words hold all that they must, and the numbers of who asks for it.
"""

_FEW = 60
"""
So many strings are looked for one by one in less time than words are parted.

Those with a sign that prose does not have do not count: they are seldom looked for.
"""


class Strings:
    """
    Strings by what a word must hold before a text can hold them.

    One look at the words of a text tells which these are, and other strings need
    not be looked for. Those of too few letters go by their rarest character.
    """

    def __init__(
        self, data: tuple[Any, Any, Any], parts: WordParts | None = None
    ) -> None:
        self.data = data
        """What is kept of this: it is plain."""

        self._by_part: dict[str, tuple[_Entry, ...]] = data[0]
        self._by_char: dict[tuple[str, str], tuple[_Entry, ...]] = data[1]
        self._parts = parts or WordParts(data[2])

    @classmethod
    def of(cls, by_form: Mapping[str, Mapping[str, tuple[int, ...]]]) -> Strings:
        """Return strings, given by the form of a text that they are looked for in."""
        by_part: defaultdict[str, list[_Entry]] = defaultdict(list)
        by_char: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
        for form, strings in by_form.items():
            for string, numbers in strings.items():
                parts = parts_of(string, is_whole=form == WORD)[:_MOST]
                signs = signs_of(string)
                if parts:
                    is_told = _is_told(string, form, parts[0])
                    entry = (*parts[1:],), signs, string, form, is_told, numbers
                    by_part[parts[0]].append(entry)
                else:
                    entry = (), signs, string, form, False, numbers
                    by_char[_rarest(string, form)].append(entry)
        held = WordParts.of(_parts_in(by_part))
        return cls((_fixed(by_part), _fixed(by_char), held.data))

    @property
    def ask_words(self) -> bool:
        """Whether the words of a text must be known."""
        return bool(self._by_part)

    def narrowed(self, wanted: frozenset[int]) -> Strings:
        """Return those that somebody asks for who is `wanted`."""
        by_part = _asked(self._by_part, wanted)
        by_char = _asked(self._by_char, wanted)
        if sum(map(_is_of_prose, chain.from_iterable(by_part.values()))) <= _FEW:
            by_part, by_char = {}, _without_parts(by_part, by_char)
        parts = self._parts.narrowed(_parts_in(by_part))
        return Strings((by_part, by_char, parts.data), parts)

    def found_in(
        self, view: View, wanted: frozenset[int]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        """
        Yield the strings that a text holds, as they stand in the flat text.

        Those that nobody asks for who is `wanted` are left out.
        """
        for _, _, string, form, is_told, numbers in self._candidates(view):
            if not wanted.isdisjoint(numbers) and (is_told or view.holds(string, form)):
                yield fold(string), numbers

    def _candidates(self, view: View) -> Iterator[_Entry]:
        """Yield strings of which a text has the words and the signs."""
        held = self._parts.held_by(view.words) if self._by_part else set()
        groups = [self._by_part[part] for part in self._by_part.keys() & held]
        for (form, char), entries in self._by_char.items():
            if char in (view.flat if form == "flat" else view.even):
                groups.append(entries)
        for entry in chain.from_iterable(groups):
            if held.issuperset(entry[0]) and (not entry[1] or entry[1] in view.shape):
                yield entry


def _rarest(string: str, form: str) -> tuple[str, str]:
    """Return the form of a text to look for a string in, and its rarest character."""
    rarest = min(string, key=_RANK.__getitem__)
    return "flat" if form == WORD else form, rarest


def _is_of_prose(entry: _Entry) -> bool:
    """Whether running text may have each of the characters of a string."""
    return _RANK[_rarest(entry[2], entry[3])[1]] > 0


def _without_parts(
    by_part: Mapping[str, Sequence[_Entry]],
    by_char: Mapping[tuple[str, str], Sequence[_Entry]],
) -> dict[tuple[str, str], tuple[_Entry, ...]]:
    """Return entries of both groups by the rarest character alone."""
    groups: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in chain.from_iterable((*by_part.values(), *by_char.values())):
        _, _, string, form, _, numbers = entry
        groups[_rarest(string, form)].append(((), "", string, form, False, numbers))
    return _fixed(groups)


def _parts_in(by_part: Mapping[str, Sequence[_Entry]]) -> set[str]:
    """Return all the parts that words must hold, for one string or the other."""
    entries = chain.from_iterable(by_part.values())
    return {*by_part, *chain.from_iterable(each[0] for each in entries)}


def _is_told(string: str, form: str, part: str) -> bool:
    """Whether a text has a string if a word has a part of it."""
    is_all = part == (f" {string} " if form == WORD else string)
    # A space in a part may be any sign; small letters may be capitals in the text.
    return is_all and " " not in string and (form != "even" or string != fold(string))


def _asked(
    groups: Mapping[_Key, tuple[_Entry, ...]], wanted: frozenset[int]
) -> dict[_Key, tuple[_Entry, ...]]:
    """Return groups of entries without those that nobody asks for who is `wanted`."""
    asked = (
        (key, tuple(each for each in entries if not wanted.isdisjoint(each[-1])))
        for key, entries in groups.items()
    )
    return {key: entries for key, entries in asked if entries}


def _fixed(lists: Mapping[_Key, list[_Entry]]) -> dict[_Key, tuple[_Entry, ...]]:
    return {key: tuple(entries) for key, entries in lists.items()}
