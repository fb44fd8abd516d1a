"""The JSON Schema of cards, for editors, made from the dataclasses that read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from mtaudit.kinds import KINDS, kind_class
from mtaudit.model import Applicability, Confidence, Severity
from mtaudit.packs.card import DIMENSIONS, CardShape, ExampleShape

_SCALES = (Severity, Confidence, Applicability)
_PLAIN = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}


def card_schema() -> dict[str, Any]:
    """Return the JSON Schema of a card; the options depend on its kind."""
    properties = _properties(CardShape)
    properties["kind"] = {"enum": sorted(KINDS)}
    properties["category"]["pattern"] = f"^({'|'.join(sorted(DIMENSIONS))})(/.+)?$"
    properties["examples"] = {"type": "array", "minItems": 2, "items": _example()}
    properties["with"] = {"type": "object"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of mtaudit",
        "type": "object",
        "properties": properties,
        "required": [*_required(CardShape)],
        "additionalProperties": False,
        "allOf": [_options(name) for name in sorted(KINDS)],
    }


def _example() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": _properties(ExampleShape),
        "additionalProperties": False,
        "oneOf": [{"required": ["bad"]}, {"required": ["good"]}],
    }


def _options(name: str) -> dict[str, Any]:
    """Return what ``with`` holds where the kind is `name`."""
    shape = kind_class(name)
    options = {
        "type": "object",
        "properties": _properties(shape),
        "required": [*_required(shape)],
        "additionalProperties": False,
    }
    return {
        "if": {"properties": {"kind": {"const": name}}},
        "then": {"properties": {"with": options}},
    }


def _fields(shape: Any) -> list[Field[Any]]:
    return [each for each in fields(shape) if not each.metadata.get("derived")]


def _properties(shape: Any) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {
        _kebab(each.name): {"type": "string", "description": "The name of a TSV."}
        if "table" in each.metadata
        else _schema_of(hints[each.name])
        for each in _fields(shape)
    }


def _required(shape: Any) -> list[str]:
    return [
        _kebab(each.name)
        for each in _fields(shape)
        if each.default is MISSING and each.default_factory is MISSING
    ]


def _kebab(name: str) -> str:
    return name.replace("_", "-").removesuffix("-")


def _schema_of(hint: Any) -> dict[str, Any]:
    """Return the schema of a type hint, as `decode` reads it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        inner = next(each for each in arguments if each is not NoneType)
        return {"anyOf": [_schema_of(inner), {"type": "null"}]}
    if origin is tuple:
        item = _schema_of(arguments[0])
        return {"anyOf": [{"type": "array", "items": item}, item]}
    if origin in {Mapping, dict}:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1])}
    if hint in _SCALES:
        return {"enum": [str(member) for member in hint]}
    return dict(_PLAIN.get(hint, {}))
