"""Translations without an original, and originals without a translation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mtaudit.config.paths import PathRules, TemplatePair
from mtaudit.engine.walk import SKIPPED_FOLDERS
from mtaudit.formats import format_for

_Key = tuple[tuple[str, str], ...]
"""What the placeholders of a template stand for, the language left out."""


class Untranslated(NamedTuple):
    """An original that lacks translations."""

    path: str
    """Absolute."""

    langs: tuple[str, ...]
    """The languages that it is not in, as paths spell them; none if there is one."""


def untranslated(rules: PathRules, paths: Iterable[str]) -> Iterator[Untranslated]:
    """
    Yield the originals that `rules` lead to and that have no translation.

    `paths` are the files that were found, absolute; they tell which languages
    there are.
    """
    paths = [*paths]
    for pair in rules.pairs:
        there: dict[_Key, set[str]] = {}
        for path in paths:
            slots = pair.translation(path)
            if slots is not None:
                there.setdefault(_key(slots), set()).add(slots.get("lang", ""))
        langs = set[str]().union(*there.values())
        for original, slots in _originals(pair):
            missing = (langs or {""}) - there.get(_key(slots), set())
            if missing and rules.is_original(original):
                yield Untranslated(original, tuple(sorted(missing - {""})))


def _key(slots: Mapping[str, str]) -> _Key:
    return tuple(sorted((name, slots[name]) for name in slots if name != "lang"))


def _originals(pair: TemplatePair) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the files that are originals by their path, in order."""
    for folder, folders, names in os.walk(pair.source.folder):
        folders[:] = sorted(set(folders) - SKIPPED_FOLDERS)
        for name in sorted(names):
            path = os.path.join(folder, name)
            slots = pair.original(path)
            if slots is not None and format_for(path):
                yield path, slots
