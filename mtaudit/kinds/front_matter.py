"""front-matter: a head of the file that no program can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import RawKind
from mtaudit.model import Applicability, Document, Hit, TextSpan
from mtaudit.text.fences import front_end, lines_of

PLACE, COLON, QUOTE, KEY, FENCE = "place", "colon", "quote", "key", "fence"

_KEY = r"[A-Za-z_][\w.-]*"
_HEAD = re.compile(
    rf"(?P<before>\s*+(?:\S[^\n]*+\n\s*+)??)^(?P<head>---[ \t]*+\r?\n(?:#[^\n]*+\n)*+"
    rf"{_KEY}:(?:[ \t][^\n]*)?\r?\n(?:(?!---)[^\n]*+\n)*+---[ \t]*+$)",
    re.MULTILINE,
)
_ENTRY = re.compile(
    rf"(?P<key>[ \t]*(?:- )?{_KEY}):[ \t]++(?P<value>\S(?:.*[^ \t])?)[ \t]*+"
)
_WIDE_KEY = re.compile(rf"[ \t]*{_KEY}(?P<at>[ \t]?：[ \t]?)")
_FENCED = re.compile(rf"(?P<at>```[a-z]*[ \t]*\r?\n)---[ \t]*\r?\n{_KEY}:")
_SPECIAL = "\"'[{|>&*!#%@`"
_BLOCK = re.compile(r"[|>][-+\d]*")


@dataclass(frozen=True, eq=False, repr=False)
class FrontMatter(RawKind):
    """
    Find what breaks front matter.

    ``place``: it does not start the file. ``colon``: a value without quotation
    marks has a colon and a space in it. ``quote``: text follows a quotation mark
    that closes the value. ``key``: a full-width colon after a key. ``fence``: a
    fence of code stands in front.
    """

    report: str
    """``place``, ``colon``, ``quote``, ``key`` or ``fence``."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, (PLACE, COLON, QUOTE, KEY, FENCE))

    def gate(self) -> Gate:
        """Open where a line of hyphens could be."""
        return Gate(parts=frozenset({"---"}))

    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each fault of the kind asked for."""
        raw = document.raw
        if self.report == PLACE:
            yield from _misplaced(raw)
        elif self.report == FENCE:
            match = _FENCED.match(raw.lstrip())
            if match:
                start = len(raw) - len(raw.lstrip())
                span = TextSpan(start, start + match.end("at"))
                yield Hit(span, ("",), limit=Applicability.UNSAFE)
        elif raw.startswith("---"):
            yield from self._in_lines(raw)

    def _in_lines(self, raw: str) -> Iterator[Hit]:
        """Yield the faults of single lines."""
        block = -1
        end = front_end(raw)
        for line in lines_of(raw[:end], raw.find("\n") + 1):
            indent = len(line.text) - len(line.text.lstrip())
            if block >= 0 and (indent > block or not line.text.strip()):
                continue
            match = _ENTRY.fullmatch(line.text)
            block = indent if match and _BLOCK.fullmatch(match["value"]) else -1
            hit = self._fault(line.text, match)
            if hit is not None:
                span = TextSpan(line.start + hit.span.start, line.start + hit.span.end)
                yield hit._replace(span=span)

    def _fault(self, line: str, match: re.Match[str] | None) -> Hit | None:
        """Return the fault of one line, in its offsets."""
        if self.report == KEY:
            wide = _WIDE_KEY.match(line)
            return Hit(TextSpan(*wide.span("at")), (": ",)) if wide else None
        if match is None:
            return None
        value, span = match["value"], TextSpan(*match.span("value"))
        if self.report == COLON:
            return Hit(span, (_quoted(value),)) if _needs_quotes(value) else None
        wordings = _requoted(value)
        return Hit(span, wordings, limit=Applicability.UNSAFE) if wordings else None


def _misplaced(raw: str) -> Iterator[Hit]:
    """Yield what stands in front of front matter; white space can be deleted."""
    match = _HEAD.match(raw)
    if match is None or not match["before"]:
        return
    start, end = match.span("before")
    if match["before"].isspace():
        yield Hit(TextSpan(start, end), ("",))
    elif not match["before"].lstrip().startswith(("#", "<", "`", "~", "=", "{", "|")):
        yield Hit(TextSpan(start, end), ("",), limit=Applicability.MANUAL)


def _needs_quotes(value: str) -> bool:
    """Whether YAML would take a colon in a plain value for one after a key."""
    if value[0] in _SPECIAL or value.startswith("- "):
        return False
    plain = re.split(r"[ \t]#", value, maxsplit=1)[0].rstrip()
    return ": " in plain or plain.endswith(":")


def _quoted(value: str) -> str:
    """Return a value in double quotation marks, as YAML spells it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _requoted(value: str) -> tuple[str, ...]:
    """Return a value whose quotation marks end too early, with others around it."""
    mark = value[0]
    if mark not in "\"'":
        return ()
    skip = r"(?:[^\"\\]|\\.)*" if mark == '"' else r"(?:[^']|'')*"
    match = re.match(rf"{mark}{skip}{mark}(?P<rest>.*+)", value)
    if (
        match is None
        or not match["rest"].strip()
        or match["rest"].lstrip()[0] in "#,]}:"
    ):
        return ()
    if mark == '"' and value.endswith('"'):
        inner = value[1:-1]
        return (
            f'"{inner.replace(chr(92) + mark, mark).replace(mark, chr(92) + mark)}"',
        )
    if mark == "'" and value.endswith("'"):
        return (_quoted(value[1:-1]),)
    return (_quoted(value),)
