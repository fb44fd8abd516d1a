"""Which strings of a data file are prose, as the configuration names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

_STEP = re.compile(
    r"""
      \.\.(?P<below> [\w$-]+ | \* )
    | \.(?P<key> [\w$-]+ | \* )
    | \[ (?: (?P<index> \d+ ) | (?P<any> \* ) | '(?P<quoted> [^']* )'
      | "(?P<double> [^"]* )" ) \]
    """,
    re.VERBOSE,
)
_END = "\x00"
_ONE = f"[^{_END}]*{_END}"


def chooser(strings: Sequence[str]) -> Callable[[tuple[str | int, ...]], bool] | None:
    """
    Return what tells whether the string under certain keys is chosen.

    ``$.items[*].body`` is a path, ``$..body`` a key at any depth, as is ``body``
    alone. None where nothing is chosen, which leaves it to the format.
    """
    return _chooser(tuple(strings)) if strings else None


@cache
def _chooser(strings: tuple[str, ...]) -> Callable[[tuple[str | int, ...]], bool]:
    pattern = re.compile("|".join(map(_source, strings)), re.DOTALL)
    return lambda keys: bool(pattern.fullmatch("".join(f"{key}{_END}" for key in keys)))


def _source(path: str) -> str:
    """Return the pattern of the keys that a path names, each followed by an end."""
    if not path.startswith("$"):
        return f"(?:{_ONE})*{re.escape(path)}{_END}"
    place, parts = 1, []
    while place < len(path):
        step = _STEP.match(path, place)
        if step is None:
            return "(?!)"
        place = step.end()
        name = step["key"] or step["below"] or step["quoted"] or step["double"]
        below = f"(?:{_ONE})*" if step["below"] else ""
        name = step["index"] or name
        is_any = step["any"] or name == "*"
        parts.append(f"{below}{_ONE if is_any else re.escape(name or '') + _END}")
    return "".join(parts)
