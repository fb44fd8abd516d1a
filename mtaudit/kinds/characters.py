"""characters: single characters that have no place in a text."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.kinds.base import Gate
from mtaudit.kinds.substitution import Substitution


@dataclass(frozen=True, eq=False, repr=False)
class Characters(Substitution):
    """
    Find patterns around certain characters, and offer what to write instead.

    It is a substitution whose gate is made of characters: white space and
    controls, which the words of a text do not show, and whole alphabets.
    """

    one_of: str = ""
    """Characters of which every match holds one."""

    def __post_init__(self) -> None:
        if not self.one_of:
            raise ValueError("“one-of” must name the characters")

    def gate(self) -> Gate:
        """Open where one of the characters occurs."""
        return Gate(chars=frozenset(self.one_of))
