"""The keys of files of data, those that hold no text among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_NOTE = re.compile(r"(?i)(?<![._@-])[._@-]++(?:description|comments?|notes?|context)$")
"""How the key of a note goes on from the key that it is about."""

Keys = tuple[str | int, ...]
"""From the outermost; places in lists are numbers from 0."""


def key_paths(raw: str, format_name: str) -> frozenset[Keys] | None:
    """Return where everything of a JSON or TOML file lies; None of other files."""
    entries = _entries_of(raw, format_name)
    return None if entries is None else frozenset(keys for keys, _ in entries)


def strings_by_key(raw: str, format_name: str) -> dict[str, str]:
    """Return the strings of a JSON or TOML file by their `dotted` keys."""
    entries = _entries_of(raw, format_name) or ()
    return {dotted(keys): value for keys, value in entries if isinstance(value, str)}


def is_note(name: str, names: AbstractSet[str]) -> bool:
    """Whether a key holds a note for translators, on one of `names`."""
    ending = _NOTE.search(name)
    return ending is not None and name[: ending.start()] in names


def dotted(keys: Keys) -> str:
    """Return keys as the units of files of data are named."""
    return ".".join(map(str, keys))


def _entries_of(raw: str, format_name: str) -> list[tuple[Keys, object]] | None:
    try:
        if format_name == "json":
            import json

            return [*_entries(json.loads(raw), ())]
        if format_name == "toml":
            import tomllib

            return [*_entries(tomllib.loads(raw), ())]
    except (ValueError, RecursionError):  # comments, loose commas: another dialect
        pass
    return None


def _entries(value: object, keys: Keys) -> Iterator[tuple[Keys, object]]:
    """Yield a value and all that is in it, each with where it lies."""
    if keys:
        yield keys, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _entries(each, (*keys, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _entries(each, (*keys, place))
