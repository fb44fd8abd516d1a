"""Hits in passages that are plainly not in the language of the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from mtaudit.model import Hit, Segment
from mtaudit.packs.rule import Rule
from mtaudit.text.function_words import LANGUAGES
from mtaudit.text.language import by_words, primary

Found = tuple[Segment, Hit]


def at_home(rule: Rule, hits: Iterable[Found]) -> Iterator[Found]:
    """
    Yield the hits of a rule, but for those in a text left in another language.

    How a language is written says nothing of a sentence that is not in it. Rules
    about what was left, or rendered wrongly, look for just that and keep theirs;
    so do those for a language whose function words are not known.
    """
    bases = {*map(primary, rule.meta.langs)}
    is_of_wording = not rule.meta.category.startswith("accuracy/")
    if not bases or not is_of_wording or rule.meta.source_langs or bases - LANGUAGES:
        yield from hits
        return
    homes: dict[int, bool] = {}
    for segment, hit in hits:
        key = id(segment)
        if key not in homes:
            homes[key] = _may_be_in(bases, segment.text)
        if homes[key]:
            yield segment, hit


def _may_be_in(bases: Collection[str], text: str) -> bool:
    """Whether the function words of a text are not clearly those of another tongue."""
    found = by_words(text)
    return found is None or found.tag in bases
