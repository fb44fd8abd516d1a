"""Shapes of keys, read off the annotations of the schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from mtaudit.config import amounts, scalars
from mtaudit.config.shape import Complaint, Keys, Shape, Wrong, dotted, refusal
from mtaudit.text.nearest import did_you_mean


@cache
def shape_of(hint: Any) -> Shape:
    """
    Return the shape that an annotation of the schema stands for.

    A record alone is read into a dictionary of the fields that are given, as
    configurations lie on each other; in a list it is read into the record.
    """
    origin = get_origin(hint)
    if origin is Annotated:
        base, note = get_args(hint)
        return _NOTED[note](base)
    if origin is UnionType:
        return shape_of(get_args(hint)[0])
    return _SHAPES[_family(origin or hint)](hint)


def keys_of(record: Any, hidden: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the fields of a record by the keys that they are written as."""
    shown = (name for name in record._fields if name not in hidden)
    return {name.replace("_", "-"): name for name in shown}


def read_table(
    record: Any, table: Mapping[str, Any], keys: Keys, *, fields: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Complaint, ...]]:
    """Return the values of `table` by field, and what is wrong with the others."""
    values: dict[str, Any] = {}
    complaints: list[Complaint] = []
    for key, value in table.items():
        place = (*keys, key)
        if key not in fields:
            hint = did_you_mean(key, fields)
            complaints.append(Complaint(place, f"unknown key “{dotted(place)}”", hint))
            continue
        try:
            shape = shape_of(record.__annotations__[fields[key]])
            values[fields[key]] = shape.read(value, place)
        except Wrong as wrong:
            complaints += wrong.complaints
    return values, tuple(complaints)


def _family(kind: Any) -> str:
    """Return the word of `_SHAPES` for a type."""
    if hasattr(kind, "_fields"):
        return "record"
    return "scale" if hasattr(kind, "parse") else str(kind.__name__)


def _part(hint: Any) -> Shape:
    """Return the shape of a table some of whose keys are given."""
    fields = keys_of(hint)

    def read(value: Any, keys: Keys) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refusal(keys, "a table", value)
        values, complaints = read_table(hint, value, keys, fields=fields)
        if complaints:
            raise Wrong(*complaints)
        return values

    shapes = {key: shape_of(hint.__annotations__[name]) for key, name in fields.items()}
    schema = {
        "type": "object",
        "properties": {key: shape.schema for key, shape in shapes.items()},
        "additionalProperties": False,
    }
    return Shape("a table", schema, read)


def _whole(hint: Any) -> Shape:
    """Return the shape of a table that makes a record."""
    part = _part(hint)
    needed = [
        key for key, name in keys_of(hint).items() if name not in hint._field_defaults
    ]

    def read(value: Any, keys: Keys) -> Any:
        values = part.read(value, keys)
        missing = [key for key in needed if key not in value]
        if missing:
            message = f"“{dotted(keys)}” needs “{'” and “'.join(missing)}”"
            raise Wrong(Complaint(keys, message))
        record = hint(**values)
        fault = record.fault() if hasattr(record, "fault") else None
        if fault:
            raise Wrong(Complaint(keys, f"“{dotted(keys)}”: {fault}"))
        return record

    return Shape(part.expected, {**part.schema, "required": needed}, read)


def _list(hint: Any) -> Shape:
    """Return the shape of a list, each item of one shape."""
    kind = get_args(hint)[0]
    item = _whole(kind) if hasattr(kind, "_fields") else shape_of(kind)
    expected = f"a list of {_plural(item.expected)}"

    def read(value: Any, keys: Keys) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            example = f'write {dotted(keys[-1:])} = ["{value}"]'
            hint = example if isinstance(value, str) else None
            raise refusal(keys, expected, value, hint=hint)
        return tuple(_each(item, dict(enumerate(value)), keys).values())

    return Shape(expected, {"type": "array", "items": item.schema}, read)


def _one_or_more(hint: Any) -> Shape:
    """Return the shape of a list whose only item may stand alone."""
    several = shape_of(hint)

    def read(value: Any, keys: Keys) -> Any:
        return several.read([value] if isinstance(value, str) else value, keys)

    schema = {"anyOf": [{"type": "string"}, several.schema]}
    return Shape(f"a string or {several.expected}", schema, read)


def _named(hint: Any) -> Shape:
    """Return the shape of a table whose first key may stand alone, as a string."""
    whole = _whole(hint)
    first = next(iter(keys_of(hint)))

    def read(value: Any, keys: Keys) -> Any:
        return whole.read({first: value} if isinstance(value, str) else value, keys)

    schema = {"anyOf": [{"type": "string"}, whole.schema]}
    return Shape(f"a string or {whole.expected}", schema, read)


def _mapping(hint: Any) -> Shape:
    """Return the shape of a table whose keys are free."""
    item = shape_of(get_args(hint)[1])
    expected = f"a table of {_plural(item.expected)}"

    def read(value: Any, keys: Keys) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise refusal(keys, expected, value)
        return _each(item, value, keys)

    schema = {"type": "object", "additionalProperties": item.schema}
    return Shape(expected, schema, read)


def _each(item: Shape, values: Mapping[Any, Any], keys: Keys) -> dict[Any, Any]:
    """Return `values` as read, or raise `Wrong` for all that are wrong."""
    found: dict[Any, Any] = {}
    complaints: list[Complaint] = []
    for key, value in values.items():
        try:
            found[key] = item.read(value, (*keys, key))
        except Wrong as wrong:
            complaints += wrong.complaints
    if complaints:
        raise Wrong(*complaints)
    return found


def _plural(expected: str) -> str:
    """Return the words for several: “strings”, “words, each one of …”."""
    if expected.startswith("one of"):
        return f"words, each {expected}"
    return re.sub(r"^an? (\w+)", r"\1s", expected)


_NOTED = {
    "count": scalars.count,
    "tag": scalars.tag,
    "threshold": scalars.threshold,
    "one or more": _one_or_more,
    "reader": _named,
    "version": scalars.version,
    "template": scalars.template,
    "most": amounts.most,
    "weight": amounts.weight,
    "share": amounts.share,
    "address": scalars.address,
}
"""Shapes by the note in ``Annotated``."""

_SHAPES = {
    "str": scalars.string,
    "bool": scalars.boolean,
    "object": scalars.anything,
    "scale": scalars.scale,
    "tuple": _list,
    "Mapping": _mapping,
    "record": _part,
}
"""Shapes by the family of the type."""

EXTEND = _one_or_more(tuple[str, ...])
"""Of ``extend``, the one key that is not a field of the settings."""
