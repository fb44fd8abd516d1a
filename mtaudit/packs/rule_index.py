"""The gates of many rules together, and where in them a rule's own is."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from mtaudit.kept import packed, unpacked
from mtaudit.kinds import READS_RAW, Gate
from mtaudit.packs.gating import GateIndex
from mtaudit.packs.rule import Rule


class RuleIndex:
    """
    The gates of rules, each by the number of its rule; kept beside compiled packs.

    A run that recalls the results of all files asks no gate: they are unpacked late.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> "RuleIndex":
        """Return an index in which each of `rules` has its place in the sequence."""
        text: dict[int, Gate] = {}
        raw: dict[int, Gate] = {}
        for number, rule in enumerate(rules):
            gates = raw if rule.kind_name in READS_RAW else text
            gates[number] = rule.gate
        data = tuple(GateIndex.of(gates).data for gates in (text, raw))
        return cls(packed(_shared(data, {})))

    @property
    def text_gates(self) -> GateIndex:
        """Gates that are asked of segments' text."""
        return self._both[0]

    @property
    def raw_gates(self) -> GateIndex:
        """Gates that are asked of the file as it is spelled."""
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[GateIndex, ...]:
        return tuple(map(GateIndex, unpacked(self.data)))


def _shared(value: Any, met: dict[Any, Any]) -> Any:
    """Return plain data in which equal strings and tuples are one, and packed once."""
    if isinstance(value, dict):
        return {_shared(key, met): _shared(each, met) for key, each in value.items()}
    if isinstance(value, frozenset):
        return frozenset(_shared(each, met) for each in value)
    if isinstance(value, tuple):
        value = tuple(_shared(each, met) for each in value)
    try:
        return met.setdefault(value, value)
    except TypeError:  # it holds a mapping
        return value


class Place(NamedTuple):
    """The place of a rule in an index."""

    among: RuleIndex
    number: int
