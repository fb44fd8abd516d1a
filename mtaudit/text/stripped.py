"""Where a text is more than the white space around it."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import TextSpan


def stripped(text: str, start: int = 0, end: int | None = None) -> Iterator[TextSpan]:
    """Yield a stretch of `text` without white space at its ends, if it has more."""
    stretch = text[start:end]
    inner = stretch.strip()
    if inner:
        first = start + stretch.index(inner)
        yield TextSpan(first, first + len(inner))
