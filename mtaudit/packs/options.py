"""Options of a rule's kind that are given elsewhere than on its card."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from mtaudit.kinds import PATTERN_FIELDS, kind_class
from mtaudit.model import ConfigError
from mtaudit.packs.decode import Decoder
from mtaudit.packs.nodes import node_of
from mtaudit.packs.rule import Options, Rule
from mtaudit.text.hazards import hazard
from mtaudit.text.patterns import FLAGS


def with_options(rule: Rule, options: Mapping[str, Any], folder: Path) -> Rule:
    """
    Return `rule` with options of its kind replaced, and its gate made anew.

    Tables that an option names lie in `folder`. `ConfigError` tells of the
    first option that the kind does not have, or that is not what it asks for.
    """
    place = f'rules."{rule.meta.id}"'
    decoder = Decoder(folder)
    named = {name.replace("_", "-"): value for name, value in options.items()}
    kind: Any = kind_class(rule.kind_name)
    given = decoder.some_of(node_of(named, place), kind)
    for error in decoder.complaints:
        raise ConfigError(error.message, place=error.place, hint=error.hint)
    for name, pattern, wrong in wrong_patterns(given):
        raise ConfigError(f"“{pattern}” in “{name}”: {wrong}", place=place)
    # What follows from the card's options may not follow from these.
    derived = {each.name for each in fields(kind) if each.metadata.get("derived")}
    kept = {key: value for key, value in rule.options.items() if key not in derived}
    try:
        return rule.changed(options=Options.of({**kept, **given}))
    except ValueError as error:
        raise ConfigError(str(error), place=place) from None


def wrong_patterns(options: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield option, pattern and complaint for each that is none or could hang."""
    for name in sorted(PATTERN_FIELDS & options.keys()):
        value = options[name]
        for pattern in (value,) if isinstance(value, str) else value or ():
            wrong = _wrong_with(pattern)
            if wrong:
                yield name, pattern, wrong


def _wrong_with(pattern: str) -> str | None:
    """Return what is wrong with a pattern, if anything is."""
    try:
        re.compile(pattern, FLAGS)
        danger = hazard(pattern, FLAGS)
    except re.error as error:
        return f"not a regular expression: {error}"
    return f"the pattern could hang: {danger}" if danger else None
