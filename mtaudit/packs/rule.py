"""A rule as the engine runs it: its card, its gate, and its kind when needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mtaudit.kinds import Gate, Kind, kind_class
from mtaudit.model import RuleMeta


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    A card and what it does.

    The kind's module is imported when `kind` is first asked for: a clean file
    shuts most gates and needs few of them.
    """

    meta: RuleMeta
    kind_name: str
    options: Mapping[str, object]
    """The kind's fields by name: plain data, sequences as tuples or lists."""

    gate: Gate
    document_wide: bool
    """Whether the kind is a `DocumentKind`."""

    needs_source: bool = False
    trusted: bool = True
    """Whether the pack is built in, so that its patterns are known to be linear."""

    @cached_property
    def kind(self) -> Kind:
        """The behaviour, built on first use."""
        return kind_class(self.kind_name)(**_frozen(self.options))


def _frozen(value: Any) -> Any:
    """Return plain data with its lists as tuples, as the kinds' fields are."""
    if isinstance(value, list | tuple):
        return tuple(map(_frozen, value))
    if isinstance(value, Mapping):
        return {name: _frozen(each) for name, each in value.items()}
    return value
