"""Rules as SARIF describes them: what GitHub shows beside an alert."""

from __future__ import annotations

from mtaudit.model import Applicability, RuleMeta
from mtaudit.reporters.json import Json
from mtaudit.reporters.machine import Levels, title

LEVELS = Levels("note", "warning", "error", "error")
_PROBLEMS = Levels("recommendation", "warning", "error", "error")
_LONGEST = 1024
"""GitHub refuses longer descriptions."""

_SAFETY = {
    Applicability.SAFE: "The fix is safe: `mtaudit check --fix` applies it.",
    Applicability.UNSAFE: (
        "The fix is unsafe: `mtaudit check --fix --unsafe-fixes` applies it."
    ),
    Applicability.MANUAL: "Nothing is applied: what to do is for you to decide.",
}


def descriptor(rule: RuleMeta) -> Json:
    """Return what there is to say of a rule, whatever it found."""
    described: Json = {
        "id": rule.id,
        "name": title(rule.id).title().replace(" ", ""),
        "shortDescription": {"text": _cut(title(rule.id))},
        "fullDescription": {"text": _cut(rule.why or title(rule.id))},
        "help": {"text": _help(rule).replace("`", ""), "markdown": _help(rule)},
        "defaultConfiguration": {"level": LEVELS.of(rule.severity)},
        "properties": {
            "precision": str(rule.confidence),
            "problem.severity": _PROBLEMS.of(rule.severity),
            "tags": sorted({rule.pack, *rule.category.split("/"), "translation"}),
        },
    }
    if rule.url:
        described["helpUri"] = rule.url
    if rule.aliases:
        described["deprecatedIds"] = [*rule.aliases]
    return described


def _help(rule: RuleMeta) -> str:
    """Return the page of a rule in short, as Markdown."""
    judged = f"{rule.severity}, confidence {rule.confidence}, {rule.category}."
    fix = " ".join(filter(None, (_SAFETY[rule.fix], rule.why_not_safe)))
    comment = f"mtaudit: ignore[{rule.id}] why it is right here"
    paragraphs = (rule.why, judged.capitalize(), fix, f"To keep it: `{comment}`")
    return "\n\n".join(filter(None, paragraphs))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
