"""
How often each rule speaks about engines' text and about people's.

    python -m tests.bench.evidence FOLDER

FOLDER holds files called ``NAME.SOURCE-TARGET.jsonl.gz``. Each line is a segment:

    {"doc_id": "…", "src": "…", "refs": {"A": "…"}, "hyps": {"system": "…"}}

`refs` are translations by people and `hyps` by engines. Writes docs/evidence.md.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.model import Confidence, Severity
from mtaudit.packs.compiled import load_rules
from mtaudit.packs.folders import built_in

PAGE = Path(__file__).parents[2] / "docs" / "evidence.md"
SYSTEMS = 4
"""Engines of each file that are read, drawn at random."""

HEAD = """\
# Evidence

Findings a thousand segments in text by engines and by people, who translated the
same originals, and the ratio of the two (lift). The originals were at hand. Rules that
spoke fewer than five times are left out. A rule that is marked – is not on by default.

Made by `make bench-rules DATA=folder`; what the folder holds is said in
`tests/bench/evidence.py`.
"""


class Side(NamedTuple):
    """What was read of one maker."""

    segments: int
    findings: Counter[str]


def main() -> None:
    """Read the folder that the command line names, and write the page."""
    rules = load_rules([*built_in()], None)
    defaults = {rule.meta.id: rule.meta.default for rule in rules}
    parts = [HEAD]
    pairs: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(Path(sys.argv[1]).glob("*.*-*.jsonl.gz")):
        pairs[path.name.split(".")[-3]].append(path)
    for pair, paths in sorted(pairs.items()):
        source, _, target = pair.partition("-")
        settings = Settings(
            source_language=source,
            target_language=target,
            select=("ALL",),
            min_severity=Severity.MINOR,
            min_confidence=Confidence.LOW,
        )
        auditor = Auditor(settings, rules, today="2000-01-01")
        engines = _side(auditor, paths, "hyps")
        people = _side(auditor, paths, "refs")
        parts.append(_table(pair, engines, people, defaults))
    PAGE.write_text("\n".join(parts), encoding="utf-8", newline="\n")


def _side(auditor: Auditor, paths: list[Path], key: str) -> Side:
    segments, findings = 0, Counter[str]()
    for path in paths:
        for source, text, count in _documents(path, key):
            segments += count
            original = auditor.parse_original("original.txt", source, "plain")
            result = auditor.audit("document.txt", text, "plain", original=original)
            findings.update(each.rule.id for each in result.findings)
    return Side(segments, findings)


def _documents(path: Path, key: str) -> Iterator[tuple[str, str, int]]:
    """Yield each document of each system beside its original, a segment a paragraph."""
    rows: dict[str, list[dict]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows[row["doc_id"]].append(row)
    names = sorted(
        {name for each in rows.values() for row in each for name in row[key]}
    )
    if key == "hyps" and len(names) > SYSTEMS:
        names = random.Random(7).sample(names, SYSTEMS)
    for system in names:
        for document in rows.values():
            made = [row for row in document if row[key].get(system)]
            yield (
                _text(row["src"] for row in made),
                _text(row[key][system] for row in made),
                len(made),
            )


def _text(segments: Iterable[str]) -> str:
    return "\n\n".join(each.strip() for each in segments) + "\n"


def _table(pair: str, engines: Side, people: Side, defaults: dict[str, bool]) -> str:
    """Return the rows of one direction, the strongest discrimination first."""
    rows = []
    for rule in {*engines.findings, *people.findings}:
        counts = engines.findings[rule], people.findings[rule]
        if sum(counts) < 5:
            continue
        mt = 1000 * counts[0] / max(engines.segments, 1)
        human = 1000 * counts[1] / max(people.segments, 1)
        mark = "" if defaults[rule] else " –"
        lift = f"{mt / human:.1f}" if human else "∞"
        rows.append(
            (-(mt - human), f"| {rule}{mark} | {mt:.2f} | {human:.2f} | {lift} |")
        )
    lines = [
        f"\n## {pair}\n",
        f"{engines.segments:,} segments by engines, {people.segments:,} by people.\n",
        "| rule | engines | people | lift |",
        "|---|---:|---:|---:|",
        *(row for _, row in sorted(rows)),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
