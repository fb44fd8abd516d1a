"""Shapes of single values: words of a scale, language tags, versions, templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from mtaudit.config.shape import Complaint, Keys, Shape, Wrong, dotted, refusal
from mtaudit.config.versions import version_fault
from mtaudit.text.globs import PLACEHOLDERS
from mtaudit.text.nearest import did_you_mean

_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"


def string(_: Any) -> Shape:
    """Return the shape of any string."""
    return checked("a string", lambda _: None)


def boolean(_: Any) -> Shape:
    """Return the shape of true and false."""

    def read(value: Any, keys: Keys) -> bool:
        if not isinstance(value, bool):
            raise refusal(keys, "true or false", value)
        return value

    return Shape("true or false", {"type": "boolean"}, read)


def count(_: Any) -> Shape:
    """Return the shape of whole numbers from 1."""

    def read(value: Any, keys: Keys) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise refusal(keys, "a whole number from 1", value)
        return value

    schema = {"type": "integer", "minimum": 1}
    return Shape("a whole number from 1", schema, read)


def anything(_: Any) -> Shape:
    """Return the shape of values that a kind will check."""
    return Shape("a value", {}, lambda value, _: value)


def scale(hint: Any) -> Shape:
    """Return the shape of a member of an ordered scale."""
    return _words({str(member): member for member in hint})


def threshold(hint: Any) -> Shape:
    """Return the shape of a member of an ordered scale, or ``never``."""
    members = get_args(hint)[0]
    return _words({**{str(member): member for member in members}, "never": None})


def tag(_: Any) -> Shape:
    """Return the shape of a language tag; ``auto`` becomes None."""

    def fault(value: str) -> str | None:
        if value == "auto" or re.fullmatch(_TAG, value):
            return None
        return f"“{value}” is no language tag; write one such as ru or pt-BR, or auto"

    shape = checked("a language tag (BCP 47) or auto", fault)

    def read(value: Any, keys: Keys) -> Any:
        return None if value == "auto" else shape.read(value, keys)

    schema = {"type": "string", "pattern": f"^(auto|{_TAG})$"}
    return Shape(shape.expected, schema, read)


def version(_: Any) -> Shape:
    """Return the shape of conditions that this version of mtaudit fulfils."""
    return checked("a version such as “>=0.2,<1”", version_fault)


def template(_: Any) -> Shape:
    """Return the shape of a path with placeholders."""
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)

    def fault(value: str) -> str | None:
        for name in re.findall(r"\{([\w-]*)\}", value):
            if name not in PLACEHOLDERS:
                return f"{{{name}}} stands for nothing; there are {known}"
        return None

    return checked("a path", fault)


def address(_: Any) -> Shape:
    """Return the shape of addresses of a line in a repository."""

    def fault(value: str) -> str | None:
        if not re.match(r"https?://[^/\s]+/", value):
            return f"“{value}” is no address; it begins with https://"
        if "{path}" not in value:
            return "the address needs “{path}” in it; {commit} and {line} may be"
        return None

    return checked("an address with {path} in it", fault)


def checked(expected: str, fault: Callable[[str], str | None]) -> Shape:
    """Return the shape of strings in which `fault` finds none."""

    def read(value: Any, keys: Keys) -> str:
        if not isinstance(value, str):
            raise refusal(keys, expected, value)
        found = fault(value)
        if found:
            raise Wrong(Complaint(keys, f"“{dotted(keys)}”: {found}"))
        return value

    return Shape(expected, {"type": "string"}, read)


def _words(meanings: Mapping[str, Any]) -> Shape:
    """Return the shape of one word out of several."""
    expected = f"one of {', '.join(meanings)}"

    def read(value: Any, keys: Keys) -> Any:
        if isinstance(value, str) and value in meanings:
            return meanings[value]
        hint = did_you_mean(value, meanings) if isinstance(value, str) else None
        raise refusal(keys, expected, value, hint=hint)

    return Shape(expected, {"enum": [*meanings]}, read)
