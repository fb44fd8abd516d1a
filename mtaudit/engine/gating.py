"""Which rules can fire on a text: one look at it for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mtaudit.engine.strings import Strings, View, numbered
from mtaudit.kinds import Gate
from mtaudit.packs.rule import Rule
from mtaudit.text.scripts import script_of, scripts_of
from mtaudit.text.shapes import shape_of
from mtaudit.text.words import flatten, spaced, tokens

_MANY = 100


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
    """The gates of many rules, turned round: from what a text holds to rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        gates = [rule.gate for rule in rules]
        self._words = numbered(gate.words for gate in gates)
        flat = numbered((*gate.phrases, *gate.parts) for gate in gates)
        exact = numbered(gate.exact for gate in gates)
        self._strings = Strings({"flat": flat, "even": exact})
        many = {n for n, gate in enumerate(gates) if len(gate.chars) > _MANY}
        self._alphabets = [(n, frozenset(gates[n].chars)) for n in sorted(many)]
        """Gates that name many characters: to turn them round would take long."""

        self._chars = numbered(
            () if n in many else gate.chars for n, gate in enumerate(gates)
        )
        self._scripts = numbered(gate.scripts for gate in gates)
        self._shapes = _by_sign(numbered(gate.shapes for gate in gates))
        self._always = [n for n, gate in enumerate(gates) if gate.is_open]

    def opened_by(self, view: View) -> list[tuple[Rule, Keys]]:
        """Return the rules that may find something in a text, in their order."""
        opened: defaultdict[int, Keys] = defaultdict(Keys)
        for number in self._always:
            opened[number] = Keys()
        for string, numbers in self._strings_in(view):
            for number in numbers:
                opened[number].strings.add(string)
        self._open_by_chars(view, opened)
        if self._shapes:
            self._open_by_shapes(view.shape, opened)
        return [(self.rules[number], opened[number]) for number in sorted(opened)]

    def _strings_in(self, view: View) -> Iterator[tuple[str, Sequence[int]]]:
        """Yield the words, phrases and parts that occur, each with its rules."""
        if self._words:
            for word in self._words.keys() & view.words:
                yield word, self._words[word]
        yield from self._strings.found_in(view)

    def _open_by_chars(self, view: View, opened: defaultdict[int, Keys]) -> None:
        """Open the rules that ask for characters or scripts."""
        for char in self._chars.keys() & view.chars:
            for number in self._chars[char]:
                opened[number].chars.add(char)
        for number, alphabet in self._alphabets:
            if found := alphabet & view.chars:
                opened[number].chars |= found
        if not self._scripts:
            return
        for char in view.chars:
            for number in self._scripts.get(script_of(char) or "", ()):
                opened[number].chars.add(char)

    def _open_by_shapes(self, shape: str, opened: defaultdict[int, Keys]) -> None:
        for sign in self._shapes.keys() & set(shape):
            for part, numbers in self._shapes[sign]:
                if part in shape:
                    for number in numbers:
                        opened[number].shapes.add(part)


def _by_sign(
    shapes: Mapping[str, list[int]],
) -> Mapping[str, list[tuple[str, list[int]]]]:
    """Return shapes by a character of theirs that is neither letter nor digit."""
    turned: defaultdict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for shape, numbers in shapes.items():
        turned[min(shape, key="a0 ".find)].append((shape, numbers))
    return dict(turned)


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
