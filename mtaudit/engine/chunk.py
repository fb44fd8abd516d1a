"""Segments whose gates are asked together, and which of them hold what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mtaudit.model import Segment
from mtaudit.packs.gating import Keys
from mtaudit.packs.view import View
from mtaudit.text.parted import BORDER, borders_of, joined, numbers_holding

_MANY = 16
"""Characters by which a gate opened; to look for more is to look at everything."""


class Chunk:
    """
    A few thousand letters' worth of segments.

    A rule sees only the segments that hold what opened its gate. They are found
    by searching the text of all together: most strings occur in one or two.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = segments
        texts = [segment.text for segment in segments]
        self._is_parted = not any(BORDER in text for text in texts)
        border = BORDER if self._is_parted else ""
        self.view = View(joined(texts) if self._is_parted else "\n".join(texts), border)
        self._holding: dict[tuple[str, str], frozenset[int]] = {}
        self._borders: dict[str, list[int]] = {}

    def segments_for(self, keys: Keys) -> Sequence[Segment]:
        """Return the segments that may hold one of the keys, in their order."""
        if keys.are_none or not self._is_parted:
            return self.segments
        if len(keys.chars) > _MANY:
            is_plain = keys.strings or keys.shapes or any(map(str.isascii, keys.chars))
            return self.segments if is_plain else self._beyond_ascii
        numbers: set[int] = set()
        for form, strings in keys.by_form():
            for string in strings:
                numbers |= self._with(form, string)
        return [self.segments[number] for number in sorted(numbers)]

    @cached_property
    def _beyond_ascii(self) -> Sequence[Segment]:
        return [segment for segment in self.segments if not segment.text.isascii()]

    def _with(self, form: str, string: str) -> frozenset[int]:
        """Return the numbers of the segments that hold `string` in one form."""
        key = form, string
        if key not in self._holding:
            text: str = getattr(self.view, form)
            found = numbers_holding(text, string, self._borders_in(form))
            self._holding[key] = frozenset(found)
        return self._holding[key]

    def _borders_in(self, form: str) -> list[int]:
        """Return where the borders are in one form of the text, and its end."""
        if form not in self._borders:
            text: str = getattr(self.view, form)
            self._borders[form] = borders_of(text)
        return self._borders[form]
