"""What a shape is, and how it complains."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Keys = tuple[str | int, ...]
"""A place in a configuration: names of keys, and numbers of list items from 0."""


class Shape(NamedTuple):
    """What a value of the configuration may be."""

    expected: str
    """In words, e.g. “a list of strings”."""

    schema: Mapping[str, Any]
    """The same as a JSON Schema."""

    read: Callable[[Any, Keys], Any]
    """Returns the value as the settings have it, or raises `Wrong`."""


class Complaint(NamedTuple):
    """What is wrong at one place of a configuration."""

    keys: Keys
    message: str
    hint: str | None = None


class Wrong(Exception):  # noqa: N818 -- it never leaves this room
    """A value is not of its shape, for these reasons."""

    def __init__(self, *complaints: Complaint) -> None:
        super().__init__(*complaints)
        self.complaints = complaints


def refusal(keys: Keys, expected: str, value: Any, *, hint: str | None = None) -> Wrong:
    """Return the complaint that `value` is of another type."""
    message = f"“{dotted(keys)}” must be {expected}, not {_word_for(value)}"
    return Wrong(Complaint(keys, message, hint))


def dotted(keys: Keys) -> str:
    """Return a place as one would write it: ``overrides[1].files``, items from 1."""
    text = ""
    for key in keys:
        if isinstance(key, int):
            text += f"[{key + 1}]"
        else:
            name = key if re.fullmatch(r"[\w-]+", key) else f'"{key}"'
            text += f".{name}" if text else name
    return text


def _word_for(value: Any) -> str:
    """Return in words what a TOML value is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the string “{value}”"
    if isinstance(value, list | tuple):
        return "a list"
    return "a table" if isinstance(value, Mapping) else "a date or time"
