"""Which rules are due: those for a direction, and of these whose gates a text opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mtaudit.packs.gating import Keys
from mtaudit.packs.rule import Rule
from mtaudit.packs.rule_index import Place, RuleIndex
from mtaudit.packs.strings import View
from mtaudit.text.language import is_among

_OFTEN = 60
"""So many texts later, an index of the gates that are asked has paid for itself."""


class Direction(NamedTuple):
    """What decides which rules are for a text."""

    target: str | None
    source: str | None
    with_source: bool
    """Whether segments have their original beside them."""


def places_of(rules: Sequence[Rule]) -> dict[Rule, Place]:
    """Return the place of each rule; those that have none get one in a new index."""
    fresh = [rule for rule in rules if rule.place is None]
    index = RuleIndex.of(fresh)
    own = {rule: Place(index, number) for number, rule in enumerate(fresh)}
    return {rule: rule.place or own[rule] for rule in rules}


class Due:
    """The rules for one direction, by their places in the indexes of gates."""

    def __init__(self, by_index: Mapping[RuleIndex, Mapping[int, Rule]]) -> None:
        self._gates = [_Gates(index, rules) for index, rules in by_index.items()]

    @classmethod
    def of(cls, places: Mapping[Rule, Place], direction: Direction) -> Due:
        """Return those of the rules that are for a direction."""
        by_index: dict[RuleIndex, dict[int, Rule]] = {}
        for rule, (index, number) in places.items():
            if concerns(rule, direction):
                by_index.setdefault(index, {})[number] = rule
        return cls(by_index)

    @property
    def always(self) -> Iterator[Rule]:
        """Rules that see the document as a whole, and see every one."""
        for gates in self._gates:
            for number in (*gates.of_text.always, *gates.of_raw.always):
                if number in gates.rules and gates.rules[number].document_wide:
                    yield gates.rules[number]

    def opened_by(self, view: View, *, is_raw: bool = False) -> list[tuple[Rule, Keys]]:
        """Return the rules that may find something in a text, in their order."""
        found = []
        for gates in self._gates:
            opened = gates.opened_by(view, is_raw=is_raw)
            found += [
                (gates.rules[number], opened[number]) for number in sorted(opened)
            ]
        return found


class _Gates:
    """The gates of some of the rules of one index."""

    def __init__(self, index: RuleIndex, rules: Mapping[int, Rule]) -> None:
        self.rules = rules
        self.of_text = index.text_gates
        self.of_raw = index.raw_gates
        self._wanted = frozenset(rules)
        self._times = 0

    def opened_by(self, view: View, *, is_raw: bool) -> dict[int, Keys]:
        """Return which gates a text opens, and by what."""
        self._times += 1
        if self._times == _OFTEN:
            self.of_text = self.of_text.narrowed(self._wanted)
            self.of_raw = self.of_raw.narrowed(self._wanted)
        gates = self.of_raw if is_raw else self.of_text
        return gates.opened_by(view, self._wanted)


def concerns(rule: Rule, direction: Direction) -> bool:
    """Whether a rule is for text of a direction."""
    if rule.needs_source and not direction.with_source:
        return False
    return is_among(direction.target, rule.said("langs")) and is_among(
        direction.source, rule.said("source_langs")
    )
