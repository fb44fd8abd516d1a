"""What the formats for people say in the same words: marks, counts, the closing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mtaudit.model import (
    OPAQUE,
    Applicability,
    Failure,
    Finding,
    Languages,
    Location,
    Report,
    Severity,
)
from mtaudit.reporters.base import Look
from mtaudit.reporters.comparison import comparison
from mtaudit.text.display import visible

FIXABLE = "[*]"
"""Marks a finding that ``--fix`` mends."""

FIXABLE_IF_ASKED = "[~]"
"""Marks one that ``--fix`` mends with ``--unsafe-fixes``."""

_LISTED = 10
_DIRECTIONS = 20
"""Languages that are named: a repository has twenty, and a program may have more."""


def plural(count: int, noun: str) -> str:
    """Return ``1 file`` or ``1,298 files``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def listed(words: Sequence[str]) -> str:
    """Return the words as a sentence has them, with commas and an “and”."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def mark(finding: Finding, look: Look) -> str:
    """Return the sign of how freely `finding` can be mended, or nothing."""
    match finding.applicability:
        case Applicability.SAFE:
            return FIXABLE
        case Applicability.UNSAFE:
            return FIXABLE if look.unsafe_fixes else FIXABLE_IF_ASKED
        case _:
            return ""


def message(finding: Finding) -> str:
    """Return the finding's message as a terminal may show it."""
    return visible(finding.message.replace(OPAQUE, "…"))


def place(location: Location) -> str:
    """Return ``path:line:column``."""
    line, column = location.start
    return f"{visible(location.path)}:{line}:{column}"


def direction(languages: Languages) -> str:
    """Return ``en ← ru``, or as much of it as is known."""
    if languages.source:
        return f"{languages.target or 'unknown'} ← {languages.source}"
    return languages.target or "language unknown"


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, worst first."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in sorted(counts, reverse=True)}


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings of each rule, the rule with the most of them first."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule.id, []).append(finding)
    return dict(sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])))


class Tally:
    """What is counted of findings as they go by."""

    def __init__(self) -> None:
        self.severities: Counter[Severity] = Counter()
        self.rules: Counter[str] = Counter()
        self.fixable: Counter[Applicability | None] = Counter()
        self.paths: set[str] = set()
        self.suppressed: Counter[str] = Counter()
        """Those that are not shown, by what holds them back."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Tally:
        """Return the tally of findings that have gone by."""
        tally = cls()
        for _ in tally.shown(findings):
            pass
        return tally

    @property
    def count(self) -> int:
        """How many findings were shown."""
        return self.severities.total()

    def add(self, other: Tally) -> None:
        """Count what another tally has counted."""
        self.severities += other.severities
        self.rules += other.rules
        self.fixable += other.fixable
        self.suppressed += other.suppressed
        self.paths |= other.paths

    def shown(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that nothing suppresses, and count them all."""
        for finding in findings:
            if finding.suppressed_by:
                self.suppressed[finding.suppressed_by] += 1
                continue
            self.severities[finding.severity] += 1
            self.rules[finding.rule.id] += 1
            self.fixable[finding.applicability] += 1
            self.paths.add(finding.location.path)
            yield finding


def spaced(blocks: Iterable[str]) -> Iterator[str]:
    """Yield the blocks that are not empty, with an empty line between them."""
    gap = ""
    for block in filter(None, blocks):
        yield f"{gap}{block}"
        gap = "\n"


def closing(report: Report, look: Look, tally: Tally | None = None) -> str:
    """
    Return the lines below the findings: what was found, mended, passed over.

    Findings are counted unless there is a `tally` of them.
    """
    if look.quiet:
        return ""
    lines = _closing_lines(report, look, tally or Tally.of(report.findings))
    return "".join(f"{line}\n" for line in lines)


def _closing_lines(report: Report, look: Look, tally: Tally) -> Iterator[str]:
    """Yield the lines of the closing, each a sentence."""
    yield from fixed_sentences(report, look)
    yield found_sentence(report, tally)
    yield from available_fixes(tally, look)
    yield from compared_sentences(report)
    if tally.count or len(report.documents) > 1:
        yield from assumed_languages(report)
    yield from _suppressed(tally)
    yield from _failures(report.failures)
    if report.binary:
        names = _some(visible(path) for path in report.binary)
        yield f"Passed over {plural(len(report.binary), 'binary file')}: {names}."


def fixed_sentences(report: Report, look: Look) -> Iterator[str]:
    """Yield how many findings were mended and, if asked for, which."""
    if report.fixed:
        yield f"Fixed {plural(report.fixed, 'finding')}."
    if look.show_fixes:
        mended = Counter((each.location.path, each.rule.id) for each in report.mended)
        for (path, rule), count in sorted(mended.items()):
            yield f"  {visible(path)}: {count:,} × {rule}"


def found_sentence(report: Report, tally: Tally) -> str:
    """Return how much was found, and in how much text."""
    files = len(report.documents)
    if not files and not tally.count:
        return "No files were audited."
    words = sum(document.words for document in report.documents)
    extent = [plural(words, "word")]
    extent += [plural(report.rules, "rule")] if report.rules else []
    if not tally.count:
        left = " left" if report.fixed else ""
        extent += _single_ground(report)
        return f"No findings{left} in {plural(files, 'file')} ({', '.join(extent)})."
    counts = [
        f"{count:,} {severity}"
        for severity, count in sorted(tally.severities.items(), reverse=True)
    ]
    noun = "finding" if tally.count == 1 else "findings"
    where = share(report, tally)
    return f"Found {', '.join(counts)} {noun} in {where} ({', '.join(extent)})."


def share(report: Report, tally: Tally) -> str:
    """Return in how many of the files something was found: ``2 of 418 files``."""
    whole, part = len(report.documents), len(tally.paths)
    return plural(whole, "file") if whole <= 1 else f"{part:,} of {whole:,} files"


def available_fixes(tally: Tally, look: Look) -> Iterator[str]:
    """Yield the sentence on what ``--fix`` would mend, if it would mend anything."""
    now, asked = tally.fixable[Applicability.SAFE], tally.fixable[Applicability.UNSAFE]
    if look.unsafe_fixes:
        now, asked = now + asked, 0
    option = "--fix --unsafe-fixes" if look.unsafe_fixes else "--fix"
    if now and asked:
        more = f"({FIXABLE_IF_ASKED} {asked:,} more with --unsafe-fixes)"
        yield f"{FIXABLE} {now:,} fixable with {option} {more}."
    elif now:
        yield f"{FIXABLE} {now:,} fixable with {option}."
    elif asked:
        yield f"{FIXABLE_IF_ASKED} {asked:,} fixable with --fix --unsafe-fixes."


def compared_sentences(report: Report) -> Iterator[str]:
    """Yield what changed since the last earlier run, and whether that means much."""
    told = comparison(report)
    if told is None:
        return
    counts = f"{len(told.new):,} new, {len(told.fixed):,} fixed"
    name = visible(told.before.name)
    yield f"Since {name}: {counts}, {len(told.known):,} still there."
    if told.unaudited:
        count = plural(len(told.unaudited), "finding")
        yield f"Of {count} nothing is known: their files were not audited this time."
    if told.before.signature != report.signature:
        yield "That run was of other rules or settings; see the signatures."


def _single_ground(report: Report) -> list[str]:
    """Return the direction of a single file and its ground; of several, nothing."""
    if len(report.documents) != 1:
        return []
    languages = report.documents[0].languages
    return [f"{direction(languages)}: {visible(languages.evidence)}"]


def assumed_languages(report: Report) -> Iterator[str]:
    """Yield what was assumed of the languages of the files that have words."""
    told = [document for document in report.documents if document.words]
    if len(report.documents) == 1:
        yield f"Languages: {_single_ground(report)[0]}."
    elif told:
        counts = Counter(direction(document.languages) for document in told)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        shown, rest = ordered[:_DIRECTIONS], ordered[_DIRECTIONS:]
        parts = [f"{name} in {plural(count, 'file')}" for name, count in shown]
        if rest:
            files = plural(sum(count for _, count in rest), "file")
            parts.append(f"and {len(rest):,} more in {files}")
        yield f"Languages: {', '.join(parts)}."


def _suppressed(tally: Tally) -> Iterator[str]:
    """Yield how many findings are held back, and by what."""
    ways = tally.suppressed
    if ways:
        parts = [f"{count:,} by {way}" for way, count in sorted(ways.items(), key=str)]
        yield f"Suppressed {plural(ways.total(), 'finding')} ({listed(parts)})."


def _failures(failures: Sequence[Failure]) -> Iterator[str]:
    """Yield how much could not be audited; standard error says why."""
    files = [failure for failure in failures if not failure.is_bug]
    bugs = [failure for failure in failures if failure.is_bug]
    if files:
        yield f"Could not audit {plural(len(files), 'file')}."
    if bugs:
        yield f"A rule broke {plural(len(bugs), 'time')}; this is a bug."


def _some(names: Iterable[str]) -> str:
    """Return the first few names, and how many there are besides."""
    everything = list(names)
    if len(everything) <= _LISTED:
        return listed(everything)
    rest = f"{len(everything) - _LISTED:,} more"
    return listed([*everything[:_LISTED], rest])
