"""What each rule costs on clean text: the good examples of the built-in rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import process_time
from typing import NamedTuple

from mtaudit.engine.run import Runner
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import Document, Languages
from mtaudit.packs.card import Card
from mtaudit.packs.rule import Rule
from mtaudit.text.language import matches

SAMPLE = 8_000
"""Characters of text that a rule is tried on."""

BUDGET = 0.005
"""Seconds for that."""

_TIMES = 3
_DEFAULT = "en"


class Cost(NamedTuple):
    """What one rule takes for `SAMPLE` characters of clean text."""

    rule_id: str
    seconds: float

    @property
    def is_too_high(self) -> bool:
        """Whether it is beyond the budget."""
        return self.seconds > BUDGET


def costs(rules: Iterable[Rule], built_in: Sequence[Card]) -> list[Cost]:
    """Return the cost of each rule, the highest first; `built_in` gives the text."""
    samples: dict[str, Document] = {}
    found = []
    for rule in rules:
        langs = rule.said("langs")
        target = langs[0] if langs else _DEFAULT
        if target not in samples:
            samples[target] = _sample(target, built_in)
        found.append(Cost(rule.meta.id, _seconds(rule, samples[target])))
    return sorted(found, key=lambda cost: (-cost.seconds, cost.rule_id))


def _seconds(rule: Rule, sample: Document) -> float:
    """Return the least that a rule took, once its patterns are compiled."""
    source = next(iter(rule.said("source_langs")), None)
    document = sample._replace(languages=sample.languages._replace(source=source))
    runner, form = Runner([rule]), load_format(document.format)
    taken = []
    for _ in range(_TIMES + 1):
        began = process_time()
        runner.run(document, form)
        taken.append(process_time() - began)
    return min(taken[1:])


def _sample(target: str, cards: Sequence[Card]) -> Document:
    """Return a page in one language, as long as a sample is."""
    paragraphs = [*_good_examples(target, cards)] or [*_good_examples(_DEFAULT, cards)]
    length, page = 0, []
    while length < SAMPLE:
        for paragraph in paragraphs:
            page.append(paragraph)
            length += len(paragraph)
    text = "\n\n".join(page)[:SAMPLE]
    document = load_format("markdown").parse(text, "sample.md", FormatOptions())
    return document._replace(languages=Languages(target, None, ""))


def _good_examples(target: str, cards: Iterable[Card]) -> Iterator[str]:
    """Yield paragraphs in one language of which no rule complains."""
    for card in cards:
        langs = card.rule.meta.langs or (_DEFAULT,)
        if any(matches(lang, target) for lang in langs):
            for example in card.examples:
                if not example.spans and example.format in {"plain", "markdown"}:
                    yield example.text
