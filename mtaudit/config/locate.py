"""On which line of a TOML file a key stands; tomllib does not tell."""

from __future__ import annotations

import re

from mtaudit.config.shape import Keys

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*+)*+")
_GAP = re.compile(r"(?:[ \t\r\n,]|#[^\n]*+)*+")
_KEY = re.compile(
    r"""[ \t]*(?:"(?P<basic>(?:[^"\\]|\\.)*)"|'(?P<literal>[^']*)'|(?P<bare>[\w-]+))"""
    r"""[ \t]*(?P<more>\.)?"""
)
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'",
    re.DOTALL,
)
_OTHER = re.compile(r"[^,\]}\n#]+")


def locate(text: str) -> dict[Keys, int]:
    """
    Return the line of each key and list item of `text`, which must be TOML.

    A table that is written in several places is where it comes first.
    """
    scan = _Scan(text)
    scan.document()
    return scan.places


def line_of(places: dict[Keys, int], keys: Keys) -> int:
    """Return the line of the innermost part of `keys` that has one, else 1."""
    while keys and keys not in places:
        keys = keys[:-1]
    return places.get(keys, 1)


class _Scan:
    """A walk over valid TOML that notes where things begin."""

    def __init__(self, text: str) -> None:
        self.places: dict[Keys, int] = {}
        self._text = text
        self._at = 0
        self._lengths: dict[Keys, int] = {}
        """Of the arrays of tables so far."""

    def document(self) -> None:
        table: Keys = ()
        while not self._is_over():
            if self._takes("[["):
                table = self._next_table(self._keys())
                self._takes("]]")
            elif self._takes("["):
                table = self._within_arrays(self._keys())
                self._note(table)
                self._takes("]")
            else:
                self._pair(table)

    def _is_over(self) -> bool:
        self._skip(_SPACE)
        return self._at >= len(self._text)

    def _pair(self, table: Keys) -> None:
        """Pass a key and its value."""
        start = self._at
        keys = self._keys()
        for depth in range(1, len(keys) + 1):
            self._note((*table, *keys[:depth]))
        self._skip(_SPACE)
        self._takes("=")
        self._skip(_SPACE)
        self._value((*table, *keys))
        self._at = max(self._at, start + 1)

    def _value(self, keys: Keys) -> None:
        """Pass a value; at least one sign of it, so that every scan ends."""
        self._note(keys)
        if self._takes("["):
            index = 0
            while not self._closes("]"):
                self._value((*keys, index))
                index += 1
        elif self._takes("{"):
            while not self._closes("}"):
                self._pair(keys)
        elif not self._skip(_STRING) and not self._skip(_OTHER):
            self._at += 1

    def _closes(self, bracket: str) -> bool:
        self._skip(_GAP)
        return self._at >= len(self._text) or self._takes(bracket)

    def _keys(self) -> tuple[str, ...]:
        """Pass a dotted key and return its parts."""
        parts: list[str] = []
        while match := _KEY.match(self._text, self._at):
            self._at = match.end()
            parts.append(match["bare"] or match["literal"] or match["basic"] or "")
            if not match["more"]:
                break
        return tuple(parts)

    def _next_table(self, keys: tuple[str, ...]) -> Keys:
        """Return the place of a new item in the array of tables called `keys`."""
        array = (*self._within_arrays(keys[:-1]), *keys[-1:])
        index = self._lengths.get(array, 0)
        self._lengths[array] = index + 1
        self._note(array)
        self._note((*array, index))
        return (*array, index)

    def _within_arrays(self, keys: tuple[str, ...]) -> Keys:
        """Return `keys` with the number of the latest item after each array."""
        place: Keys = ()
        for key in keys:
            place = (*place, key)
            if place in self._lengths:
                place = (*place, self._lengths[place] - 1)
        return place

    def _note(self, keys: Keys) -> None:
        line = self._text.count("\n", 0, self._at) + 1
        self.places.setdefault(keys, line)

    def _takes(self, text: str) -> bool:
        """Whether `text` comes next; if so, it is passed."""
        found = self._text.startswith(text, self._at)
        self._at += len(text) if found else 0
        return found

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` comes next; if so, it is passed."""
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return match is not None
