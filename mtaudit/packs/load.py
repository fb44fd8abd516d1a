"""A folder of cards into rules, with all that is wrong told in one go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mtaudit.model import GroupedError, MtauditError, PackError
from mtaudit.packs.card import Card, read_card
from mtaudit.packs.folders import PackFolder, card_paths


def read_packs(packs: Iterable[PackFolder]) -> tuple[Card, ...]:
    """
    Return the cards of `packs`, by pack and name.

    `GroupedError` with every complaint about every card if one is wrong, and if
    two packs have the same name.
    """
    cards: list[Card] = []
    complaints: list[MtauditError] = []
    places: dict[str, Path] = {}
    for pack in packs:
        if pack.name in places:
            complaints.append(_twice(pack, places[pack.name]))
        places[pack.name] = pack.path
        for path in card_paths(pack.path):
            try:
                cards.append(read_card(path, pack.name, trusted=pack.trusted))
            except MtauditError as error:
                complaints.append(error)
    if complaints:
        raise GroupedError(tuple(complaints))
    return tuple(cards)


def _twice(pack: PackFolder, other: Path) -> PackError:
    return PackError(
        f"there are two packs called “{pack.name}”",
        place=str(pack.path),
        hint=f"the other is {other}; rename the folder of one",
    )
