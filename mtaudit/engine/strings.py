"""Many strings looked for in one text at the price of few."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from mtaudit.text.shapes import shape_of
from mtaudit.text.words import flatten, fold, spaced, tokens

_GRAM = 4
_FEW = 64
_WORD = re.compile(r"\w+")
_COMMONEST = "zqxj%_ZQXJ()\"'KVWUYkvGNRLODFHEbyBPpCMgSTwIAf,.mcudlhrsnioate "
_RANK = defaultdict(int, {char: rank for rank, char in enumerate(_COMMONEST, 1)})
"""Characters of running text, the rarest first; those not listed are rarer still."""

_Grouped = defaultdict[str, list[tuple[str, list[int]]]]


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

    @cached_property
    def marks(self) -> frozenset[str]:
        """The characters, folded and not."""
        return self.chars | (frozenset(self.flat) - self._border)

    @cached_property
    def grams(self) -> frozenset[str]:
        """Each four letters that stand together in a folded word."""
        return frozenset(
            word[at : at + _GRAM]
            for word in self.words
            for at in range(len(word) - _GRAM + 1)
        )


class Strings:
    """
    Strings by something that each of them holds.

    That is a whole word, else four letters of one, else the rarest character: a
    text that lacks it need not be searched for the string. `of_words` says that
    the strings start and end with whole words; of those the longest is asked
    for. To take a text apart for the sake of few strings is not worth while.
    """

    def __init__(
        self, strings: Mapping[str, list[int]], *, of_words: bool = False
    ) -> None:
        self._by_word: _Grouped = defaultdict(list)
        self._by_gram: _Grouped = defaultdict(list)
        self._by_char: _Grouped = defaultdict(list)
        are_few = len(strings) <= _FEW
        for string, numbers in strings.items():
            if of_words:
                self._by_word[_longest_word(string)].append((string, numbers))
                continue
            folded = fold(string)
            word = "" if are_few else max(_WORD.findall(folded), key=len, default="")
            if len(word) > 2 and _stands_alone(word, folded):  # noqa: PLR2004 -- as of
                grouped, key = self._by_word, word
            elif len(word) >= _GRAM and word.isascii():
                grouped, key = self._by_gram, word[:_GRAM]
            else:
                grouped, key = self._by_char, min(string, key=_RANK.__getitem__)
            grouped[key].append((string, numbers))

    def found_in(self, text: str, view: View) -> Iterator[tuple[str, list[int]]]:
        """Yield the strings in `text`, which is a form of `view`, with their gates."""
        if self._by_word:
            yield from _occurring(text, self._by_word, view.words)
        if self._by_gram:
            yield from _occurring(text, self._by_gram, view.grams)
        if self._by_char:
            yield from _occurring(text, self._by_char, view.marks)


def _occurring(
    text: str, grouped: _Grouped, keys: Collection[str]
) -> Iterator[tuple[str, list[int]]]:
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


def _stands_alone(word: str, string: str) -> bool:
    """Whether a word of a string is not the beginning or the end of a longer one."""
    return not string.startswith(word) and not string.endswith(word)


def _longest_word(string: str) -> str:
    longest = max(string.split(), key=len)
    return longest if longest.isalnum() else max(_WORD.findall(string), key=len)
