"""A rule as the engine runs it: its card, its gate, and its kind when needed."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from mtaudit.kinds import Gate, Kind, kind_class
from mtaudit.model import RuleMeta


class Options(Mapping[str, Any]):
    """
    The fields of a rule's kind by name, as plain data.

    They are kept as JSON and read when one is asked for: a clean file needs the
    options of few rules, and tables are long.
    """

    __slots__ = ("_values", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        """Canonical: two options that mean the same are the same text."""

        self._values: dict[str, Any] | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Options":
        """Return options with these values."""
        plain = {name: values[name] for name in sorted(values)}
        return cls(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))

    def values_by_name(self) -> dict[str, Any]:
        """Return the values, sequences as tuples, as the kinds' fields are."""
        if self._values is None:
            self._values = {
                name: _frozen(value) for name, value in json.loads(self.text).items()
            }
        return self._values

    def __getitem__(self, name: str) -> Any:
        return self.values_by_name()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_name())

    def __len__(self) -> int:
        return len(self.values_by_name())


class _Fields(NamedTuple):
    """What a rule is made of."""

    meta: RuleMeta
    kind_name: str
    options: Options
    gate: Gate
    document_wide: bool
    """Whether the kind is a `DocumentKind`."""

    needs_source: bool = False
    trusted: bool = True
    """Whether the pack is built in, so that its patterns are known to be linear."""


class Rule(_Fields):
    """
    A card and what it does.

    The kind's module is imported when `kind` is first asked for: a clean file
    shuts most gates and needs few of them.
    """

    @cached_property
    def kind(self) -> Kind:
        """The behaviour, built on first use."""
        return kind_class(self.kind_name)(**self.options)


def _frozen(value: Any) -> Any:
    """Return plain data with its lists as tuples, as the kinds' fields are."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {name: _frozen(each) for name, each in value.items()}
    return value
