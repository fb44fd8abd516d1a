"""Which rules can fire on a text: one look at it for all of them together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from mtaudit.kinds import Gate
from mtaudit.packs.rule import Rule
from mtaudit.text.scripts import scripts_of
from mtaudit.text.shapes import shape_of
from mtaudit.text.words import flatten, fold, spaced, tokens


class Keys:
    """
    What opened a rule's gate in a text; for asking again of a part of it.

    A rule is opened by few keys even if its gate names thousands, so asking
    whether one of them occurs in a segment is cheap.
    """

    __slots__ = ("chars", "scripts", "shapes", "strings")

    def __init__(self) -> None:
        self.strings: set[str] = set()
        """Words, phrases and parts: to look for in the flattened text."""

        self.chars: set[str] = set()
        self.scripts: set[str] = set()
        self.shapes: set[str] = set()

    def occur_in(self, text: str, flat: str) -> bool:
        """Whether one of the keys may be in `text`; no keys open every text."""
        if self.scripts or self.shapes or not (self.strings or self.chars):
            return True
        return any(key in flat for key in self.strings) or any(
            char in text for char in self.chars
        )


class GateIndex:
    """The gates of many rules, turned round: from what a text holds to rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self._words = _turned(rule.gate.words for rule in rules)
        self._phrases = _by_longest_word(rule.gate.phrases for rule in rules)
        parts = _turned(rule.gate.parts for rule in rules)
        self._inner = _by_inner_word(parts)
        self._parts = _by_rarest_char(parts)
        self._chars = _turned(rule.gate.chars for rule in rules)
        self._scripts = _turned(rule.gate.scripts for rule in rules)
        self._exact = _by_rarest_char(_turned(rule.gate.exact for rule in rules))
        self._shapes = _turned(rule.gate.shapes for rule in rules)
        self._always = [n for n, rule in enumerate(rules) if rule.gate.is_open]

    def opened_by(self, text: str) -> list[tuple[Rule, Keys]]:
        """Return the rules that may find something in `text`, in their order."""
        flat = flatten(text)
        opened: defaultdict[int, Keys] = defaultdict(Keys)
        for number in self._always:
            opened[number] = Keys()
        for string, numbers in self._strings_in(flat):
            for number in numbers:
                opened[number].strings.add(string)
        self._open_by_chars(text, opened)
        if self._exact:
            self._open_by_exact(spaced(text), opened)
        if self._shapes:
            self._open_by_shapes(shape_of(text), opened)
        return [(self.rules[number], opened[number]) for number in sorted(opened)]

    def _strings_in(self, flat: str) -> Iterator[tuple[str, Sequence[int]]]:
        """Yield the words, phrases and parts that occur, each with its rules."""
        words = tokens(flat)
        for word in self._words.keys() & words:
            yield word, self._words[word]
        for word in self._phrases.keys() & words:
            for phrase, number in self._phrases[word]:
                if phrase in flat:
                    yield phrase, (number,)
        for word in self._inner.keys() & words:
            for part, numbers in self._inner[word]:
                if part in flat:
                    yield part, numbers
        yield from _occurring(self._parts, flat)

    def _open_by_chars(self, text: str, opened: defaultdict[int, Keys]) -> None:
        """Open the rules that ask for characters or scripts."""
        chars = set(text)
        for char in self._chars.keys() & chars:
            for number in self._chars[char]:
                opened[number].chars.add(char)
        if not self._scripts:
            return
        for script in self._scripts.keys() & scripts_of(chars):
            for number in self._scripts[script]:
                opened[number].scripts.add(script)

    def _open_by_exact(self, even: str, opened: defaultdict[int, Keys]) -> None:
        for string, numbers in _occurring(self._exact, even):
            for number in numbers:
                opened[number].strings.add(fold(string))

    def _open_by_shapes(self, shape: str, opened: defaultdict[int, Keys]) -> None:
        for part, numbers in self._shapes.items():
            if part in shape:
                for number in numbers:
                    opened[number].shapes.add(part)


def _turned(gates: Iterable[Collection[str]]) -> dict[str, list[int]]:
    """Return for each key the numbers of the gates that name it."""
    turned: defaultdict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(gates):
        for key in keys:
            turned[key].append(number)
    return dict(turned)


_Strings = Mapping[str, list[tuple[str, list[int]]]]
"""Strings with the numbers of their gates, by something that each of them holds."""

_INNER_WORD = re.compile(r"(?<=\W)\w+(?=\W)")
"""A word that is whole even if the string stands inside others."""


def _by_inner_word(strings: dict[str, list[int]]) -> _Strings:
    """Take out the strings that hold a whole word, and return them by the longest."""
    by_word: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for string in [*strings]:
        words = _INNER_WORD.findall(string)
        if words:
            by_word[max(words, key=len)].append((string, strings.pop(string)))
    return dict(by_word)


def _by_rarest_char(strings: Mapping[str, list[int]]) -> _Strings:
    """
    Return strings, with the numbers of their gates, by their rarest characters.

    Most texts lack most signs and the rare letters, and with them the strings.
    """
    by_char: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for string, numbers in strings.items():
        by_char[min(string, key=_frequency)].append((string, numbers))
    return dict(by_char)


def _frequency(char: str) -> int:
    """Return the rank of a character, the commonest highest; unlisted ones are 0."""
    return _COMMONEST.find(char) + 1


_COMMONEST = "zqxj%_ZQXJ()\"'KVWUYkvGNRLODFHEbyBPpCMgSTwIAf,.mcudlhrsnioate "


def _occurring(strings: _Strings, text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the strings that occur in `text`, each with its gates."""
    for char in strings.keys() & set(text):
        for string, numbers in strings[char]:
            if string in text:
                yield string, numbers


def _by_longest_word(
    gates: Iterable[Collection[str]],
) -> Mapping[str, list[tuple[str, int]]]:
    """Return phrases, with the numbers of their gates, by their longest words."""
    turned: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, phrases in enumerate(gates):
        for phrase in phrases:
            turned[_longest_word(phrase)].append((phrase, number))
    return dict(turned)


def _longest_word(phrase: str) -> str:
    """Return the longest of the words of a phrase, as `tokens` has them."""
    longest = max(phrase.split(), key=len)
    if longest.isalnum():
        return longest
    return max(tokens(phrase), key=lambda word: (len(word), word))


def is_open(gate: Gate, text: str) -> bool:
    """Whether `gate` lets `text` through: the plain meaning of `GateIndex`."""
    if gate.is_open:
        return True
    flat = flatten(text)
    return (
        not tokens(flat).isdisjoint(gate.words)
        or any(string in flat for string in (*gate.parts, *gate.phrases))
        or any(char in text for char in gate.chars)
        or not scripts_of(text).isdisjoint(gate.scripts)
        or any(string in spaced(text) for string in gate.exact)
        or any(part in shape_of(text) for part in gate.shapes)
    )
