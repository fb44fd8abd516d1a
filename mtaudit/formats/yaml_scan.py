"""The strings of a YAML file, with their keys and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mtaudit.formats.entries import Entry
from mtaudit.formats.front_yaml import scalar
from mtaudit.model import ParseError

DEEPEST = 500
"""Levels. What is nested deeper is no file of texts."""


def scan(raw: str, path: str) -> Iterator[Entry]:
    """Yield the strings that are values, in order, or raise `ParseError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = [*yaml.parse(raw, Loader=loader)]
    except yaml.MarkedYAMLError as error:
        raise ParseError(_reason(error), place=_place(path, error)) from None
    except (yaml.YAMLError, RecursionError, UnicodeError) as error:
        raise ParseError("no YAML", place=path, hint=str(error)) from None
    if "\ufeff" in raw:
        return iter(())  # the parser leaves it out, and its places are then wrong
    return _entries(raw, path, events)


def _entries(raw: str, path: str, events: Iterable[Any]) -> Iterator[Entry]:
    """Yield the strings among events; what is open is a list."""
    import yaml

    stack: list[_Open] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= DEEPEST:
                mark = event.start_mark
                place = f"{path}:{mark.line + 1}" if mark else path
                raise ParseError(f"more than {DEEPEST} levels of nesting", place=place)
            is_list = isinstance(event, yaml.SequenceStartEvent)
            stack.append(_Open(event, is_list=is_list))
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            yield from _scalar(raw, event, stack)
        elif not isinstance(event, yaml.AliasEvent):
            continue
        _move(stack)


def _scalar(raw: str, event: Any, stack: list[_Open]) -> Iterator[Entry]:
    """Take in a scalar, and yield it if it is a value that is a string."""
    if stack and stack[-1].awaits_key:
        stack[-1].key = event.value
    elif _is_string(event):
        yield _entry(raw, event, stack)


class _Open:
    """A list or a mapping that is open."""

    def __init__(self, event: Any, *, is_list: bool) -> None:
        self.awaits_key = not is_list
        self.is_list = is_list
        self.is_flow = bool(event.flow_style)
        self.key: str | int = 0 if is_list else ""


def _move(stack: list[_Open]) -> None:
    """Take in that a key or a value is complete."""
    if not stack:
        return
    if stack[-1].is_list:
        stack[-1].key = int(stack[-1].key) + 1
    else:
        stack[-1].awaits_key = not stack[-1].awaits_key


def _entry(raw: str, event: Any, stack: list[_Open]) -> Entry:
    """Return the entry of a scalar."""
    keys = tuple(each.key for each in stack)
    span = event.start_mark.index, event.end_mark.index
    parts, spelling = scalar(raw, span, event)
    if spelling == "yaml-plain" and stack and stack[-1].is_flow:
        spelling = "yaml-flow"
    return Entry(keys, tuple(parts), spelling)


def _is_string(event: Any) -> bool:
    """Whether a scalar is text, and no number, date or truth value."""
    import yaml

    if not event.value or (event.tag or "").rpartition(":")[2] not in {"", "str", "!"}:
        return False
    if not event.implicit[0]:
        return True
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(event.value[0], [])
    return not any(pattern.match(event.value) for _, pattern in resolvers)


def _reason(error: Any) -> str:
    """Return what the parser says, on one line."""
    said = error.problem or error.context or "it cannot be read"
    return f"no YAML: {said}"


def _place(path: str, error: Any) -> str:
    mark = error.problem_mark or error.context_mark
    return f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
