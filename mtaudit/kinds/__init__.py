"""What a rule can do, one module a kind; they are loaded when a rule needs them."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from mtaudit.kinds.base import (
    OPEN,
    PATTERN_FIELDS,
    DocumentKind,
    Gate,
    Kind,
    Rows,
    SegmentKind,
)

KINDS = {
    "existence": "mtaudit.kinds.existence:Existence",
    "substitution": "mtaudit.kinds.substitution:Substitution",
    "occurrence": "mtaudit.kinds.occurrence:Occurrence",
    "repetition": "mtaudit.kinds.repetition:Repetition",
    "consistency": "mtaudit.kinds.consistency:Consistency",
    "conditional": "mtaudit.kinds.conditional:Conditional",
    "parity": "mtaudit.kinds.parity:Parity",
    "quantities": "mtaudit.kinds.quantities:Quantities",
    "rendering": "mtaudit.kinds.rendering:Rendering",
    "terminology": "mtaudit.kinds.terminology:Terminology",
    "measure": "mtaudit.kinds.measure:Measure",
    "script": "mtaudit.kinds.script:Script",
    "residue": "mtaudit.kinds.residue:Residue",
    "dialogue-dash": "mtaudit.kinds.dialogue_dash:DialogueDash",
    "quotes": "mtaudit.kinds.quotes:Quotes",
    "page-furniture": "mtaudit.kinds.page_furniture:PageFurniture",
    "suppression": "mtaudit.kinds.suppression:Suppression",
    "compound-dash": "mtaudit.kinds.compound_dash:CompoundDash",
    "foreign-letters": "mtaudit.kinds.foreign_letters:ForeignLetters",
    "name-variant": "mtaudit.kinds.name_variant:NameVariant",
    "mixture": "mtaudit.kinds.mixture:Mixture",
    "raw-substitution": "mtaudit.kinds.raw:RawSubstitution",
    "fences": "mtaudit.kinds.fence_faults:Fences",
    "front-matter": "mtaudit.kinds.front_matter:FrontMatter",
    "anchors": "mtaudit.kinds.anchors:Anchors",
    "tables": "mtaudit.kinds.tables:Tables",
    "literal-emphasis": "mtaudit.kinds.literal_emphasis:LiteralEmphasis",
    "edge-wording": "mtaudit.kinds.edge_wording:EdgeWording",
    "characters": "mtaudit.kinds.characters:Characters",
    "mojibake": "mtaudit.kinds.mojibake:Mojibake",
    "wrong-language": "mtaudit.kinds.wrong_language:WrongLanguage",
    "name-spelling": "mtaudit.kinds.name_spelling:NameSpelling",
    "blocks": "mtaudit.kinds.blocks:Blocks",
    "files": "mtaudit.kinds.files:Files",
    "stale": "mtaudit.kinds.stale:Stale",
    "near-duplicate": "mtaudit.kinds.near_duplicate:NearDuplicate",
    "untranslated": "mtaudit.kinds.untranslated:Untranslated",
    "counterpart": "mtaudit.kinds.counterpart:Counterpart",
    "length": "mtaudit.kinds.length:Length",
    "structure": "mtaudit.kinds.structure:Structure",
    "order": "mtaudit.kinds.order:Order",
    "changed-code": "mtaudit.kinds.changed_code:ChangedCode",
}
"""The word on a card's ``kind:`` line, and where its class lives."""

READS_RAW = frozenset(
    {"raw-substitution", "fences", "front-matter", "anchors", "tables"}
)
"""Kinds whose gates are asked of the file as it is spelled, not of its segments."""


def kind_class(name: str) -> type[Kind]:
    """Return the class of the kind called `name`, or raise `KeyError`."""
    module, _, attribute = KINDS[name].partition(":")
    return cast("type[Kind]", getattr(import_module(module), attribute))


__all__ = [
    "KINDS",
    "OPEN",
    "PATTERN_FIELDS",
    "READS_RAW",
    "DocumentKind",
    "Gate",
    "Kind",
    "Rows",
    "SegmentKind",
    "kind_class",
]
