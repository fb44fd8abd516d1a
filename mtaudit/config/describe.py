"""The keys of a configuration, described: for people, and as a JSON Schema."""

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import pairwise
from typing import Any, NamedTuple

from mtaudit.config.schema import NOT_KEYS, Settings
from mtaudit.config.shapes import EXTEND, keys_of, shape_of
from mtaudit.model import UsageError
from mtaudit.text.nearest import did_you_mean

_EXTEND_TEXT = "Configurations that this one lies upon, by path, the weightiest last."


class Key(NamedTuple):
    """A key that may stand in a configuration."""

    name: str
    """As it is written; inside a table with a dot, ``names.style``."""

    expected: str
    """In words, what may be its value."""

    default: str | None
    """As TOML; None if it must be given, or is nothing."""

    text: str
    """What it is for, in a sentence or a phrase."""


def describe(name: str | None = None) -> tuple[Key, ...]:
    """
    Return every key, or the one called `name` and those inside it.

    `UsageError` has the nearest name, or says where they are all listed, if there
    is no such key.
    """
    keys = (
        Key("extend", EXTEND.expected, None, _EXTEND_TEXT),
        *_keys(Settings, "", NOT_KEYS),
    )
    if name is None:
        return keys
    found = tuple(key for key in keys if f"{key.name}.".startswith(f"{name}."))
    if not found:
        near = did_you_mean(name, [key.name for key in keys])
        hint = near or "“mtaudit config” lists them"
        raise UsageError(f"there is no key “{name}”", hint=hint)
    return found


def plain(settings: Settings) -> dict[str, Any]:
    """Return settings by key, made of what JSON and TOML have."""
    return {
        key: _plain(getattr(settings, name), name)
        for key, name in keys_of(Settings, NOT_KEYS).items()
    }


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a configuration file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of mtaudit",
        "type": "object",
        "properties": {
            "extend": {**EXTEND.schema, "description": _EXTEND_TEXT},
            **_properties(Settings, NOT_KEYS),
        },
        "additionalProperties": False,
    }


def _keys(record: Any, prefix: str, hidden: frozenset[str]) -> Iterator[Key]:
    """Yield the keys of a record, each followed by those inside it."""
    texts = _texts(record)
    for key, name in keys_of(record, hidden).items():
        hint = record.__annotations__[name]
        inner = _record_in(hint)
        default = None if inner else _toml(record._field_defaults.get(name), name)
        full = f"{prefix}{key}"
        yield Key(full, shape_of(hint).expected, default, texts.get(name, ""))
        if inner:
            yield from _keys(inner, f"{full}.", frozenset())


def _properties(record: Any, hidden: frozenset[str]) -> dict[str, Any]:
    """Return the schemas of a record's keys, with what they are for."""
    texts = _texts(record)
    properties = {}
    for key, name in keys_of(record, hidden).items():
        hint = record.__annotations__[name]
        described = {**shape_of(hint).schema, "description": texts.get(name, "")}
        inner = _record_in(hint)
        if inner and described["type"] == "array":
            items = {**described["items"], "properties": _properties(inner, hidden)}
            described["items"] = items
        elif inner:
            described["properties"] = _properties(inner, hidden)
        properties[key] = described
    return properties


def _record_in(hint: Any) -> Any:
    """Return the record that a table, or each table of a list, is read into."""
    for kind in (hint, *getattr(hint, "__args__", ())[:1]):
        if hasattr(kind, "_fields"):
            return kind
    return None


def _texts(record: Any) -> dict[str, str]:
    """Return the docstrings that stand below the fields of a record."""
    tree = ast.parse(inspect.getsource(sys.modules[record.__module__]))
    body = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == record.__name__
    )
    texts = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            name = field.target.id if isinstance(field.target, ast.Name) else ""
            text = inspect.cleandoc(ast.literal_eval(below.value))
            texts[name] = text.replace("``", "`")
    return texts


def _plain(value: Any, name: str) -> Any:
    """Return a value as a configuration would spell it; None if it could not."""
    if value is None or isinstance(value, IntEnum):
        return _NOTHING.get(name) if value is None else str(value)
    if hasattr(value, "_asdict"):
        inner = {key: _plain(getattr(value, n), n) for key, n in keys_of(value).items()}
        return {key: each for key, each in inner.items() if each is not None}
    if isinstance(value, tuple):
        return [_plain(each, name) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each, name) for key, each in value.items()}
    return value


def _toml(value: Any, name: str) -> str | None:
    """Return a default as it would be written; JSON's spelling is TOML's here."""
    spelled = _plain(value, name)
    return None if spelled is None else json.dumps(spelled, ensure_ascii=False)


_NOTHING = {"source_language": "auto", "target_language": "auto", "fail_on": "never"}
"""How None is written, where there is a word for it."""
