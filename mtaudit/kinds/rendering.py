"""rendering: wording that is wrong for what the original says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mtaudit.kinds.substitution import Substitution
from mtaudit.model import Hit, Segment


@dataclass(frozen=True, eq=False, repr=False)
class Rendering(Substitution):
    """
    Find phrases and patterns that the original shows to be wrong here.

    The wording is found and mended as by ``substitution``. It counts where one
    of `given` matches the original, none of `lacking` does and, if `restores` is
    set, the original holds the very words that the fix puts back.
    """

    needs_source = True

    given: tuple[str, ...] = ()
    """Patterns, of which one must match the original; none means any original."""

    lacking: tuple[str, ...] = ()
    """Patterns that may not match the original."""

    restores: bool = False
    """Whether the first replacement must stand in the original, letter by letter."""

    def check(self, segment: Segment) -> Iterator[Hit]:
        """Yield a hit for each match that the original does not bear out."""
        original = segment.source
        if not original or not self._is_told_by(self.read(original)):
            return
        for hit in super().check(segment):
            if not self.restores or _holds(original, segment, hit):
                yield hit

    def _is_told_by(self, original: str) -> bool:
        """Whether the original says what makes the wording wrong."""
        return (
            not self._given or any(each.search(original) for each in self._given)
        ) and not any(each.search(original) for each in self._lacking)

    @cached_property
    def _given(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(self.compiled, self.given))

    @cached_property
    def _lacking(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(self.compiled, self.lacking))


def _holds(original: str, segment: Segment, hit: Hit) -> bool:
    """Whether the original has the first fix, and not what stands there now."""
    if not hit.replacements:
        return False
    return hit.replacements[0] in original and hit.span.of(segment.text) not in original
