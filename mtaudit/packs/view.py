"""The forms in which a text is looked at before any rule is tried on it."""

from __future__ import annotations

import re
from functools import cached_property

from mtaudit.text.shapes import shape_of
from mtaudit.text.words import characters, flatten, has_whole, spaced, tokens

WORD = "word"
"""The form of a text in which only whole words count."""

_SUBSCRIPT = "\N{COMBINING GREEK YPOGEGRAMMENI}"
"""A mark, which parts words, until folding makes a letter of it."""


class View:
    """A text in the forms in which gates are asked, each made when it is needed."""

    def __init__(
        self, text: str, border: str = "", words: frozenset[str] | None = None
    ) -> None:
        """
        Look at `text`, of which somebody may know the `words` already.

        A `border` is a character that parts it and does not belong to it.
        """
        self.text = text
        self._words = words
        self._border = frozenset(border)

    @cached_property
    def flat(self) -> str:
        """The text folded, with its spaces evened."""
        return flatten(self.text)

    @cached_property
    def even(self) -> str:
        """The text with its spaces evened."""
        return spaced(self.text)

    @cached_property
    def shape(self) -> str:
        """The shape of the text."""
        return shape_of(self.text)

    @cached_property
    def chars(self) -> frozenset[str]:
        """The characters, as they stand in the text."""
        return characters(self.text) - self._border

    def found(self, pattern: re.Pattern[str]) -> set[str]:
        """Return what a pattern of single characters finds in the text."""
        return {*pattern.findall(self.text)} - self._border

    def holds(self, string: str, form: str) -> bool:
        """Whether a form of the text has `string`."""
        if form == WORD:
            return has_whole(self.flat, string)
        return string in getattr(self, form)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words as they stand in the text, and those that folding alone makes."""
        if self._words is not None:
            return self._words
        words = tokens(self.even)
        return words | tokens(self.flat) if _SUBSCRIPT in self.even else words
