"""`mtaudit rule`: the page of a rule, in the terminal."""

import sys
from collections.abc import Iterable, Sequence

from mtaudit.cli.pack import configured_packs
from mtaudit.config.load import CommandLine
from mtaudit.model import UsageError
from mtaudit.packs.card import Card
from mtaudit.packs.load import read_packs
from mtaudit.packs.pages import as_json, as_markdown


def explain(
    rule_ids: Sequence[str],
    *,
    every: bool,
    output_format: str,
    said: CommandLine,
) -> None:
    """Print the pages of rules, as text for a terminal, as Markdown or as JSON."""
    cards = read_packs(configured_packs(said))
    chosen = cards if every else [*_chosen(rule_ids, cards)]
    match output_format:
        case "json":
            print(as_json(chosen))
        case "markdown":
            print("\n".join(map(as_markdown, chosen)))
        case "text":
            _print_pages(chosen)
        case other:
            message = f"there is no format “{other}” for rules"
            raise UsageError(message, hint="text, markdown or json")


def _chosen(rule_ids: Iterable[str], cards: Sequence[Card]) -> Iterable[Card]:
    """Yield the cards of the ids, former ones too; `UsageError` for another."""
    known = {name: card for card in cards for name in card.rule.meta.aliases}
    known |= {card.rule.meta.id: card for card in cards}
    if not rule_ids:
        raise UsageError("name a rule, or give --all")
    for rule_id in rule_ids:
        if rule_id not in known:
            from mtaudit.text.nearest import did_you_mean

            hint = did_you_mean(rule_id, known) or "see “mtaudit pack list”"
            raise UsageError(f"there is no rule “{rule_id}”", hint=hint)
        yield known[rule_id]


def _print_pages(cards: Iterable[Card]) -> None:
    """Print pages as rich renders them; plain where nobody watches."""
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console(width=None if sys.stdout.isatty() else 80)
    for card in cards:
        console.print(Markdown(as_markdown(card)))
        console.print()
