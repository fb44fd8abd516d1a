"""What a unit of plain text is on the page, judged by its looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from mtaudit.formats.plain_units import OPENING, Unit, columns, ends_openly
from mtaudit.model import Role

_CAPTION_WORDS, _HEADING_WORDS = 6, 15
_HYPHENS = ("-", "–")
_LABEL = re.compile(r"[^\W\d_]{2,15}: ")
"""As in “Photo: …”."""

_NONE = Unit("", 0, 0, is_single=True, mark_width=0), Role.PARAGRAPH
"""What follows the last unit."""


def with_roles(blocks: Iterable[list[Unit]]) -> Iterator[tuple[Unit, Role]]:
    """
    Yield the units of all blocks with their roles.

    A heading has text below it, so that the last unit is none; the first
    heading is the title, if no paragraph stands above it.
    """
    placed = (pair for block in blocks for pair in _in_block(block))
    is_title_due = True
    for (unit, role), following in pairwise(chain(placed, (_NONE,))):
        if role is Role.HEADING and following is _NONE:
            yield unit, Role.PARAGRAPH
        elif role is Role.HEADING and is_title_due:
            is_title_due = False
            yield unit, Role.TITLE
        else:
            is_title_due = is_title_due and role is not Role.PARAGRAPH
            yield unit, role


def _in_block(units: list[Unit]) -> Iterator[tuple[Unit, Role]]:
    """Yield each unit with the role that it has among its neighbours."""
    hyphened = [unit for unit in units if unit.text.startswith(_HYPHENS)]
    # Lines of a dialogue start likewise, but each of them ends its sentence.
    is_list = len(hyphened) > 1 and any(ends_openly(unit.text) for unit in hyphened)
    for unit in units:
        is_item = unit.mark_width and (is_list or not unit.text.startswith(_HYPHENS))
        yield unit, Role.LIST_ITEM if is_item else _alone(unit)


def _alone(unit: Unit) -> Role:
    """Return the role of a unit that is no list item."""
    text = unit.text
    is_spoken = text.startswith(("-", "–", "—"))
    if not unit.is_single or is_spoken or _closes(text):
        return Role.PARAGRAPH
    words = max(len(text.split()), (columns(text) - len(text)) // 2)
    if words <= (_HEADING_WORDS if _LABEL.match(text) else _CAPTION_WORDS):
        return Role.CAPTION
    is_heading = words <= _HEADING_WORDS and not text.lstrip(OPENING)[:1].islower()
    return Role.HEADING if is_heading else Role.PARAGRAPH


def _closes(text: str) -> bool:
    """Whether `text` ends as a sentence or a clause does; a colon does not count."""
    return not ends_openly(text) and not text.endswith((":", "："))
