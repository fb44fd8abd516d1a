"""`mtaudit pack`: look at packs, start a card, check cards, run their examples."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mtaudit.cli.exits import Exit
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.examples import complaints
from mtaudit.model import UsageError
from mtaudit.packs.card import Card
from mtaudit.packs.folders import PackFolder, built_in, find_packs
from mtaudit.packs.load import read_packs

_CARD = """\
kind: {kind}
message: "“{{match}}”: say what is wrong, and what to do"
severity: minor
category: style
confidence: low
langs: [en]
why: >
  Say in two sentences why a reader should care. They become the rule's page.

with:
{options}
examples:
  - bad: "A sentence with the ⟦fault⟧ marked."
  - good: "A sentence that a naive pattern would flag."
"""

_SLOWEST = 5
"""Rules whose cost is told."""

_OPTIONS = {
    "existence": "  phrases:\n    - fault\n",
    "substitution": "  swap:\n    fault: better wording\n",
}


def packs_at(folder: str) -> list[PackFolder]:
    """Return the packs in `folder`, or the built-in ones if it is empty."""
    if not folder:
        return [*built_in()]
    if not Path(folder).is_dir():
        raise UsageError(f"there is no folder {folder}")
    return [*find_packs([folder], Path.cwd())]


def configured_packs(said: CommandLine) -> list[PackFolder]:
    """Return the built-in packs and those that the configuration names."""
    settings = Configurations(".", said).for_folder(".")
    return [*built_in(), *find_packs(settings.packs, Path(settings.root))]


def list_packs(said: CommandLine) -> None:
    """Print each pack with its number of rules and of default ones."""
    for pack in configured_packs(said):
        cards = read_packs([pack])
        on = sum(card.rule.meta.default for card in cards)
        print(f"{pack.name:16} {_count(len(cards), 'rule')}, {on} on by default")


def show_pack(name: str, said: CommandLine) -> None:
    """Print the rules of the pack called `name`."""
    packs = {pack.name: pack for pack in configured_packs(said)}
    if name not in packs:
        from mtaudit.text.nearest import did_you_mean

        hint = did_you_mean(name, packs) or f"one of {', '.join(packs)}"
        raise UsageError(f"there is no pack “{name}”", hint=hint)
    for card in read_packs([packs[name]]):
        meta = card.rule.meta
        state = "" if meta.default else "  (not on by default)"
        print(f"{meta.id:40} {meta.severity!s:9} {meta.category}{state}")


def new_card(rule_id: str, folder: str, kind: str) -> None:
    """Write a card that loads, and say where."""
    pack, slash, name = rule_id.partition("/")
    if not (pack and slash and name):
        raise UsageError(f"“{rule_id}” is no rule id", hint="write PACK/NAME")
    if kind not in _OPTIONS:
        known = ", ".join(_OPTIONS)
        raise UsageError(f"there is no template for “{kind}”", hint=f"one of {known}")
    path = Path(folder, pack, f"{name}.yaml")
    if path.exists():
        raise UsageError(f"{path} is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_CARD.format(kind=kind, options=_OPTIONS[kind]), encoding="utf-8")
    print(f"{path}: fill it in, then run “mtaudit pack test {path.parent}”")


def lint_pack(folder: str) -> None:
    """Check cards; name rules without a gate, and those that take long."""
    # As if they were a stranger's: only then are patterns searched for dangers.
    cards = read_packs(pack._replace(trusted=False) for pack in packs_at(folder))
    for card in cards:
        if card.rule.gate.is_open and card.rule.kind_name != "suppression":
            print(f"{card.rule.meta.id}: no word, part or character opens its gate")
    _tell_costs(cards)
    print(f"{_count(len(cards), 'card')} in order.")


def _tell_costs(cards: Sequence[Card]) -> None:
    """Print what the rules take for a page of clean text, and which take too long."""
    from mtaudit.engine.cost import BUDGET, SAMPLE, costs

    rules = [card.rule for card in cards if card.rule.kind_name != "suppression"]
    found = costs(rules, read_packs(built_in()))
    page = f"{SAMPLE:,} characters of clean text"
    for cost in found:
        if cost.is_too_high:
            print(f"{cost.rule_id}: {_milliseconds(cost.seconds)} for {page}")
    named = (
        f"{each.rule_id} {_milliseconds(each.seconds)}" for each in found[:_SLOWEST]
    )
    print(f"For {page}, of {_milliseconds(BUDGET)} each may take: {', '.join(named)}.")


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def test_pack(folder: str) -> None:
    """Run every example, print those that fail, and exit with 1 if any does."""
    cards = read_packs(packs_at(folder))
    failures = [*_failures(cards)]
    for failure in failures:
        print(failure)
    examples = sum(len(card.examples) for card in cards)
    print(
        f"{_count(examples, 'example')} of {_count(len(cards), 'card')}, "
        f"{len(failures)} failed."
    )
    if failures:
        sys.exit(Exit.FINDINGS)


def _failures(cards: Iterable[Card]) -> Iterator[str]:
    """Yield a sentence for each example that does not hold."""
    for card in cards:
        for example in card.examples:
            for complaint in complaints(card.rule, example):
                yield f"{card.path}: {complaint}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
