"""Packs as plain data in one file, so that a run need not read YAML."""

from __future__ import annotations

import json
import os
import sys
from binascii import crc32
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mtaudit import __version__
from mtaudit.kinds import Gate
from mtaudit.model import Applicability, Confidence, RuleMeta, Severity
from mtaudit.packs.folders import PackFolder
from mtaudit.packs.rule import Options, Rule

_LAYOUT = 6
"""Raised when the rows below change, so that old files are not read."""


def load_rules(packs: Sequence[PackFolder], cache: Path | None) -> tuple[Rule, ...]:
    """
    Return the rules of `packs`, from the compiled file if there is a fresh one.

    The file is JSON: reading one that somebody else wrote can give wrong rules
    at worst, and never runs code. It is fresh if it says the version, and the
    name, size and time of every file of the packs. None for `cache` compiles
    anew.
    """
    if cache is None:
        return _read_packs(packs)
    state = "\n".join(_state_of(packs))
    path = cache / f"packs-{_name_of(packs)}.json"
    rows = _read(path, state)
    if rows is not None:
        return tuple(map(_rule, rows))
    rules = _read_packs(packs)
    _write(path, {"state": state, "rules": [_row(rule) for rule in rules]})
    return rules


def _read_packs(packs: Iterable[PackFolder]) -> tuple[Rule, ...]:
    """Return the rules of the cards themselves; all their complaints in one go."""
    from mtaudit.packs.load import read_packs

    return tuple(card.rule for card in read_packs(packs))


def default_cache() -> Path | None:
    """Return the folder for compiled packs, as the platform has it; None if none."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 -- a tilde may stay
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 -- likewise
    return None if not base or base.startswith("~") else Path(base, "mtaudit")


def _name_of(packs: Iterable[PackFolder]) -> str:
    """Return a name for a set of packs; two sets that share one share a file."""
    places = " ".join(str(pack.path) for pack in packs)
    return f"{crc32(places.encode('utf-8', 'surrogateescape')):08x}"


def _state_of(packs: Iterable[PackFolder]) -> Iterator[str]:
    """Yield lines that differ from those of before once a file of the packs does."""
    yield f"{_LAYOUT} {__version__} {sys.version_info[:2]}"
    for pack in packs:
        yield f"{pack.name} {pack.trusted} {pack.path}"
        with os.scandir(pack.path) as entries:
            stats = [(entry.name, entry.stat()) for entry in entries]
        for name, stat in sorted(stats):
            yield f"{name!a} {stat.st_size} {stat.st_mtime_ns}"


def _read(path: Path, state: str) -> list[Any] | None:
    """Return the rows of a compiled file, unless it is stale or not one at all."""
    try:
        compiled = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(compiled, dict) or compiled.get("state") != state:
        return None
    rows = compiled.get("rules")
    return rows if isinstance(rows, list) else None


def _write(path: Path, compiled: dict[str, Any]) -> None:
    """Write the file at once or not at all; a cache that cannot be is no error."""
    partial = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(compiled, ensure_ascii=False, separators=(",", ":"))
        partial.write_bytes(text.encode("utf-8", "surrogatepass"))
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)


def _row(rule: Rule) -> list[Any]:
    meta = rule.meta
    return [
        [
            meta.id,
            meta.message,
            int(meta.severity),
            meta.category,
            int(meta.confidence),
            meta.why,
            meta.langs,
            meta.source_langs,
            int(meta.fix),
            meta.why_not_safe,
            meta.default,
            meta.since,
            meta.url,
            meta.aliases,
        ],
        rule.kind_name,
        rule.options.text,
        [sorted(names) for names in rule.gate],
        rule.document_wide,
        rule.needs_source,
        rule.trusted,
    ]


def _rule(row: list[Any]) -> Rule:
    (rule_id, message, severity, category, confidence, why, langs, source_langs, fix,
     why_not_safe, default, since, url, aliases) = row[0]  # fmt: skip
    meta = RuleMeta(
        id=rule_id,
        message=message,
        severity=Severity(severity),
        category=category,
        confidence=Confidence(confidence),
        why=why,
        langs=tuple(langs),
        source_langs=tuple(source_langs),
        fix=Applicability(fix),
        why_not_safe=why_not_safe,
        default=default,
        since=since,
        url=url,
        aliases=tuple(aliases),
    )
    return Rule(
        meta=meta,
        kind_name=row[1],
        options=Options(row[2]),
        gate=Gate(*map(frozenset, row[3])),
        document_wide=row[4],
        needs_source=row[5],
        trusted=row[6],
    )
