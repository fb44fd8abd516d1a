"""Comments that suppress findings: read, matched, and held to account."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.model import Comment, Document, Finding, RawSpan
from mtaudit.packs.rule import Rule
from mtaudit.packs.select import matches

_COMMENT = re.compile(
    r"mtaudit:\s*+(?P<verb>[\w-]*+)\s*+(?:\[(?P<list>[^\]]*+)\])?\s*+(?P<reason>.*)",
    re.DOTALL,
)
_ENTRY = re.compile(r'(?P<selector>[^\s=,"]+)(?:\s*=\s*"(?P<match>[^"]*)")?')
_DATE = re.compile(r"until\s*=\s*(?P<date>\S+)")
_VERBS = frozenset({"ignore", "disable", "enable", "file-ignore"})


class Entry(NamedTuple):
    """One selector of a suppression, perhaps for one wording only."""

    selector: str
    match: str | None


class Suppression(NamedTuple):
    """A comment that asks for findings to be left out."""

    comment: Comment
    verb: str
    entries: tuple[Entry, ...]
    reason: str
    until: str | None
    reach: RawSpan
    """The part of the file in which it holds."""

    used: set[Entry]
    """Those that suppressed something; grows while findings are matched."""

    def covers(self, finding: Finding) -> bool:
        """Whether it leaves `finding` out; what it did so with is noted."""
        span = finding.location.span
        if not self.reach.start <= span.start <= self.reach.end:
            return False
        entries = [entry for entry in self.entries if _names(entry, finding)]
        self.used.update(entries)
        return bool(entries)


def _names(entry: Entry, finding: Finding) -> bool:
    if entry.match is not None and entry.match != finding.match:
        return False
    return matches(entry.selector, finding.rule)


class Fault(NamedTuple):
    """Something wrong with a suppression comment."""

    name: str
    """``malformed``, ``unknown-rule``, ``expired``, ``unused``, ``unreasoned``."""

    comment: Comment
    detail: str


def read_suppressions(
    document: Document, today: str
) -> tuple[list[Suppression], list[Fault]]:
    """
    Return the suppressions of a document and what is wrong with their comments.

    An expired one, after the date `today` (ISO 8601), does not suppress.
    """
    suppressions: list[Suppression] = []
    faults: list[Fault] = []
    for comment in document.comments:
        if not comment.text.startswith("mtaudit:"):
            continue
        found = _read(comment, document)
        if isinstance(found, Fault):
            faults.append(found)
        elif found.until is not None and found.until < today:
            faults.append(Fault("expired", comment, found.until))
        else:
            suppressions.append(found)
    return _with_ranges(suppressions, len(document.raw)), faults


def _read(comment: Comment, document: Document) -> Suppression | Fault:
    """Return the suppression in a comment that begins with ``mtaudit:``."""
    match = _COMMENT.match(comment.text)
    verb, listed = (match["verb"], match["list"]) if match else ("", None)
    if match is None or verb not in _VERBS:
        return Fault("malformed", comment, f"“{verb}” is none of {_listing()}")
    if listed is None or not listed.strip():
        return Fault("malformed", comment, "it names no rule")
    until = _DATE.search(listed)
    entries = tuple(
        Entry(each["selector"], each["match"])
        for each in _ENTRY.finditer(_DATE.sub("", listed))
    )
    return Suppression(
        comment=comment,
        verb=verb,
        entries=entries,
        reason=match["reason"].strip(),
        until=until["date"] if until else None,
        reach=_reach(verb, comment, document),
        used=set(),
    )


def _listing() -> str:
    return ", ".join(sorted(_VERBS))


def _reach(verb: str, comment: Comment, document: Document) -> RawSpan:
    """Return where a comment holds: its line, the next block, on, or the file."""
    raw, span = document.raw, comment.raw
    if verb == "file-ignore":
        return RawSpan(0, len(raw))
    if verb != "ignore":
        return RawSpan(span.end, len(raw))
    if comment.reach is not None:
        return comment.reach
    line = raw.rfind("\n", 0, span.start) + 1
    if raw[line : span.start].strip(" \t>*-"):
        return RawSpan(line, span.end)
    return _next_block(span.end, document)


def _next_block(offset: int, document: Document) -> RawSpan:
    """Return the place of the first segment after `offset`, and of its kin.

    The alt text of a picture and the cells of a table lie in one block: a block
    ends at the first blank line. Where all that is in it has keys, it is the
    first of them, with the forms of its plural.
    """
    raw = document.raw
    places = (
        (each.pieces[0].raw.start, each.pieces[-1].raw.end, each.unit_id)
        for each in document.segments
        if each.pieces
    )
    following = sorted(place for place in places if place[0] >= offset)
    if not following:
        return RawSpan(offset, offset)
    first, _, unit = following[0]
    blank = re.compile(r"\r?\n[ \t>]*\r?\n").search(raw, first)
    end = blank.start() if blank else len(raw)
    block = [place for place in following if place[0] < end]
    if all(key is not None for _, _, key in block):
        end = max(stop for _, stop, key in block if key == unit)
    return RawSpan(offset, end)


def _with_ranges(suppressions: Sequence[Suppression], length: int) -> list[Suppression]:
    """Return the suppressions with each ``disable`` ended by its ``enable``."""
    ended: list[Suppression] = []
    for number, each in enumerate(suppressions):
        if each.verb == "enable":
            continue
        if each.verb == "disable":
            ends = (
                other.comment.raw.start
                for other in suppressions[number + 1 :]
                if other.verb == "enable" and other.entries == each.entries
            )
            reach = RawSpan(each.reach.start, next(ends, length))
            ended.append(each._replace(reach=reach))
            continue
        ended.append(each)
    return ended


def faults_of(
    suppressions: Iterable[Suppression],
    rules: Sequence[Rule],
    known: Sequence[Rule],
    *,
    need_reason: bool,
) -> Iterator[Fault]:
    """
    Yield what is wrong with suppressions once they have been matched.

    An entry that suppressed nothing is unused only if a rule that it names ran.
    """
    for each in suppressions:
        if need_reason and not each.reason:
            yield Fault("unreasoned", each.comment, each.comment.text)
        for entry in each.entries:
            if not any(matches(entry.selector, rule.meta) for rule in known):
                yield Fault("unknown-rule", each.comment, entry.selector)
            elif entry not in each.used and any(
                matches(entry.selector, rule.meta) for rule in rules
            ):
                yield Fault("unused", each.comment, entry.selector)
