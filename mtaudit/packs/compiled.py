"""Packs as plain data in one file, so that a run need not read YAML."""

from __future__ import annotations

import os
import sys
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mtaudit import __version__
from mtaudit.assets import is_installed
from mtaudit.config.schema import Settings
from mtaudit.kept import FACTS, cache_folder, read_kept, write_kept
from mtaudit.packs.folders import PackFolder, all_packs
from mtaudit.packs.rule import Rule
from mtaudit.packs.rule_index import Place, RuleIndex

_LAYOUT = 30
"""Raised when the rows below change, so that old files are not read."""


class KnownRules:
    """Every rule of the built-in packs and of those that settings name, read once."""

    def __init__(self) -> None:
        self.are_gated = True
        """Whether a text is seen only by rules whose gates it opens."""

        self._known: dict[tuple[str, tuple[str, ...]], tuple[Rule, ...]] = {}

    def under(self, settings: Settings) -> tuple[Rule, ...]:
        """Return the rules that there are under `settings`, off or on."""
        key = settings.root, settings.packs
        if key not in self._known:
            packs = all_packs(settings.packs, settings.root)
            FACTS.folder = cache_folder(settings.cache_dir)
            rules = load_rules(packs, FACTS.folder)
            if not self.are_gated:
                rules = tuple(rule.without_gate() for rule in rules)
            self._known[key] = rules
        return self._known[key]


def load_rules(packs: Sequence[PackFolder], cache: Path | None) -> tuple[Rule, ...]:
    """
    Return the rules of `packs`, from the compiled file if there is a fresh one.

    It is fresh if it says the version of Python and of mtaudit, and the name,
    size and time of every file of the packs. None for `cache` compiles anew.
    """
    if cache is None:
        return _read_packs(packs)
    state = state_of(packs)
    path = cache / f"packs-{_name_of(packs)}.marshal"
    match read_kept(path):
        case (said, rows, data) if said == state:
            return _placed(map(Rule, rows), RuleIndex(data))
    rules = _read_packs(packs)
    index = RuleIndex.of(rules)
    write_kept(path, (state, tuple(rule.row for rule in rules), index.data))
    return _placed(rules, index)


def _placed(rules: Iterable[Rule], index: RuleIndex) -> tuple[Rule, ...]:
    """Return rules, each told its place in the index of them all."""
    placed = tuple(rules)
    for number, rule in enumerate(placed):
        rule.place = Place(index, number)
    return placed


def _read_packs(packs: Iterable[PackFolder]) -> tuple[Rule, ...]:
    """Return the rules of the cards themselves; all their complaints in one go."""
    from mtaudit.packs.load import read_packs

    return tuple(card.rule for card in read_packs(packs))


def _name_of(packs: Iterable[PackFolder]) -> str:
    """Return a name for a set of packs; two sets that share one share a file."""
    places = " ".join(str(pack.path) for pack in packs)
    return f"{crc32(places.encode('utf-8', 'surrogateescape')):08x}"


def state_of(packs: Sequence[PackFolder]) -> str:
    """
    Return a text that differs from that of before once a file of the packs does.

    Packs that were installed with us are replaced whole and not edited.
    """
    return "\n".join(_lines_of_state(packs))


def _lines_of_state(packs: Sequence[PackFolder]) -> Iterator[str]:
    yield f"{_LAYOUT} {__version__} {sys.version_info[:2]}"
    for pack in packs:
        yield f"{pack.name} {pack.trusted} {pack.path}"
        if pack.trusted and is_installed(pack.path):
            yield f"{pack.path.stat().st_mtime_ns}"
        else:
            yield from _listed(pack.path)
    if any(pack.trusted and not is_installed(pack.path) for pack in packs):
        # In a checkout the code that gates come from changes as the cards do.
        for name in ("kinds", "text"):
            yield from _listed(Path(__file__).parents[1] / name)


def _listed(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        stats = [(entry.name, entry.stat()) for entry in entries if entry.is_file()]
    for name, stat in sorted(stats):
        yield f"{name!a} {stat.st_size} {stat.st_mtime_ns}"
