"""YAML values that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mtaudit.model import PackError

Plain = str | int | float | bool | None


class Node(NamedTuple):
    """A YAML value: a scalar, a list of nodes, or a mapping of nodes."""

    value: Plain | list[Node] | dict[str, Node]
    place: str
    """``path:line:column``, from 1."""

    key: Node | None = None
    """The key under which the value stands in a mapping."""

    def error(self, message: str, hint: str | None = None) -> PackError:
        """Return an error at this value, for the caller to raise or collect."""
        return PackError(message, place=self.place, hint=hint)

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the keys and values of a mapping, or raise `PackError`."""
        if not isinstance(self.value, dict):
            raise self.error("expected a mapping of keys to values")
        yield from self.value.items()


def node_of(value: Any, place: str) -> Node:
    """Return plain data as nodes; what a key holds stands at ``place.key``."""
    if isinstance(value, Mapping):
        entries = {key: node_of(each, f"{place}.{key}") for key, each in value.items()}
        return Node(entries, place)
    if isinstance(value, list | tuple):
        return Node([node_of(each, place) for each in value], place)
    return Node(value, place)


def read_yaml(text: str, path: str) -> Node:
    """Return the one YAML document in `text`; `PackError` if it is not well-formed."""
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, path) from None
    except yaml.YAMLError as error:
        raise PackError(f"not YAML: {error}", place=path) from None
    if root is None:
        raise PackError("the file is empty", place=path)
    return _convert(root, path, loader)


def _syntax_error(error: object, path: str) -> PackError:
    """Return what a person can act on of PyYAML's error."""
    mark = getattr(error, "problem_mark", None)
    place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
    return PackError(
        f"not YAML: {getattr(error, 'problem', error)}",
        place=place,
        hint="a value with “: ”, “#” or quotation marks in it needs quotes around it",
    )


def _convert(node: object, path: str, loader: type) -> Node:
    """Return a composed PyYAML node as ours."""
    import yaml

    assert isinstance(node, yaml.Node)  # noqa: S101 -- for the type checker
    place = f"{path}:{node.start_mark.line + 1}:{node.start_mark.column + 1}"
    match node:
        case yaml.MappingNode():
            return Node(_mapping(node, path, loader), place)
        case yaml.SequenceNode():
            return Node([_convert(item, path, loader) for item in node.value], place)
        case yaml.ScalarNode():
            return Node(_scalar(node), place)
        case _:
            raise PackError("an alias or a tag that cards do not use", place=place)


def _mapping(node: object, path: str, loader: type) -> dict[str, Node]:
    """Return a mapping node as a dict; a key said twice is an error."""
    found: dict[str, Node] = {}
    for key_node, value_node in node.value:  # type: ignore[attr-defined]  # MappingNode
        key = _convert(key_node, path, loader)
        name = str(key_node.value)
        if name in found:
            raise key.error(f"the key “{name}” stands here twice")
        found[name] = _convert(value_node, path, loader)._replace(key=key)
    return found


def _scalar(node: object) -> Plain:
    """Return a scalar by its tag; dates and other oddities stay strings."""
    text: str = node.value  # type: ignore[attr-defined]  # ScalarNode
    tag: str = node.tag  # type: ignore[attr-defined]  # ScalarNode
    match tag.rpartition(":")[2]:
        case "int":
            return int(text, 0)
        case "float":
            return float(text)
        case "bool":
            return text.lower() in {"yes", "true", "on"}
        case "null":
            return None
        case _:
            return text
