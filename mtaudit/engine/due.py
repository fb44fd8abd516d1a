"""Which rules are due: those for a direction, and of these whose gates a text opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from mtaudit.packs.gating import GateIndex, Keys
from mtaudit.packs.rule import Rule
from mtaudit.packs.rule_index import Place, RuleIndex
from mtaudit.packs.view import View
from mtaudit.text.language import is_among

_OFTEN = 20
"""So many texts later, an index of the gates that are asked has paid for itself."""


class Direction(NamedTuple):
    """What decides which rules are for a text."""

    target: str | None
    source: str | None
    with_source: bool
    """Whether segments have their original beside them."""


class Selection:
    """The rules of a run, and of these the ones for each direction."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        by_index: dict[RuleIndex, dict[int, Rule]] = {}
        for rule, (index, number) in _places_of(rules).items():
            by_index.setdefault(index, {})[number] = rule
        self._gates = [_Gates.of(index, each) for index, each in by_index.items()]
        self._due: dict[Direction, Due] = {}

    def due_for(self, direction: Direction) -> Due:
        """Return the rules for one direction."""
        if direction not in self._due:
            self._due[direction] = Due([each.due(direction) for each in self._gates])
        return self._due[direction]


class Due:
    """The rules for one direction, by their places in the indexes of gates."""

    def __init__(self, gates: Sequence[_Gates]) -> None:
        self._gates = gates

    @property
    def of_every_document(self) -> Iterator[Rule]:
        """The rules that see a document as a whole, and that no gate holds back."""
        for rules, *both in self._gates:
            for number in chain.from_iterable(each.always for each in both):
                if rules[number].document_wide:
                    yield rules[number]

    @property
    def asks_words_of_raw(self) -> bool:
        """Whether gates must know the words of the file as it is spelled."""
        return any(gates.of_raw.gates().asks_words for gates in self._gates)

    def opened_by(self, view: View, *, is_raw: bool = False) -> list[tuple[Rule, Keys]]:
        """Return the rules that may find something in a text, in their order."""
        found = []
        for rules, of_text, of_raw in self._gates:
            opened = (of_raw if is_raw else of_text).opened_by(view)
            found += [(rules[number], opened[number]) for number in sorted(opened)]
        return found


class _Gates(NamedTuple):
    """Rules by their numbers in one index, and their gates."""

    rules: Mapping[int, Rule]
    of_text: _Narrowing
    of_raw: _Narrowing

    @classmethod
    def of(cls, index: RuleIndex, rules: Mapping[int, Rule]) -> _Gates:
        """Return the gates of rules that an index has."""
        wanted = frozenset(rules)
        return cls(
            rules,
            _Narrowing(lambda: index.text_gates, wanted),
            _Narrowing(lambda: index.raw_gates, wanted),
        )

    def due(self, direction: Direction) -> _Gates:
        """Return the rules for a direction, and their gates."""
        rules = {n: rule for n, rule in self.rules.items() if concerns(rule, direction)}
        wanted = frozenset(rules)
        return _Gates(
            rules,
            _Narrowing(self.of_text.gates, wanted),
            _Narrowing(self.of_raw.gates, wanted),
        )


class _Narrowing:
    """Gates among wider ones; asked often, they get an index of their own."""

    def __init__(self, wider: Callable[[], GateIndex], wanted: frozenset[int]) -> None:
        self._wider = wider
        self._wanted = wanted
        self._times = 0
        self._own: GateIndex | None = None

    def gates(self) -> GateIndex:
        """Return the index to ask."""
        self._times += 1
        if self._times == _OFTEN:
            self._own = self._wider().narrowed(self._wanted)
        return self._own or self._wider()

    @cached_property
    def always(self) -> tuple[int, ...]:
        """The gates that are open to every text."""
        return tuple(n for n in self._wider().always if n in self._wanted)

    def opened_by(self, view: View) -> dict[int, Keys]:
        """Return which gates a text opens, and by what."""
        return self.gates().opened_by(view, self._wanted)


def _places_of(rules: Sequence[Rule]) -> dict[Rule, Place]:
    """Return the place of each rule; those that have none get one in a new index."""
    fresh = [rule for rule in rules if rule.place is None]
    index = RuleIndex.of(fresh)
    own = {rule: Place(index, number) for number, rule in enumerate(fresh)}
    return {rule: rule.place or own[rule] for rule in rules}


def concerns(rule: Rule, direction: Direction) -> bool:
    """Whether a rule is for text of a direction."""
    if rule.needs_source and not direction.with_source:
        return False
    return is_among(direction.target, rule.said("langs")) and is_among(
        direction.source, rule.said("source_langs")
    )
