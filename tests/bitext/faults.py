"""Faults that are put into clean translations, one at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from tests.bitext.pairs import KEEPERS, Page, page_of_names


class Broken(NamedTuple):
    """A translation with one fault."""

    blocks: tuple[str, ...]
    place: int
    """The block with the fault, or before which a block is missing."""


def _changed(page: Page, place: int, text: str) -> Broken:
    blocks = [*page.target]
    blocks[place] = text
    return Broken(tuple(blocks), place)


def _with(page: Page, pattern: str) -> tuple[int, re.Match[str]]:
    """Return the first block in which a pattern matches, and the match."""
    found = ((n, re.search(pattern, text)) for n, text in enumerate(page.target))
    return next((place, match) for place, match in found if match)


def _prose(page: Page) -> list[int]:
    """Return the places of the paragraphs."""
    return [n for n, text in enumerate(page.target) if text[0] not in "#`"]


def dropped_paragraph(page: Page, chance: Random) -> Broken:
    """Leave a paragraph out."""
    place = chance.choice(_prose(page))
    return Broken((*page.target[:place], *page.target[place + 1 :]), place)


def changed_digit(page: Page, chance: Random) -> Broken:
    """Write another digit into the year."""
    place, match = _with(page, r"\b1[89]\d\d\b(?!.*--)")
    at = match.end() - chance.randint(1, 2)
    text = page.target[place]
    digit = chance.choice([each for each in "0123456789" if each != text[at]])
    return _changed(page, place, text[:at] + digit + text[at + 1 :])


def swapped_placeholders(page: Page, chance: Random) -> Broken:  # noqa: ARG001 -- as the others
    """Let two placeholders change places."""
    place, match = _with(page, r"(\{\w+\})(.*)(\{\w+\})")
    swapped = f"{match[3]}{match[2]}{match[1]}"
    text = page.target[place]
    return _changed(page, place, text.replace(match[0], swapped))


def swapped_arguments(page: Page, chance: Random) -> Broken:  # noqa: ARG001 -- as the others
    """Let two arguments without names change places."""
    place, match = _with(page, r"%s(.*)%d")
    text = page.target[place]
    return _changed(page, place, text.replace(match[0], f"%d{match[1]}%s"))


def translated_address(page: Page, chance: Random) -> Broken:
    """Translate the last part of an address."""
    place, match = _with(page, r"/zeiten\b")
    word = chance.choice(["hours", "times", "opening-hours"])
    return _changed(page, place, page.target[place].replace(match[0], f"/{word}"))


def lost_fence(page: Page, chance: Random) -> Broken:  # noqa: ARG001 -- as the others
    """Leave out a block of code."""
    place, _ = _with(page, "^```")
    return Broken((*page.target[:place], *page.target[place + 1 :]), place)


def copied_sentence(page: Page, chance: Random) -> Broken:
    """Put the original in the place of its translation, or behind it."""
    place = chance.choice(_prose(page))
    original = page.source[place]
    both = f"{page.target[place]} {original}"
    return _changed(page, place, chance.choice([original, both]))


def duplicated_block(page: Page, chance: Random) -> Broken:
    """Say a paragraph twice."""
    place = chance.choice(_prose(page))
    blocks = (*page.target[: place + 1], *page.target[place:])
    return Broken(blocks, place + 1)


def respelt_name(page: Page, chance: Random) -> Broken:
    """Write a name in one place as another scheme has it."""
    written, other = next(
        (written, other)
        for _, written, other in KEEPERS
        if any(written in text for text in page.target)
    )
    named = [n for n, text in enumerate(page.target) if written in text]
    place = chance.choice(named)
    return _changed(page, place, page.target[place].replace(written, other))


FAULTS: Mapping[str, Callable[[Page, Random], Broken]] = {
    "dropped paragraph": dropped_paragraph,
    "changed digit": changed_digit,
    "swapped placeholders": swapped_placeholders,
    "swapped arguments": swapped_arguments,
    "translated address": translated_address,
    "lost fence": lost_fence,
    "copied sentence": copied_sentence,
    "duplicated block": duplicated_block,
    "respelt name": respelt_name,
}
"""Each fault by its name."""

PAGES: Mapping[str, Callable[[int], Page]] = {"respelt name": page_of_names}
"""What pages a fault is put into, if not those of `page`."""
