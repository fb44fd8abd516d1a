"""Reporters: findings to text, one module each; loaded when one is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import cast

from mtaudit.model import Report
from mtaudit.reporters.base import Look, Render

REPORTERS = {
    "full": "mtaudit.reporters.full:render",
    "concise": "mtaudit.reporters.concise:render",
    "grouped": "mtaudit.reporters.grouped:render",
    "json": "mtaudit.reporters.json:render",
    "jsonl": "mtaudit.reporters.jsonl:render",
    "sarif": "mtaudit.reporters.sarif:render",
    "github": "mtaudit.reporters.github:render",
    "gitlab": "mtaudit.reporters.gitlab:render",
    "junit": "mtaudit.reporters.junit:render",
    "checkstyle": "mtaudit.reporters.checkstyle:render",
    "rdjsonl": "mtaudit.reporters.rdjsonl:render",
    "teamcity": "mtaudit.reporters.teamcity:render",
    "azure": "mtaudit.reporters.azure:render",
    "markdown": "mtaudit.reporters.markdown:render",
    "csv": "mtaudit.reporters.csv:render",
    "html": "mtaudit.reporters.html:render",
}
"""The word of ``--output-format``, and where its function lives."""

WITH_TEXTS = frozenset({"html", "rdjsonl", "sarif"})
"""Those that ask for whole texts, which are not kept otherwise."""

STATISTICS = {
    "text": "mtaudit.reporters.statistics:render",
    "json": "mtaudit.reporters.statistics:render_json",
}
"""What ``--statistics`` shows instead; every format for people shows the first."""


def pieces(name: str, report: Report, look: Look) -> Iterator[str]:
    """
    Return what the reporter called `name` makes of `report`, piece by piece.

    Raises `KeyError` if there is no such reporter.
    """
    return _load(REPORTERS[name])(report, look)


def render(name: str, report: Report, look: Look) -> str:
    """Return the `pieces` as one text."""
    return "".join(pieces(name, report, look))


def render_statistics(name: str, report: Report, look: Look) -> str:
    """Return the counts by rule, as the format `name` is read: by code or by people."""
    return "".join(_load(STATISTICS.get(name, STATISTICS["text"]))(report, look))


def _load(place: str) -> Render:
    """Return the function at ``module:name``."""
    module, _, attribute = place.partition(":")
    return cast("Render", getattr(import_module(module), attribute))


__all__ = [
    "REPORTERS",
    "STATISTICS",
    "WITH_TEXTS",
    "Look",
    "Render",
    "pieces",
    "render",
    "render_statistics",
]
