"""The keys of files of data, those that hold no text among them."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_NOTE = re.compile(r"(?i)[._@-]+(?:description|comments?|notes?|context)$")
"""How the key of a note goes on from the key that it is about."""

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


def is_note(name: str, names: AbstractSet[str]) -> bool:
    """Whether a key holds a note for translators, on one of `names`."""
    ending = _NOTE.search(name)
    return ending is not None and name[: ending.start()] in names


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
