"""What people decided in the HTML report, read from the file that it exports."""

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from mtaudit.model import UsageError

_VERSION = 1


class Way(StrEnum):
    """What is to become of a finding."""

    FIX = "fix"
    IGNORE = "ignore"
    LATER = "later"


class Decision(NamedTuple):
    """One finding, and what somebody decided on it."""

    path: str
    fingerprint: str
    rule: str
    way: Way
    reason: str = ""
    title: str = ""
    """The title of the fix that was chosen."""


def read_decisions(path: str) -> list[Decision]:
    """Return the decisions in a file, or raise `UsageError` with what is wrong."""
    try:
        read = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(f"{path} is not JSON: {error}") from None
    listed = read.get("decisions") if isinstance(read, Mapping) else None
    if not isinstance(listed, list):
        hint = "export it from the HTML report: Decisions, Export"
        raise UsageError(f"{path} holds no decisions", hint=hint)
    if read.get("schema_version") != _VERSION:
        message = f"{path} has version {read.get('schema_version')} of decisions"
        raise UsageError(message, hint=f"this mtaudit reads version {_VERSION}")
    numbered = enumerate(listed, start=1)
    return [_decision(each, f"{path}: decision {number}") for number, each in numbered]


def _decision(entry: object, place: str) -> Decision:
    """Return one decision, or raise `UsageError`."""
    if not isinstance(entry, Mapping):
        raise UsageError("a decision is a table", place=place)
    values = {
        key: _string(entry, key, place)
        for key in ("path", "fingerprint", "rule", "decision", "reason", "title")
    }
    if values["decision"] not in {*Way}:
        ways = ", ".join(Way)
        raise UsageError(f"“{values['decision']}” is none of {ways}", place=place)
    for key in ("path", "fingerprint", "rule"):
        if not values[key]:
            raise UsageError(f"it has no “{key}”", place=place)
    way = Way(values.pop("decision"))
    return Decision(way=way, **values)


def _string(entry: Mapping[str, object], key: str, place: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise UsageError(f"“{key}” is a string", place=place)
    return value
