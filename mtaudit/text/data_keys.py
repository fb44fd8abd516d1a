"""The keys of files of data, those that hold no text among them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator

Keys = tuple[str | int, ...]
"""From the outermost; places in lists are numbers from 0."""


def key_paths(raw: str, format_name: str) -> frozenset[Keys] | None:
    """Return where everything of a JSON or TOML file lies; None of other files."""
    try:
        if format_name == "json":
            return frozenset(_paths(json.loads(raw), ()))
        if format_name == "toml":
            return frozenset(_paths(tomllib.loads(raw), ()))
    except (ValueError, RecursionError):  # comments, loose commas: another dialect
        pass
    return None


def dotted(keys: Keys) -> str:
    """Return keys as the units of files of data are named."""
    return ".".join(map(str, keys))


def _paths(value: object, keys: Keys) -> Iterator[Keys]:
    """Yield where a value lies, and all that is in it."""
    if keys:
        yield keys
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _paths(each, (*keys, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _paths(each, (*keys, place))
