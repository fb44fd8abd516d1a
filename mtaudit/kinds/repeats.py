"""Words that repeat in a row, found in linear time."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import count
from operator import eq, lt
from typing import NamedTuple

from mtaudit.model import OPAQUE, TextSpan
from mtaudit.text.words import fold

# An apostrophe or a hyphen inside belongs to the word: "in in-depth talks" has
# no repetition, and "that that's" has none.
_WORD = re.compile(r"\w+(?:['’\-‑]\w+)*")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"


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


def words_in_a_row(text: str, times: int) -> Iterable[Copies]:
    """Return the words that are said `times` times with only white space between."""
    if b"\1" * (times - 1) not in _said(_WORD, text).next_is_same:
        return ()
    return _copies(_words(_WORD, str.isspace, text), (1, 1), times)


def phrases_in_a_row(text: str, sizes: tuple[int, int], times: int) -> Iterable[Copies]:
    """
    Return the phrases that are said `times` times, of few words before many.

    They have ``sizes[0]`` to ``sizes[1]`` words, and marks may part them, but
    no opaque character. Runs do not overlap: "a b a b a b a b" is four times
    "a b", not twice "a b a b".
    """
    word = _phrase_word(text)
    said = _said(word, text)
    # All copies but the first are of words that were said before, and to see
    # that there are none no places are needed.
    if b"\1" * (sizes[0] * (times - 1)) not in said.is_said_before:
        return ()
    longest = min(sizes[1], _longest_stretch(said.words, times) // times)
    sizes = sizes[0], longest
    if not any(next(_equal_runs(said.words, size, times), 0) for size in _range(sizes)):
        return ()
    return _copies(_words(word, _is_clear, text), sizes, times)


@lru_cache(maxsize=512)
def _phrase_word(text: str) -> re.Pattern[str]:
    """Return what a word of `text` is where scripts without spaces may occur."""
    if text.isascii() or not any(map(_is_unspaced, set(text))):
        return _WORD
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’\-‑]\w+)*")


def _is_unspaced(char: str) -> bool:
    """Whether a letter may be of a script without spaces between words."""
    return "\u0e00" <= char <= "\u17ff" or "\u3040" <= char <= "\u9fff"


class _Said(NamedTuple):
    """The words of a text, folded, and which of them come again."""

    words: list[str]
    is_said_before: bytes
    """For each word, 1 if it stands further up in the text."""

    next_is_same: bytes
    """For each word but the last, 1 if the next one is the same."""


@lru_cache(maxsize=512)
def _said(word: re.Pattern[str], text: str) -> _Said:
    """Return the words of a text; several rules ask for the same."""
    words = word.findall(fold(text))
    places: dict[str, int] = {}
    first = map(places.setdefault, words, count())
    return _Said(
        words, bytes(map(lt, first, count())), bytes(map(eq, words, words[1:]))
    )


def _longest_stretch(said: list[str], times: int) -> int:
    """Return how many words stand together that are each said `times` times."""
    counts = Counter(said)
    longest = together = 0
    for word in said:
        together = together + 1 if counts[word] >= times else 0
        longest = max(longest, together)
    return longest


def _range(sizes: tuple[int, int]) -> range:
    return range(sizes[0], sizes[1] + 1)


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


def _copies(words: Words, sizes: tuple[int, int], times: int) -> Iterator[Copies]:
    """Yield the runs of copies that have a letter and do not overlap."""
    said, spans = words
    taken = bytearray(len(said))
    for size in _range(sizes):
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
