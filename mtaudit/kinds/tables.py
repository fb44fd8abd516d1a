"""tables: rows that do not fit the head of their table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mtaudit.kinds.base import Gate
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.raw import RawKind
from mtaudit.model import Document, Hit, TextSpan
from mtaudit.text.fences import Line, layout, lines_of

WIDE, BROKEN = "wide", "broken"

_RULER = re.compile(
    r"[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+"
)
_SPOILED = re.compile(
    r"[ \t>]*+[|｜]?"
    r"(?:[ \t]*+[:：]?[ \t]*+[-–—－−]++[ \t]*+[:：]?[ \t]*+(?:[|｜]|$)){2,}+[ \t]*+"
)
_OF_SPOILED = " \t>|｜:：-–—－−"
"""All that a line that `_SPOILED` matches has."""

_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, eq=False, repr=False)
class Tables(RawKind):
    """
    Find tables that do not come out as they were meant.

    ``wide``: a row with more cells than the head has, of which the last are
    not shown. ``broken``: a line under the head that is no longer one because of
    dashes, wide bars or spaces in it, so that there is no table at all.
    """

    report: str
    """``wide`` or ``broken``."""

    formats: tuple[str, ...] = ("markdown",)
    """Formats whose files are looked at; none means all."""

    def __post_init__(self) -> None:
        require_one_of("report", self.report, (WIDE, BROKEN))

    def gate(self) -> Gate:
        """Open where a cell could end."""
        return Gate(parts=frozenset({"|", "｜"}))

    def faults(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each row, or each ruler, that is wrong."""
        raw = document.raw
        lines = _prose_lines(raw)
        if self.report == BROKEN:
            yield from _spoiled(lines)
            return
        for index, (head, ruler) in enumerate(pairwise(lines)):
            if _is_ruler(ruler.text):
                columns = _cells(raw, ruler)
                if columns == _cells(raw, head) > 1:
                    yield from _too_wide(raw, lines[index + 2 :], columns)


@lru_cache(maxsize=1)
def _prose_lines(raw: str) -> tuple[Line, ...]:
    """Return the lines of a file's prose; two rules ask for them."""
    parts = layout(raw)
    return tuple(lines_of(parts.prose, parts.front))


def _is_ruler(text: str) -> bool:
    return "|" in text and _RULER.fullmatch(text) is not None


def _cells(raw: str, line: Line) -> int:
    """Return how many cells a line has; a bar ends one even inside code."""
    text = raw[line.start : line.end].strip(" \t>")
    bars = len(_PIPE.findall(text))
    ends = text.startswith("|") + (text.endswith("|") and not text.endswith("\\|"))
    return bars + 1 - ends


def _too_wide(raw: str, lines: Sequence[Line], columns: int) -> Iterator[Hit]:
    """Yield the cells that stand beyond the last column."""
    for line in lines:
        if not line.text.strip(" \t>") or "|" not in line.text:
            return
        if _cells(raw, line) <= columns:
            continue
        text = raw[line.start : line.end]
        bars = [match.start() for match in _PIPE.finditer(text)]
        first = bars[columns if text.lstrip(" \t>").startswith("|") else columns - 1]
        rest = text[first + 1 :].rstrip().removesuffix("|")
        if rest.strip():
            start = line.start + first + 1
            yield Hit(TextSpan(start, start + len(rest)))


def _spoiled(lines: Sequence[Line]) -> Iterator[Hit]:
    """Yield rulers with other characters in place of bars and hyphens."""
    above = ""
    for head, ruler in pairwise(lines):
        if "|" not in above and _is_spoiled(head.text, ruler.text):
            text = ruler.text.lstrip()
            mended = _SPACED_COLON.sub("", text.translate(_PLAIN))
            yield Hit(TextSpan(ruler.end - len(text), ruler.end), (_long(mended),))
        above = head.text


def _is_spoiled(head: str, ruler: str) -> bool:
    """Whether a line was to be the ruler under a head, and is none."""
    if not ruler or ruler.strip(_OF_SPOILED):
        return False
    bars = sum(map(ruler.count, "|｜"))
    return (
        not _is_ruler(ruler)
        and _SPOILED.fullmatch(ruler) is not None
        and bool(ruler.strip("- \t"))
        and sum(map(head.count, "|｜")) >= bars
    )


_SPACED_COLON = re.compile(r"(?<=:)[ \t]+(?=-)|(?<=-)[ \t]+(?=:)")
_PLAIN = str.maketrans({"｜": "|", "：": ":", "–": "-", "—": "-", "－": "-", "−": "-"})


def _long(ruler: str) -> str:
    """Return a ruler whose hyphens are three at least."""
    return re.sub(r"-+", lambda match: match[0].ljust(3, "-"), ruler)
