"""The words of a text that a translation changes: no names, no code, no addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from mtaudit.text.placeables import Placeable, placeables
from mtaudit.text.scripts import WITHOUT_WORD_ENDS, script_of
from mtaudit.text.words import fold


class ProseWord(NamedTuple):
    """A word, or one character of a script that does not part words."""

    start: int
    end: int
    key: str
    """Folded; two words that are the same have the same key."""

    weight: float
    """How much of a word it is; nothing if it may be a name."""


_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]++(?:['’ʼ-][^\W\d_]++)*+")
_MACHINE = re.compile(r"[@#$/\\_=<>{}~^]|\d|\w[.:]\w|(?<!\w)--?\w|[a-z][A-Z]|\(\)")
"""What makes a chunk no word of the language: a handle, a path, an option, code."""

_EDGES = ".,;:!?()[]«»“”„\"'‘’…*"
_WIDE_WEIGHT = 0.5
"""Two Han characters or kana make a word."""

_KEPT = 2048
"""Texts whose words are kept: rules ask again, and so do catalogues of one program."""

_PLACES = 8
"""Places of the original at which a run may start; more only say the same again."""


def prose_words(text: str, shared: Collection[str] = ()) -> Sequence[ProseWord]:
    """
    Return the words of `text` in order; code, addresses and handles are none.

    A word with a capital letter weighs nothing, and no more does one of the
    `shared`, which two languages have in common.
    """
    words = _prose_words(text)
    if not shared:
        return words
    return [each._replace(weight=0.0) if each.key in shared else each for each in words]


@lru_cache(maxsize=_KEPT)
def _prose_words(text: str) -> tuple[ProseWord, ...]:
    apart = [*placeables(text)]
    if not apart and not _MACHINE.search(text):
        return tuple(_words(text, 0, len(text)))
    return tuple(
        word
        for chunk in _CHUNK.finditer(text)
        if not (_MACHINE.search(chunk[0].strip(_EDGES)) or _is_in(chunk, apart))
        for word in _words(text, *chunk.span())
    )


def _is_in(chunk: re.Match[str], apart: Iterable[Placeable]) -> bool:
    return any(each.start < chunk.end() and chunk.start() < each.end for each in apart)


def _words(text: str, start: int, end: int) -> Iterator[ProseWord]:
    """Yield words, or their characters where they are what can be compared."""
    for match in _WORD.finditer(text, start, end):
        word, place = match[0], match.start()
        if not word.isascii() and script_of(word[0]) in WITHOUT_WORD_ENDS:
            for offset, char in enumerate(word, place):
                yield ProseWord(offset, offset + 1, char, _WIDE_WEIGHT)
        else:
            key = fold(word)
            is_small = len(key) > 1 and word == word.lower()
            yield ProseWord(place, match.end(), key, float(is_small))


def weight(words: Iterable[ProseWord]) -> float:
    """Return how many words there are that a translation would have changed."""
    return sum(word.weight for word in words)


def common_runs(
    words: Sequence[ProseWord], others: Sequence[ProseWord]
) -> Iterator[Sequence[ProseWord]]:
    """Yield the runs of two words or more that stand in both, longest first seen."""
    places: dict[tuple[str, str], list[int]] = {}
    for index, (first, second) in enumerate(pairwise(others)):
        known = places.setdefault((first.key, second.key), [])
        if len(known) < _PLACES:
            known.append(index)
    index = 0
    while index + 1 < len(words):
        starts = places.get((words[index].key, words[index + 1].key), ())
        runs = (_common(words[index:], others[each:]) for each in starts)
        length = max(runs, default=1)
        if length > 1:
            yield words[index : index + length]
        index += length


def _common(words: Sequence[ProseWord], others: Sequence[ProseWord]) -> int:
    """Return with how many words two sequences start alike."""
    pairs = zip(words, others, strict=False)
    alike = takewhile(lambda pair: pair[0].key == pair[1].key, pairs)
    return sum(1 for _ in alike)
