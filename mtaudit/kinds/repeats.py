"""Words that repeat in a row, found in linear time."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import eq
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


def words_in_a_row(text: str, times: int) -> Iterator[Copies]:
    """Yield the words that are said `times` times with only white space between."""
    return _in_a_row(_How(_WORD, str.isspace), text, (1, 1), times=times)


def phrases_in_a_row(text: str, sizes: tuple[int, int], times: int) -> Iterator[Copies]:
    """
    Yield the phrases that are said `times` times, of few words before many.

    They have ``sizes[0]`` to ``sizes[1]`` words, and marks may part them, but
    no opaque character. Runs do not overlap: "a b a b a b a b" is four times
    "a b", not twice "a b a b".
    """
    how = _How(_phrase_word(text), _is_clear)
    return _in_a_row(how, text, sizes, times=times)


def _phrase_word(text: str) -> re.Pattern[str]:
    """Return what a word of `text` is where scripts without spaces may occur."""
    if text.isascii() or not any(map(_is_unspaced, set(text))):
        return _WORD
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’\-‑]\w+)*")


def _is_unspaced(char: str) -> bool:
    """Whether a letter may be of a script without spaces between words."""
    return "\u0e00" <= char <= "\u17ff" or "\u3040" <= char <= "\u9fff"


class _How(NamedTuple):
    """What words are, and which gaps join them."""

    word: re.Pattern[str]
    joins: Callable[[str], bool]


def _in_a_row(
    how: _How, text: str, sizes: tuple[int, int], *, times: int
) -> Iterator[Copies]:
    # Most texts repeat nothing, and to see that no places are needed.
    said, again = _said(how.word, text)
    # Copies of a phrase have no more different words than the phrase has.
    if again < sizes[0] * (times - 1):
        return
    if times > 2:  # noqa: PLR2004 -- a pair
        sizes = sizes[0], min(sizes[1], _longest_stretch(said, times) // times)
    if any(next(_equal_runs(said, size, times), None) for size in _range(sizes)):
        yield from _copies(_words(how, text), sizes, times)


@lru_cache(maxsize=512)
def _said(word: re.Pattern[str], text: str) -> tuple[list[str], int]:
    """
    Return the words of a text, folded, and how many of them were said before.

    Several rules ask for the same.
    """
    said = word.findall(fold(text))
    return said, len(said) - len(set(said))


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


def _words(how: _How, text: str) -> Words:
    """Return the words of a text, parted where a gap does not join."""
    words = Words([], [])
    last = 0
    for match in how.word.finditer(text):
        start, end = match.span()
        if words.said and not how.joins(text[last:start]):
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
