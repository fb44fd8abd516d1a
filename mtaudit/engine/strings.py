"""Many strings looked for in one text at the price of few."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from mtaudit.text.words import fold, tokens

Numbered = Mapping[str, list[int]]
"""Strings, each with the numbers of the gates that name it."""

_Grouped = Mapping[str, list[tuple[str, list[int]]]]

_INNER_WORD = re.compile(r"(?<=\W)\w+(?=\W)")
"""A word that is whole even where the string stands inside others."""

_HEAD = 4
_WORD_HEAD = re.compile(rf"(?<=\W)\w{{{_HEAD}}}")
"""The first letters of a word that may go on after the string."""

_COMMONEST = "zqxj%_ZQXJ()\"'KVWUYkvGNRLODFHEbyBPpCMgSTwIAf,.mcudlhrsnioate "
"""Characters of running text, the rarest first; those that are not here are rarer."""


class Strings:
    """
    Strings by something that each of them holds.

    That is a character beyond ASCII, else a whole word, else the head of one,
    else the rarest character: a text that lacks it need not be searched for the
    string.
    """

    def __init__(self, strings: Numbered, *, of_words: bool = False) -> None:
        """`of_words` says that each string starts and ends with a whole word."""
        by_word: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        by_head: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        by_char: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for string, numbers in strings.items():
            words = _words_of(string, of_words=of_words)
            heads = [fold(head) for head in _WORD_HEAD.findall(string)]
            if not string.isascii() or not (words or heads):
                by_char[min(string, key=_frequency)].append((string, numbers))
            elif words:
                by_word[max(words, key=len)].append((string, numbers))
            else:
                by_head[heads[0]].append((string, numbers))
        self._by_word: _Grouped = by_word
        self._by_head: _Grouped = by_head
        self._by_char: _Grouped = by_char

    def found_in(
        self, text: str, words: Collection[str], chars: Collection[str]
    ) -> Iterator[tuple[str, list[int]]]:
        """
        Yield the strings that occur in `text`, each with its numbers.

        `words` are the folded words of the text, `chars` its characters.
        """
        heads = {word[:_HEAD] for word in words} if self._by_head else ()
        for keys, grouped in (
            (words, self._by_word),
            (heads, self._by_head),
            (chars, self._by_char),
        ):
            for key in grouped.keys() & keys:
                for string, numbers in grouped[key]:
                    if string in text:
                        yield string, numbers


def numbered(gates: Iterable[Collection[str]]) -> dict[str, list[int]]:
    """Return each key with the numbers of the gates that name it."""
    turned: defaultdict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(gates):
        for key in keys:
            turned[key].append(number)
    return dict(turned)


def _words_of(string: str, *, of_words: bool) -> Collection[str]:
    """Return the words that are whole wherever the string stands, folded."""
    if of_words:
        return tokens(fold(string))
    return [fold(word) for word in _INNER_WORD.findall(string)]


def _frequency(char: str) -> int:
    """Return the rank of a character, the commonest highest; unlisted ones are 0."""
    return _COMMONEST.find(char) + 1
