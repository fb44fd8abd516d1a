"""Reports of earlier runs, read to be merged or compared with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from mtaudit.api import Session
from mtaudit.config.schema import Settings
from mtaudit.model import Earlier, Report, RuleMeta, UsageError


def read_earlier(paths: Sequence[str], rules: Mapping[str, RuleMeta]) -> list[Earlier]:
    """Return the reports at `paths`, each under the name of its file."""
    stems = [Path(path).stem for path in paths]
    named = paths if len({*stems}) < len(stems) else stems
    read = [read_json(path, rules) for path in paths]
    return [
        Earlier(name, tuple(report.findings), report.documents, report.signature)
        for name, report in zip(named, read, strict=True)
    ]


def read_json(path: str, rules: Mapping[str, RuleMeta]) -> Report:
    """Return the JSON report at `path`, or raise `UsageError`."""
    from mtaudit.reporters.read_json import read_report

    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
    return read_report(text, path, rules)


def rules_by_id(session: Session, settings: Settings) -> dict[str, RuleMeta]:
    """Return every rule by all the ids that it has had."""
    rules: dict[str, RuleMeta] = {}
    for rule in session.known_rules.under(settings):
        rules |= dict.fromkeys((*rule.meta.aliases, rule.meta.id), rule.meta)
    return rules
