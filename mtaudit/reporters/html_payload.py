"""What the script of the page reads: rules, files and findings as compact JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from gzip import compress
from hashlib import sha256
from itertools import groupby

from mtaudit import __version__
from mtaudit.model import (
    OPAQUE,
    Audited,
    Excerpt,
    Finding,
    Fix,
    Languages,
    Related,
    Report,
    RuleMeta,
)
from mtaudit.reporters.comparison import comparison, first_seen
from mtaudit.reporters.html_texts import Region, Texts, texts_of, units
from mtaudit.reporters.markup import Blocks, Markup, joined
from mtaudit.text.display import is_unseen, is_unusual_space
from mtaudit.text.scripts import script_of
from mtaudit.text.suppression import comment_style, ignore_comment

Json = object

PLAIN = 200_000
"""Longer JSON is compressed, so that the page stays small."""

_AROUND = 160
"""Code points of context that each finding carries on either side."""

_RULE = ("id", "category", "confidence", "why", "whyNotSafe", "url")
_DOCUMENT = ("path", "target", "source", "chunk", "slot", "comment")
_FINDING = (
    *("doc", "rule", "severity", "line", "column", "start", "end", "message", "match"),
    *("print", "from", "excerpt", "fixes", "held", "related", "since"),
)
"""Names of columns, as the script knows them."""

_FIXED = "fixed"
"""What holds a finding back that is only in an earlier run."""

_TWINS = frozenset({"Cyrl", "Grek", "Armn"})
"""Scripts with letters that look like Latin ones."""

_RISKY = re.compile(
    "[<>&\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What would end the script, act on the screen, or cannot be written in UTF-8."""


def embedded(report: Report, blocks: Blocks) -> Markup:
    """Return the elements that hold the index and the texts."""
    texts = texts_of(report)
    parts = [block_of(blocks, "index", _index(report, texts))]
    parts += [
        block_of(blocks, f"texts-{number}", chunk)
        for number, chunk in enumerate(texts.chunks)
    ]
    return joined(parts)


def report_id(report: Report) -> str:
    """Return what the page keeps decisions under: equal for equal findings."""
    parts = [finding.fingerprint for finding in report.findings]
    text = "\0".join([report.signature, *parts])
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def block_of(blocks: Blocks, name: str, value: Json) -> Markup:
    """Return a script element that is read, never run."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = _RISKY.sub(_escaped, text)
    if len(safe) <= PLAIN:
        return blocks.fill("json", name=name, encoding="plain", json=Markup(safe))
    return packed(blocks, name, safe)


def packed(blocks: Blocks, name: str, text: str) -> Markup:
    """Return a script element that holds `text`, compressed."""
    held = b64encode(compress(text.encode(), 9, mtime=0)).decode()
    return blocks.fill("json", name=name, encoding="gzip", json=Markup(held))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _index(report: Report, texts: Texts) -> Json:
    """Return all that lists and filters need."""
    told = comparison(report)
    fixed = told.fixed if told else ()
    rules = {each.rule.id: each.rule for each in (*report.findings, *fixed)}
    numbers = {rule: number for number, rule in enumerate(rules)}
    found = [*_rows(report), *_fixed_rows(fixed)]
    files = _files(report, (finding.location.path for finding, _ in found))
    places = {each.path: number for number, each in enumerate(files)}
    return {
        "id": report_id(report),
        "tool": f"mtaudit {__version__}",
        "link": report.link,
        "runs": [run.name for run in report.earlier],
        "regions": Region._fields,
        "rules": _table(_RULE, map(_rule, rules.values())),
        "documents": _table(_DOCUMENT, (_document(each, texts) for each in files)),
        "findings": _table(
            _FINDING,
            (
                [places[finding.location.path], numbers[finding.rule.id], *row]
                for finding, row in found
            ),
        ),
        "names": _names(report, fixed),
    }


def _files(report: Report, paths: Iterable[str]) -> list[Audited]:
    """Return the files of the report, and those that only findings speak of."""
    known = {each.path for each in report.documents}
    others = dict.fromkeys(path for path in paths if path not in known)
    return [*report.documents, *(Audited(path, "", 0, Languages()) for path in others)]


def _table(columns: tuple[str, ...], rows: Iterable[list[Json]]) -> Json:
    return {"columns": columns, "rows": [*rows]}


def _names(report: Report, fixed: Iterable[Finding]) -> dict[str, str]:
    """Return the names of characters that hide, or that pose as others."""
    chars = set().union(*report.texts.values())
    for blocks in report.layouts.values():
        chars.update(*(block.source for block in blocks if block.source))
    findings = (*report.findings, *fixed)
    for finding in findings:
        chars.update(finding.message, str(finding.excerpt))
    hidden = {char for char in chars if is_unseen(char) or is_unusual_space(char)}
    for match in {finding.match for finding in findings}:
        hidden.update(_look_alikes(match))
    named = ((char, unicodedata.name(char, "control character")) for char in hidden)
    return {char: name.lower() for char, name in sorted(named)}


def _look_alikes(match: str) -> Iterator[str]:
    """Yield the letters of a Latin word that are from another script."""
    if match.isascii() or not any(map(str.isascii, match)):
        return
    for word in match.split():
        scripts = {char: script_of(char) for char in word if char.isalpha()}
        if "Latn" in scripts.values():
            yield from (char for char, script in scripts.items() if script in _TWINS)


def _rule(rule: RuleMeta) -> list[Json]:
    return [
        rule.id,
        rule.category,
        rule.confidence,
        rule.why,
        rule.why_not_safe,
        rule.url,
    ]


def _document(document: Audited, texts: Texts) -> list[Json]:
    """Return a file; its comment has a “%” for each what is told to ignore."""
    languages = document.languages
    style = comment_style(document.format, document.path)
    place = texts.places.get(document.path, (-1, 0))
    told = [document.path, languages.target, languages.source]
    return [*told, *place, ignore_comment(style, "%", "%")]


def _rows(report: Report) -> Iterator[tuple[Finding, list[Json]]]:
    """Yield the findings in the order of the report, each with its row."""
    since = first_seen(report)
    for path, findings in groupby(report.findings, lambda each: each.location.path):
        text = report.texts.get(path)
        place = units(text) if text is not None else None
        for finding in findings:
            row = [*_finding(finding, place), since[finding.fingerprint]]
            yield finding, row


def _fixed_rows(fixed: Iterable[Finding]) -> Iterator[tuple[Finding, list[Json]]]:
    """Yield what an earlier run found: its places are those of another text."""
    for finding in fixed:
        told = finding._replace(fixes=(), related=(), suppressed_by=_FIXED)
        yield finding, [*_finding(told, None), 0]


def _finding(finding: Finding, place: Callable[[int], int] | None) -> Iterator[Json]:
    """
    Yield what there is to say of one finding.

    Offsets are UTF-16 units of the file; without its text, of a file that begins
    with the excerpt.
    """
    excerpt = finding.excerpt
    before, after = excerpt.before[-_AROUND:], excerpt.after[:_AROUND]
    cut = "…" if len(after) < len(excerpt.after) else ""
    start = excerpt.start + len(excerpt.before) - len(before)
    if place is None:
        place = _relative(excerpt, start)
    yield finding.severity
    yield from finding.location.start
    yield place(finding.location.span.start)
    yield place(finding.location.span.end)
    yield finding.message.replace(OPAQUE, "…")
    yield finding.match
    yield finding.fingerprint
    yield place(start)
    yield f"{before}{excerpt.match}{after}{cut}"
    yield [_fix(fix, place) for fix in finding.fixes]
    yield finding.suppressed_by
    yield [_related(each) for each in finding.related]


def _relative(excerpt: Excerpt, start: int) -> Callable[[int], int]:
    """Return a function to UTF-16 units counted from where the excerpt is cut."""
    text = str(excerpt)
    place = units(text)
    first = place(start - excerpt.start)
    return lambda offset: place(max(offset - excerpt.start, 0)) - first


def _fix(fix: Fix, place: Callable[[int], int]) -> Json:
    edits = [
        [place(edit.span.start), place(edit.span.end), edit.content]
        for edit in fix.edits
    ]
    return {"title": fix.title, "kind": fix.applicability, "edits": edits}


def _related(related: Related) -> list[Json]:
    where = related.location
    return [related.note, related.rule, [where.path, *where.start] if where else None]
