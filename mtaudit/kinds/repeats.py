"""Words that repeat in a row, found in linear time."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from operator import eq, lt
from typing import NamedTuple

from mtaudit.model import OPAQUE, TextSpan
from mtaudit.text.parted import BORDER, handfuls, joined
from mtaudit.text.word_list import WITHIN, WORD, word_lists
from mtaudit.text.words import flatten, fold

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_PHRASE_WORD = rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[{WITHIN}]\w+)*"
_UNSPACED_LEADS = b"\xe0\xe1\xe3\xe4\xe5\xe6\xe7\xe8\xe9"
"""Bytes that begin such a letter in UTF-8, and a few others."""


class Words(NamedTuple):
    """The words of a text that may repeat one another."""

    said: list[str]
    """Folded; a break between words that may not be compared is a word of its own."""

    spans: list[tuple[int, int]]


class Copies(NamedTuple):
    """Words that are said again at once."""

    span: TextSpan
    """All the copies."""

    once_end: int
    """Where the first copy ends."""

    times: int


def words_in_a_row(texts: Sequence[str], times: int) -> Iterator[tuple[int, Copies]]:
    """
    Yield the words that are said `times` times with only white space between.

    With them come the numbers of the texts that they are in.
    """
    for first, some in handfuls(texts):
        for number in _said(WORD, joined(some)).with_same_words(times - 1):
            words = _words(WORD, str.isspace, some[number])
            for copies in _copies(words, range(1, 2), times):
                yield first + number, copies


def phrases_in_a_row(
    texts: Sequence[str], sizes: tuple[int, int], times: int
) -> Iterator[tuple[int, Copies]]:
    """
    Yield the phrases that are said `times` times, of few words before many.

    They have ``sizes[0]`` to ``sizes[1]`` words, and marks may part them, but
    no opaque character. Runs do not overlap: "a b a b a b a b" is four times
    "a b", not twice "a b a b". With them come the numbers of their texts.
    """
    for first, some in handfuls(texts):
        for number, copies in _phrases_in_a_row(some, sizes, times):
            yield first + number, copies


def _phrases_in_a_row(
    texts: Sequence[str], sizes: tuple[int, int], times: int
) -> Iterator[tuple[int, Copies]]:
    whole = joined(texts)
    word = _phrase_word(whole)
    # All copies but the first are of words that were said before, and to see
    # that there are none no places are needed.
    for number, said in _said(word, whole).with_old_words(sizes[0] * (times - 1)):
        longest = min(sizes[1], _longest_stretch(said, times) // times)
        lengths = range(sizes[0], longest + 1)
        if any(next(_equal_runs(said, length, times), None) for length in lengths):
            words = _words(word, _is_clear, texts[number])
            for copies in _copies(words, lengths, times):
                yield number, copies


@lru_cache(maxsize=2)
def _phrase_word(text: str) -> re.Pattern[str]:
    """Return what a word of `text` is where scripts without spaces may occur."""
    encoded = text.encode("utf-8", "surrogatepass")
    if not any(lead in encoded for lead in _UNSPACED_LEADS):
        return WORD
    is_unspaced = any(map(_is_unspaced, set(text)))
    return re.compile(_PHRASE_WORD) if is_unspaced else WORD


def _is_unspaced(char: str) -> bool:
    """Whether a letter may be of a script without spaces between words."""
    return "\u0e00" <= char <= "\u17ff" or "\u3040" <= char <= "\u9fff"


class _Said:
    """The words of joined texts, folded."""

    def __init__(self, texts: Iterable[list[str]]) -> None:
        self._texts = [(words, len(words) - len(set(words))) for words in texts]
        """The words of each, and how many of them come again."""

        self._same: dict[int, bytes] = {}
        self._old: dict[int, bytes] = {}

    def with_same_words(self, count: int) -> Iterator[int]:
        """Yield the numbers of texts with `count` words before one like them."""
        for number, (words, again) in enumerate(self._texts):
            if again < count:
                continue
            if number not in self._same:
                self._same[number] = bytes(map(eq, words, words[1:]))
            if b"\1" * count in self._same[number]:
                yield number

    def with_old_words(self, count: int) -> Iterator[tuple[int, list[str]]]:
        """Yield the numbers and words of texts with `count` said before in a row."""
        for number, (words, again) in enumerate(self._texts):
            if again < count:
                continue
            if number not in self._old:
                self._old[number] = _are_old(words)
            if b"\1" * count in self._old[number]:
                yield number, words


def _are_old(words: list[str]) -> bytes:
    """Return for each word 1 if it stands further up."""
    places: dict[str, int] = {}
    return bytes(map(lt, map(places.setdefault, words, count()), count()))


@lru_cache(maxsize=4)
def _said(word: re.Pattern[str], whole: str) -> _Said:
    """Return the words of joined texts; several rules ask for the same."""
    flat = flatten(whole)
    if word is WORD:
        return _Said(word_lists(flat))
    return _Said(map(word.findall, flat.split(BORDER)))


def _longest_stretch(said: list[str], times: int) -> int:
    """Return how many words stand together that are each said `times` times."""
    counts = Counter(said)
    longest = together = 0
    for word in said:
        together = together + 1 if counts[word] >= times else 0
        longest = max(longest, together)
    return longest


def _is_clear(gap: str) -> bool:
    return OPAQUE not in gap


def _words(word: re.Pattern[str], joins: Callable[[str], bool], text: str) -> Words:
    """Return the words of a text, parted where a gap does not join."""
    words = Words([], [])
    last = 0
    for match in word.finditer(text):
        start, end = match.span()
        if words.said and not joins(text[last:start]):
            # White space is in no word, and no two of these are equal.
            words.said.append(f" {start}")
            words.spans.append((last, start))
        words.said.append(fold(match[0]))
        words.spans.append((start, end))
        last = end
    return words


def _copies(words: Words, sizes: range, times: int) -> Iterator[Copies]:
    """Yield the runs of copies that have a letter and do not overlap."""
    said, spans = words
    taken = bytearray(len(said))
    for size in sizes:
        for start, end in _equal_runs(said, size, times):
            if any(taken[start:end]) or not _has_letter(said[start : start + size]):
                continue
            taken[start:end] = b"\1" * (end - start)
            span = TextSpan(spans[start][0], spans[end - 1][1])
            yield Copies(span, spans[start + size - 1][1], (end - start) // size)


def _equal_runs(said: list[str], size: int, times: int) -> Iterator[tuple[int, int]]:
    """Yield where words, `size` at a time, are said `times` times or more."""
    same = bytes(map(eq, said, said[size:]))
    least = b"\1" * (size * (times - 1))
    start = same.find(least)
    while start >= 0:
        end = same.find(b"\0", start)
        end = len(same) if end < 0 else end
        copies = (end - start) // size + 1
        yield start, start + copies * size
        start = same.find(least, end)


def _has_letter(said: list[str]) -> bool:
    return any(char.isalpha() for word in said for char in word)
