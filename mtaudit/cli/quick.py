"""
The arguments of a plain `mtaudit check`, read without loading Typer.

To import Typer and to build its parser takes as long as to audit a file, and a
hook waits for both. Typer remains the only definition of the flags: the table is
made from it, and what the table does not say is left to Typer, complaints too.
"""

import os
from collections.abc import Sequence
from typing import Any

from mtaudit.cli.flag_table import DEFAULTS, SWITCHES, VALUES, VARIABLES

_EXPANDED = frozenset("*?[~$%")
"""Characters by which Typer expands arguments on Windows, where no shell does."""


def quick_flags(arguments: Sequence[str]) -> dict[str, Any] | None:
    """
    Return what Typer makes of ``check …``, by the names of the parameters.

    None if it is not that, or not plain: then Typer has to look at it.
    """
    if arguments[:1] != ["check"] or not os.environ.keys().isdisjoint(VARIABLES):
        return None
    flags = dict(DEFAULTS)
    rest = iter(arguments[1:])
    for word in rest:
        if word in SWITCHES:
            name, value = SWITCHES[word]
            flags[name] = value
        elif word in VALUES:
            name, sort = VALUES[word]
            value = _value(next(rest, ""), sort)
            if value is None:
                return None
            flags[name] = (*flags[name], value) if sort == "list" else value
        elif _is_path(word):
            flags["paths"] = (*flags["paths"], word)
        else:
            return None
    return flags


def _value(word: str, sort: str) -> str | int | None:
    """Return the value of an option that takes a `sort`; None if it is odd."""
    if word[:1] in {"", "-"} or not _is_literal(word):
        return None
    if sort != "number":
        return word
    return int(word) if word.isascii() and word.isdecimal() else None


def _is_path(word: str) -> bool:
    return (word == "-" or word[:1] not in {"", "-"}) and _is_literal(word)


def _is_literal(word: str) -> bool:
    return os.name != "nt" or _EXPANDED.isdisjoint(word)
