"""Patterns that could hang are told from those that cannot."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import mtaudit
from mtaudit.text.hazards import hazard

NESTED = "a repeat inside a repeat that can match the same text in many ways"
SIDE_BY_SIDE = "two neighbouring repeats that share characters"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(r"(?:a+)+b", NESTED, id="a repeat of a repeat"),
        pytest.param(r"(?:a++)+b", None, id="of a possessive one"),
        pytest.param(r"(?:\w+\s?)*!", NESTED, id="what may be left out between rounds"),
        pytest.param(r"(?:\w+\s)*!", None, id="what may not"),
        pytest.param(r"(?:\w\w|a)*-", NESTED, id="branches that begin alike"),
        pytest.param(r"\w*\w*", SIDE_BY_SIDE, id="side by side"),
        pytest.param(r"\w*+\w*", None, id="the first gives nothing back"),
        pytest.param(r"\w*-?\w*", SIDE_BY_SIDE, id="what may be left out between"),
        pytest.param(r"\w*-\w*", None, id="what may not, between two"),
        pytest.param(r"(?P<one>\w*)\w*", SIDE_BY_SIDE, id="one in a group"),
        pytest.param(r"(\s*(\w*))\d*", SIDE_BY_SIDE, id="in a group in a group"),
        pytest.param(r"\w{0,9}\w*", None, id="a bound that matters"),
    ],
)
def test_hazard(pattern, expected):
    """What makes a pattern slow is named; what cannot is let pass."""
    assert expected == hazard(pattern)


@pytest.mark.parametrize(
    "module",
    [
        each.name
        for each in pkgutil.walk_packages(mtaudit.__path__, "mtaudit.")
        if not each.name.endswith("__main__")
    ],
)
def test_patterns_of_ours(module):
    """None of the patterns that modules have, or make once, could hang."""
    assert {} == {
        name: reason
        for name, pattern in _patterns(importlib.import_module(module))
        if (reason := hazard(pattern.pattern, pattern.flags & ~re.UNICODE))
    }


def _patterns(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns over text, also those that a function keeps."""
    for name, value in vars(module).items():
        made = value
        if getattr(value, "__annotations__", None) == {"return": "re.Pattern[str]"}:
            made = value()
        if isinstance(made, re.Pattern) and isinstance(made.pattern, str):
            yield name, made
