"""Whether this version of mtaudit is one that a configuration asks for."""

from __future__ import annotations

import operator
import re

from mtaudit import __version__

_COMPARE = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_CONDITION = re.compile(r"\s*+(>=|<=|==|!=|>|<)?\s*+(\d+(?:\.\d+)*)\s*+")


def version_fault(conditions: str, current: str = __version__) -> str | None:
    """
    Return why `current` does not fulfil `conditions`, if it does not.

    A version without a comparison is one that it must equal.
    """
    for condition in conditions.split(","):
        match = _CONDITION.fullmatch(condition)
        if match is None:
            return f"“{condition.strip()}” is no condition; write one such as “>=0.2”"
        sign, wanted = match.groups()
        if not _COMPARE[sign or "=="](_numbers(current), _numbers(wanted)):
            return f"this is mtaudit {current}, and “{conditions}” is asked for"
    return None


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, of which 1.0 and 1 have the same."""
    release = re.match(r"[\d.]*", version)
    numbers = [int(part) for part in release[0].split(".") if part] if release else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
