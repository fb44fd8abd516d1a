"""Colours of a terminal, or none."""

from __future__ import annotations

from collections.abc import Callable

from mtaudit.model import Severity

Paint = Callable[[str, str], str]
"""Returns the second string in the style that the first one names."""

_STYLES = {
    "critical": "1;35",
    "major": "1;31",
    "minor": "1;33",
    "neutral": "1;36",
    "strong": "1",
    "faint": "2",
    "frame": "1;34",
    "help": "1;36",
    "removed": "31",
    "added": "32",
    "removed-mark": "1;4;31",
    "added-mark": "1;4;32",
    "available": "1;36",
}
_UNSTYLED = frozenset({"plain"})


def painter(*, color: bool) -> Paint:
    """Return a function that paints, or one that leaves text as it is."""
    return _paint if color else _leave


def severity_style(severity: Severity) -> str:
    """Return the name of the style of `severity`."""
    return str(severity)


def _paint(style: str, text: str) -> str:
    """Return `text` between the codes that turn `style` on and off."""
    if not text or style in _UNSTYLED:
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _leave(_style: str, text: str) -> str:
    """Return `text`."""
    return text
