"""Cards to manual pages: one text for the terminal, the docs and machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, fields
from typing import Any

from mtaudit.model import Applicability, Example
from mtaudit.packs.card import Card

_SHOWN = 4
"""More examples of each sort tell a reader nothing new."""

_SAFETY = {
    Applicability.SAFE: "The fix is safe: `--fix` applies it.",
    Applicability.UNSAFE: "The fix is unsafe: `--fix --unsafe-fixes` applies it.",
    Applicability.MANUAL: "Nothing is applied: what to do is for you to decide.",
}


def as_markdown(card: Card) -> str:
    """Return the page of a rule."""
    return "\n".join(_page(card)).rstrip() + "\n"


def _page(card: Card) -> Iterator[str]:
    meta = card.rule.meta
    yield f"# {meta.id}\n"
    yield f"{meta.message}\n"
    judged = f"{meta.severity}, confidence {meta.confidence}, {meta.category}"
    yield f"{judged}{_scope(card)}."
    if not meta.default:
        yield "Not on by default: select it by name."
    yield f"\n## Why\n\n{meta.why}\n"
    yield from _examples(card.examples)
    yield f"## Fix\n\n{_SAFETY[meta.fix]}"
    if meta.why_not_safe:
        yield meta.why_not_safe
    yield from _options(card)
    yield "\n## Suppress\n"
    yield f"    <!-- mtaudit: ignore[{meta.id}] why it is right here -->"
    if meta.url:
        yield f"\n## See also\n\n<{meta.url}>"


def _scope(card: Card) -> str:
    meta = card.rule.meta
    target = f"; in {', '.join(meta.langs)}" if meta.langs else ""
    source = f" from {', '.join(meta.source_langs)}" if meta.source_langs else ""
    return target + source


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    examples = [*examples]
    yield "## Examples\n"
    for example in [each for each in examples if each.spans][:_SHOWN]:
        yield f"- found: {_one_line(_marked(example))}"
        if example.fixed is not None:
            yield f"  - mended: {_one_line(example.fixed)}"
    for example in [each for each in examples if not each.spans][:_SHOWN]:
        yield f"- right: {_one_line(example.text)}"
    yield ""


def _marked(example: Example) -> str:
    """Return the example with its marks."""
    text = example.text
    for start, end in reversed(example.spans):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def _one_line(text: str) -> str:
    """Return an example as Markdown code, line breaks shown."""
    shown = text.replace("\r", "").replace("\n", " ⏎ ")
    fence = "``" if "`" in shown else "`"
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _options(card: Card) -> Iterator[str]:
    """Yield the options of the kind with what the card sets, small ones in full."""
    kind = type(card.rule.kind)
    yield f"\n## Options\n\nKind `{card.rule.kind_name}`. In `mtaudit.toml`, under"
    yield f'`[rules."{card.rule.meta.id}"]`:\n'
    for field in fields(kind):  # type: ignore[arg-type]  # every kind is a dataclass
        if field.metadata.get("derived"):
            continue
        value = card.rule.options.get(field.name, _default(field))
        yield f"- `{field.name.replace('_', '-')}`: {_brief(value)}"


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else None


def _brief(value: Any) -> str:
    """Return a value as JSON, or how much there is of it."""
    if isinstance(value, str | int | float) or value is None:
        return f"`{json.dumps(value, ensure_ascii=False)}`"
    if len(value) == 0:
        return "none"
    text = json.dumps(value, ensure_ascii=False)
    if len(text) <= 60:  # noqa: PLR2004 -- a line
        return _one_line(text)
    return "1 value" if len(value) == 1 else f"{len(value)} values"


def as_json(cards: Iterable[Card]) -> str:
    """Return rules as a JSON array, for tools."""
    rows = [
        {
            "id": card.rule.meta.id,
            "message": card.rule.meta.message,
            "severity": str(card.rule.meta.severity),
            "confidence": str(card.rule.meta.confidence),
            "category": card.rule.meta.category,
            "default": card.rule.meta.default,
            "langs": [*card.rule.meta.langs],
            "source_langs": [*card.rule.meta.source_langs],
            "fix": str(card.rule.meta.fix),
            "why": card.rule.meta.why,
            "why_not_safe": card.rule.meta.why_not_safe,
            "kind": card.rule.kind_name,
            "aliases": [*card.rule.meta.aliases],
            "examples": [
                {
                    "text": each.text,
                    "spans": [[*span] for span in each.spans],
                    "fixed": each.fixed,
                }
                for each in card.examples
            ],
        }
        for card in cards
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
