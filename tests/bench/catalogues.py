"""Catalogues that people translated, and rules that ask of them what pofilter does."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

PACKAGE = "Django"
"""A package with catalogues in a hundred languages; its licence is BSD."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "blank, untranslated": ("bitext/empty-translation", "bitext/incomplete"),
    "doublewords": ("core/doubled-word",),
    "emails": ("bitext/mail-address",),
    "endpunc": ("bitext/lost-question-mark", "bitext/truncated-end"),
    "escapes": ("core/escape-sequence",),
    "long, short": (
        "bitext/tenfold-length",
        "bitext/unlike-original",
        "bitext/unusual-length",
    ),
    "musttranslatewords": ("bitext/missing-term",),
    "newlines": ("core/literal-newline",),
    "notranslatewords": ("bitext/translated-term",),
    "numbers": ("bitext/changed-number", "bitext/number-mismatch"),
    "printf, pythonbraceformat, variables": (
        "bitext/exchanged-placeholder",
        "bitext/placeholder",
        "bitext/swapped-placeholder",
    ),
    "puncspacing": ("core/doubled-comma", "core/spaced-bracket"),
    "simplecaps, startcaps": ("bitext/lost-capitals",),
    "unchanged": (
        "bitext/near-copy",
        "bitext/untranslated",
        "bitext/untranslated-part",
    ),
    "urls": ("bitext/link",),
    "validchars": (
        "core/c1-control-character",
        "core/control-character",
        "core/invisible-character",
        "core/noncharacter",
        "core/replacement-character",
    ),
    "xmltags": ("bitext/tag",),
}
"""Rules by the checks of pofilter that they answer, as far as there are any."""

RULES = tuple(sorted(rule for rules in ANSWERS.values() for rule in rules))

CHECKS = 46
"""How many checks pofilter 3.20.4 lists: `pofilter -l`."""

AS_MANY = (
    *RULES,
    "bitext/argument-order",
    "bitext/changed-magnitude",
    "bitext/changed-unit",
    "bitext/emoji",
    "bitext/hashtag",
    "bitext/icu-branch",
    "bitext/inline-code",
    "bitext/mention",
    "bitext/misread-number",
    "core/bidi-control",
    "core/half-placeholder",
    "core/html-entity",
    "core/spaced-tag",
    "core/spaced-url",
    "core/split-placeholder",
)
"""Those, and so many others about the same things that they are as many as `CHECKS`."""


def copied(package: Path, folder: Path, most: int) -> int:
    """Copy the first catalogues of a package into a new folder; return how many."""
    found = sorted(package.rglob("*.po"))[:most]
    for path in found:
        place = folder / path.relative_to(package)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return len(found)
