"""Directives of reStructuredText, by what of them is prose."""

from __future__ import annotations


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


UNREAD = _words(
    "code code-block sourcecode literalinclude math raw toctree include highlight"
    " parsed-literal productionlist graphviz digraph graph mermaid plantuml uml doctest"
    " testcode testoutput testsetup testcleanup ipython jupyter-execute contents"
    " sectnum index meta tabularcolumns default-role role default-domain csv-table"
    " program-output autosummary currentmodule module py:module py:currentmodule title"
    " target-notes header footer unicode date bibliography plot exec command-output"
    " inheritance-diagram glossary-index only-code prompt highlightlang acks-list"
)
"""Directives whose content is no prose; so is what begins with ``auto``."""

SPOKEN = _words(
    "attention caution danger error hint important note tip warning seealso todo"
    " replace epigraph pull-quote highlights deprecated-removed line-block"
)
"""Directives whose arguments are the beginning of their content."""

TITLED = _words(
    "admonition topic sidebar rubric table list-table centered card tab tab-item"
    " dropdown grid-item-card collapse details"
)
"""Directives whose argument is a title."""

VERSIONED = _words("versionadded versionchanged versionremoved deprecated")
"""Directives whose first argument is a number, and the others are prose."""


def is_read(name: str) -> bool:
    """Whether the content of a directive of that name is prose."""
    return name not in UNREAD and not name.startswith("auto")
