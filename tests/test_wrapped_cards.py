"""What is found in a paragraph does not depend on how wide it is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.kinds.matching import Wording
from mtaudit.model import Confidence
from mtaudit.packs.folders import built_in
from mtaudit.packs.load import read_packs
from mtaudit.packs.options import with_options

CARDS = read_packs(built_in())
SEEDS = Path(__file__).parents[1] / "seeds"
PARAGRAPHS = [
    line
    for path in sorted(SEEDS.glob("*ru-en/*/*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if len(line) > 200
]

_FILLER = ["the", "river", "town", "of", "many", "bridge", "over", "green", "hill"]
_APART = re.compile(
    r"\n(?:[-–—+*#>:|<{\[\"“「（(]|\d+[.)])|[\u1100-\uffef]\n|\n[\u1100-\uffef]|[<>]\n"
)
"""A line that begins like something else than a line, or needs no space before it."""


@pytest.mark.parametrize(
    "card", [pytest.param(card, id=card.rule.meta.id) for card in CARDS]
)
def test_examples(card):
    """An example inside a paragraph is found, or not, however wide that is."""
    kind = card.rule.kind
    if kind.needs_file or (isinstance(kind, Wording) and kind.reads_lines):
        return
    for example in card.examples:
        if example.format != "plain" or "\n" in example.text:
            continue
        options = example.options
        rule = with_options(card.rule, options, Path()) if options else card.rule
        find = _finder([rule], example.source)
        text = _in_paragraph(example.text)
        said = find(text)
        for wrapped in _wrapped(text, (56, 72)):
            assert said == find(wrapped), wrapped


@given(text=st.sampled_from(PARAGRAPHS), width=st.integers(55, 110))
def test_seeds(text, width):
    """All rules find the same in a paragraph of an article, however wide that is."""
    find = _all_found()

    for wrapped in _wrapped(text, (width,)):
        assert find(text) == find(wrapped)


@cache
def _all_found():
    return _finder([card.rule for card in CARDS])


def _finder(rules, source=None):
    """Return what yields the rules and places of what is found in a text."""
    meta = rules[0].meta if len(rules) == 1 else None
    settings = Settings(
        target_language=next(iter(meta.langs if meta else ()), "en"),
        source_language=next(iter(meta.source_langs), None) if meta else "ru",
        select=("ALL",),
        min_confidence=Confidence.LOW,
    )
    auditor = Auditor(settings, rules, today="2000-01-01")

    def find(text):
        document = auditor.parse("page.md", text, "markdown")
        if source is not None:
            segments = (each._replace(source=source) for each in document.segments)
            document = document._replace(segments=tuple(segments))
        findings = auditor.audit_document(document).findings
        return [(each.rule.id, each.location.span) for each in findings]

    return find


def _in_paragraph(text: str) -> str:
    """Return a text with a sentence before it and one after it."""
    first = len(text) % len(_FILLER)
    before = " ".join(_FILLER[first:] + _FILLER).capitalize()
    return f"{before}. {text} {' '.join(_FILLER).capitalize()}."


def _wrapped(text: str, widths: tuple[int, ...]) -> Iterator[str]:
    """Yield a text wrapped at some widths, where its lines are lines of a paragraph."""
    for width in widths:
        lines = textwrap.wrap(
            text, width, break_long_words=False, break_on_hyphens=False
        )
        wrapped = "\n".join(lines)
        if len(wrapped) == len(text) and not _APART.search(wrapped):
            yield wrapped
