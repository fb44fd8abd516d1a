"""What the two sides of a unit lack of each other, however it is spelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mtaudit.kinds.units import Unit
from mtaudit.model import Segment
from mtaudit.text.carried import CODE, PLACEHOLDERS, TAGS
from mtaudit.text.items import Item, is_word

_COUNT = re.compile(
    r"%(?:\(\w+\)|\d+\$)?[-+#0]*\d*[diu]"
    r"|(?:%\(|\{)(?i:\w+_)?(?i:count|counter|cnt|num|number|total|n)(?:\)s|\})"
)
"""A number, which some forms of a plural leave to a word, and others add."""


_NAMED = re.compile(r"%\([^\W\d]\w*\)\w|\{[^\W\d]\w*\}")
"""A place that a program finds by its name, however often a sentence has it."""

_NUMBERED = re.compile(r"%(?P<place>\d{1,2})\$(?P<rest>[-+#0-9.]*[a-zA-Z@]{1,3})\Z")
"""A conversion that may stand for one right before a letter: “%1$s byte”, “%sB”."""


def apart(
    unit: Unit, sort: str, sides: tuple[Sequence[Item], Sequence[Item]]
) -> tuple[list[Item], list[Item]]:
    """Return the items that a unit lost, and those that it has beyond its original."""
    segment, source, text = unit
    wanted, found = sides
    if sort == TAGS and source.count("<") == text.count("<"):
        wanted, found = _markup(wanted, source), _markup(found, text)
    lost, added = unmatched(wanted, found)
    if sort in {PLACEHOLDERS, CODE}:
        # A conversion right before a letter, and code in quotation marks, are there.
        lost = [item for item in lost if not _is_spelled(item, source, text)]
    if sort == PLACEHOLDERS:
        added = [item for item in added if not _is_spelled(item, text, source)]
        if has_forms(segment):
            lost, added = new_items(lost, source, text), new_items(added, text, source)
        lost = [item for item in lost if not _is_again(item, text)]
        added = [item for item in added if not _is_again(item, source)]
    if sort == PLACEHOLDERS and segment.is_plural:
        # The only one is the number, however it is named.
        is_lone = len(wanted) <= 1 and len(found) <= 1
        lost, added = (
            [item for item in side if not (is_lone or _is_count(item))]
            for side in (lost, added)
        )
    return lost, added


def _markup(tags: Iterable[Item], text: str) -> list[Item]:
    """Return the tags of a text that are no words for its readers."""
    return [tag for tag in tags if not is_word(tag, text)]


def new_items(items: Iterable[Item], text: str, other: str) -> list[Item]:
    """Return the items of `text` that `other` does not have even once."""
    return [item for item in items if item.span.of(text) not in other]


def has_forms(segment: Segment) -> bool:
    """Whether one side has forms of a plural, of which languages have more or fewer."""
    return "|" in segment.text or "|" in (segment.source or "")


def _is_again(item: Item, other: str) -> bool:
    """Whether the other side has the same name, perhaps fewer times."""
    return _NAMED.fullmatch(item.keys[0]) is not None and item.keys[0] in other


def _is_count(item: Item) -> bool:
    """Whether a placeholder is a number, as the one that chooses a form is."""
    return _COUNT.fullmatch(item.keys[0]) is not None


def _is_spelled(item: Item, source: str, text: str) -> bool:
    """Whether `text` has an item of `source` to the letter, which no word is."""
    spelled = item.span.of(source)
    if numbered := _NUMBERED.match(spelled):
        return text.count(f"%{numbered['rest']}") >= int(numbered["place"])
    return not spelled.isalnum() and text.count(spelled) >= source.count(spelled)


def unmatched(
    wanted: Sequence[Item], found: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """Return the items of either side that the other side lacks."""
    left = [*wanted]
    added: list[Item] = []
    for item in found:
        keys = set(item.keys)
        match = next((each for each in left if keys & set(each.keys)), None)
        if match is not None:
            left.remove(match)
        else:
            added.append(item)
    return left, added
