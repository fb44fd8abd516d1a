"""What the two sides of a unit lack of each other, however it is spelled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from mtaudit.kinds.units import Unit
from mtaudit.model import Segment
from mtaudit.text.carried import CODE, LINKS, PLACEHOLDERS, TAGS
from mtaudit.text.items import Item, is_word
from mtaudit.text.links import site

_COUNT = re.compile(
    r"%(?:\(\w+\)|\d+\$)?[-+#0]*+\d*+[diu]"
    r"|(?:%\(|\{)(?i:\w+_)?(?i:count|counter|cnt|num|number|total|n)(?:\)s|\})"
)
"""A number, which some forms of a plural leave to a word, and others add."""

_NAMED = re.compile(r"%\([^\W\d]\w*\)\w|\{[^\W\d]\w*\}")
"""A place that a program finds by its name, however often a sentence has it."""

_FORMATTING = frozenset(
    """
    a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small
    span strike strong sub sup tt u var
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Elements around words that have an end tag in any case."""

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
    if sort == LINKS:
        return without_own_sites((lost, source), (added, text))
    if sort in {PLACEHOLDERS, CODE}:
        # A conversion right before a letter, and code in quotation marks, are there.
        lost = [item for item in lost if not _is_spelled(item, source, text)]
    if sort == PLACEHOLDERS:
        added = [item for item in added if not _is_spelled(item, text, source)]
        if has_forms(segment):
            lost, added = new_items(lost, source, text), new_items(added, text, source)
        lost = [item for item in lost if not _is_again(item, text)]
        added = [item for item in added if not _is_again(item, source)]
        if segment.is_plural:
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


_Side = tuple[list[Item], str]
"""Items and the text that they stand in."""


def without_own_sites(lost: _Side, added: _Side) -> tuple[list[Item], list[Item]]:
    """Return links of two sides less those to one site in the language of each."""
    (wanted, source), (found, text) = lost, added
    sites = [(item, site(item.span.of(text))) for item in found]
    kept: list[Item] = []
    for item in wanted:
        ours = site(item.span.of(source))
        own = next((each for each in sites if _is_in_other(ours, each[1])), None)
        if own is None:
            kept.append(item)
        else:
            sites.remove(own)
    return kept, [item for item, _ in sites]


def _is_in_other(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Whether both are one site, in two languages."""
    return bool(one and other and one[0] == other[0] and one[1] != other[1])


def of_unpaired(tags: Iterable[Item], page: Iterable[Item]) -> list[Item]:
    """
    Return the tags that format, of elements that are not closed all over a page.

    How a page sets off its words is for its writer to say. A tag without the one
    that closes it, or opens it, is a fault whoever wrote it.
    """
    counts = Counter(tag.keys[0] for tag in page)
    return [
        tag
        for tag in tags
        if (name := tag.keys[0].removeprefix("/")) in _FORMATTING
        and counts[name] != counts[f"/{name}"]
    ]


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
