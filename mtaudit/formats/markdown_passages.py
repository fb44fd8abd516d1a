"""Passages in other languages inside a paragraph of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.formats.html_elements import VOID
from mtaudit.formats.html_languages import Foreign, by_language
from mtaudit.formats.pieces import Part


class Passages:
    """The elements in the text of one block, from the first with a language on."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str | None]] = []
        self._found: list[Foreign] = []

    def start(self, name: str, lang: str | None, place: int) -> None:
        """Open an element before the part at `place`."""
        if name in VOID or not (lang or self._open):
            return
        self._open.append((name, lang))
        if lang:
            self._found.append(Foreign(place, None, lang))

    def end(self, name: str, place: int) -> None:
        """Close the innermost element of that name, and what is open in it."""
        last = "" if any(name == each for each, _ in self._open) else name
        while last != name:
            last, lang = self._open.pop()
            self._found = [
                each.ended(place, lang) if lang else each for each in self._found
            ]

    def hide(self, place: int) -> None:
        """Forget what began at `place` or later: one part stands for all of it."""
        self._found = [
            each._replace(last=each.last and min(each.last, place))
            for each in self._found
            if each.first < place
        ]

    def parted(
        self, parts: list[Part], lang: str
    ) -> Iterator[tuple[str | None, list[Part]]]:
        """Yield the text, which is in `lang`, then the passages, with theirs."""
        yield from by_language(parts, self._found, lang)
