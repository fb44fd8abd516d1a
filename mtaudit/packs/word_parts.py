"""Parts of words, looked for in words: what a word holds is found out once."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from mtaudit.text.words import fold, tokens

_GRAM = 4
"""Bytes that are looked up at once, so many as a C integer has."""

_MOST = 3
"""Grams of a part that are looked up: with more, hardly one fewer is searched."""

_RARE = 3
"""Characters of a part that few words hold, if one is a capital or none a space."""

_FEW = 4
"""One in so many parts are few: to learn what words hold of them pays."""

_REMEMBERED = 30_000
"""Words to remember, more than a book has; then it begins anew."""

_Entry = tuple[tuple[int, ...], str]
"""More grams of a part, and the part."""

_WORD = re.compile(r"\w+")


def parts_of(string: str, *, is_whole: bool) -> list[str]:
    """
    Return what words hold in each text that holds a string, the longest first.

    A space in a part tells that the word begins or ends there; in a string that is
    not `is_whole`, the first word may begin earlier and the last end later. What is
    so short that it is in many words is left out.
    """
    edge = " " if is_whole else ""
    edged = f"{edge}{string}{edge}"
    parts = set()
    for match in _WORD.finditer(edged):
        start = " " if match.start() else ""
        end = " " if match.end() < len(edged) else ""
        parts.add(f"{start}{match[0]}{end}")
    ranked = sorted(parts, key=lambda part: (-len(part), part))
    return [part for part in ranked if _is_telling(part)]


def _is_telling(part: str) -> bool:
    is_rare = len(part) >= _RARE and (" " not in part or part != part.lower())
    has_digit = not part.isdigit() and any(map(str.isdigit, part))
    return _is_whole(part) or is_rare or has_digit or len(_encoded(part)) >= _GRAM


def _is_whole(part: str) -> bool:
    return part[0] == " " == part[-1]


class WordParts:
    """
    Parts that are looked for in the words of texts, all together.

    What each word holds is remembered: the tenth page of a matter has few new ones.
    """

    def __init__(self, data: tuple[Any, Any, Any]) -> None:
        self.data = data
        """What is kept of this: it is plain."""

        self._whole: frozenset[str] = data[0]
        self._short: tuple[str, ...] = data[1]
        self._by_gram: dict[int, tuple[_Entry, ...]] = data[2]
        self._count = (
            len(data[0]) + len(data[1]) + sum(map(len, self._by_gram.values()))
        )
        self._known: set[str] = set()
        self._held: dict[str, tuple[str, ...]] = {}

    @classmethod
    def of(cls, parts: Iterable[str]) -> WordParts:
        """Return parts as `parts_of` gives them."""
        named = {*parts}
        whole = {*filter(_is_whole, named)}
        long = {part for part in named - whole if len(_encoded(part)) >= _GRAM}
        by_gram: defaultdict[int, list[_Entry]] = defaultdict(list)
        grams = _Grams(long)
        for part in long:
            first, *more = grams.of(part)
            by_gram[first].append((tuple(more), part))
        words = frozenset(part[1:-1] for part in whole)
        return cls((words, tuple(sorted(named - whole - long)), _with_more(by_gram)))

    def narrowed(self, parts: set[str]) -> WordParts:
        """Return those that are among `parts`; if they are many, with the others."""
        if len(parts) * _FEW > self._count:
            return self
        by_gram = {
            gram: [each for each in entries if each[1] in parts]
            for gram, entries in self._by_gram.items()
        }
        return WordParts(
            (
                frozenset(word for word in self._whole if f" {word} " in parts),
                tuple(part for part in self._short if part in parts),
                _with_more(by_gram),
            )
        )

    def held_by(self, words: frozenset[str]) -> set[str]:
        """Return the parts that some of `words` hold, as they stand or folded."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            self._held.clear()
        new = words - self._known
        if new:
            self._learn(new)
        held = self._held
        return {part for word in held.keys() & words for part in held[word]}

    def _learn(self, new: frozenset[str]) -> None:
        self._known |= new
        said: defaultdict[str, list[str]] = defaultdict(list)
        for word in new:
            for form in _forms(word):
                said[form].append(word)
        held: defaultdict[str, list[str]] = defaultdict(list)
        for form in said.keys() & self._whole:
            for word in said[form]:
                held[word].append(f" {form} ")
        joined = f" {' '.join(said)} "
        for part in chain(self._short, self._candidates(joined)):
            for form in _words_with(part, joined):
                for word in said[form]:
                    held[word].append(part)
        self._held.update((word, tuple(parts)) for word, parts in held.items())

    def _candidates(self, joined: str) -> Iterator[str]:
        """Yield the longer parts of whose bytes some occur in a text."""
        encoded = memoryview(_encoded(joined))
        found: set[int] = set()
        for start in range(_GRAM):
            end = len(encoded) - (len(encoded) - start) % _GRAM
            found |= self._by_gram.keys() & encoded[start:end].cast("I")
        for gram in found:
            for more, part in self._by_gram[gram]:
                if found.issuperset(more):
                    yield part


def _with_more(
    by_gram: Mapping[int, Sequence[_Entry]],
) -> dict[int, tuple[_Entry, ...]]:
    """Return parts by their first gram; their other grams lead to none."""
    entries = chain.from_iterable(by_gram.values())
    more = chain.from_iterable(each[0] for each in entries)
    asked = {gram: tuple(each) for gram, each in by_gram.items() if each}
    return dict.fromkeys(more, ()) | asked


def _forms(word: str) -> Collection[str]:
    """Return a word as it stands and folded; folding may part it."""
    folded = fold(word)
    if folded == word:
        return (word,)
    return (word, folded) if folded.isalnum() else {word, *tokens(folded)}


def _words_with(part: str, joined: str) -> Iterator[str]:
    """Yield the words that hold a part, of words parted by spaces."""
    place = joined.find(part)
    while place >= 0:
        inside = place + (part[0] == " ")
        end = joined.find(" ", inside)
        yield joined[joined.rfind(" ", 0, inside) + 1 : end]
        place = joined.find(part, end)


class _Grams:
    """Chooses the bytes by which strings are found: of what they hold, the rarest."""

    def __init__(self, strings: Iterable[str]) -> None:
        encoded = map(_encoded, strings)
        self._counts = Counter(part for each in encoded for part in _runs(each, 3))

    def of(self, string: str) -> tuple[int, ...]:
        """Return a few grams that a string of four bytes or more holds."""
        grams = [*_runs(_encoded(string), _GRAM)]
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


def _runs(encoded: bytes, length: int) -> Iterator[bytes]:
    for start in range(len(encoded) - length + 1):
        yield encoded[start : start + length]
