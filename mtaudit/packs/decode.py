"""Nodes into dataclasses, by their type hints, with exact complaints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from mtaudit.model import Applicability, Confidence, PackError, Severity
from mtaudit.packs.nodes import Node
from mtaudit.packs.table import read_table
from mtaudit.text.nearest import nearest

_SCALES = (Severity, Confidence, Applicability)


class Decoder:
    """
    Turns nodes into values and collects what is wrong on the way.

    A value that cannot be decoded is None in the result; `complaints` then is
    not empty, and the result must not be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where tables lie that a value names."""

        self.complaints: list[PackError] = []

    def fields_of(self, node: Node, shape: type) -> dict[str, Any]:
        """Return the fields of the dataclass `shape` that the mapping `node` gives."""
        found = self.some_of(node, shape)
        for key, field in _known(shape).items():
            if field.name not in found and _is_required(field):
                self.complaints.append(node.error(f"the key “{key}” is missing"))
        return found

    def some_of(self, node: Node, shape: type) -> dict[str, Any]:
        """Return the same, be there fields missing that `shape` needs."""
        known = _known(shape)
        hints = _hints_of(shape)
        found: dict[str, Any] = {}
        for key, value in self._entries(node):
            field = known.get(key)
            if field is None:
                self._unknown_key(value, key, known)
                continue
            found[field.name] = self._field(value, field, hints[field.name])
        return found

    def value(self, node: Node, hint: Any) -> Any:
        """Return `node` as the type that `hint` names."""
        try:
            return _decode(node, hint)
        except PackError as error:
            self.complaints.append(error)
            return None

    def _entries(self, node: Node) -> list[tuple[str, Node]]:
        try:
            return [*node.items()]
        except PackError as error:
            self.complaints.append(error)
            return []

    def _field(self, node: Node, field: Field[Any], hint: Any) -> Any:
        columns = field.metadata.get("table")
        if columns is None or not isinstance(node.value, str):
            return self.value(node, hint)
        try:
            return read_table(self.folder / node.value, columns)
        except PackError as error:
            named = error if error.place else node.error(error.message, error.hint)
            self.complaints.append(named)
            return None

    def _unknown_key(self, node: Node, key: str, known: Mapping[str, Any]) -> None:
        near = nearest(key, known)
        hint = f"did you mean “{near}”?" if near else f"one of {', '.join(known)}"
        self.complaints.append((node.key or node).error(f"unknown key “{key}”", hint))


def _known(shape: type) -> dict[str, Field[Any]]:
    """Return the fields that can be given, by the key that gives them."""
    return {
        _kebab(each.name): each
        for each in fields(shape)
        if not each.metadata.get("derived")
    }


@cache
def _hints_of(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _kebab(name: str) -> str:
    return name.replace("_", "-").removesuffix("-")


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _decode(node: Node, hint: Any) -> Any:
    """Return `node` as `hint`, or raise `PackError` at the value that is wrong."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _optional(node, arguments)
    if origin is tuple:
        return _tuple(node, arguments[0])
    if origin in {Mapping, dict}:
        return {key: _decode(value, arguments[1]) for key, value in node.items()}
    if hint in _SCALES:
        return _member(node, hint)
    return _SCALARS[hint](node)


def _optional(node: Node, arguments: tuple[Any, ...]) -> Any:
    if node.value is None and NoneType in arguments:
        return None
    return _decode(node, next(each for each in arguments if each is not NoneType))


def _tuple(node: Node, item: Any) -> tuple[Any, ...]:
    """Return a list as a tuple; a lone value is a list of one."""
    if isinstance(node.value, list):
        return tuple(_decode(each, item) for each in node.value)
    return (_decode(node, item),)


def _member(node: Node, scale: Any) -> Any:
    try:
        return scale.parse(str(node.value))
    except KeyError:
        words = ", ".join(map(str, scale))
        raise node.error(f"“{node.value}” is none of {words}") from None


def _string(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    if node.value is None:
        return ""
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return str(node.value)
    raise node.error("expected text", "put quotation marks around it")


def _integer(node: Node) -> int:
    if isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    raise node.error(f"expected a whole number, not “{node.value}”")


def _number(node: Node) -> float:
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    raise node.error(f"expected a number, not “{node.value}”")


def _boolean(node: Node) -> bool:
    if isinstance(node.value, bool):
        return node.value
    raise node.error(f"expected true or false, not “{node.value}”")


_SCALARS: dict[Any, Callable[[Node], Any]] = {
    str: _string,
    int: _integer,
    float: _number,
    bool: _boolean,
}
