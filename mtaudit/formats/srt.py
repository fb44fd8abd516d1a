"""srt: SubRip subtitles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.cues import Cue, between, segments
from mtaudit.model import Document

NAME = "srt"
SUFFIXES = (".srt",)

_TIME = r"-?\d++:\d++:\d++(?:[,.:]\d++)?"
_HEAD = re.compile(
    rf"^(?:[ \t]*+(?P<number>\d++)[ \t]*+(?:\r\n|\r|\n))?"
    rf"[ \t]*+(?P<time>{_TIME})[ \t]*+-->[ \t]*+{_TIME}[^\r\n]*+(?:\r\n|\r|\n|\Z)",
    re.MULTILINE,
)
_TAG = re.compile(
    r"</?(?:b|i|u|s|font)\b[^<>]*>|\{\\[^{}]*\}|(?<![ \t])[ \t]++(?=[\r\n])",
    re.IGNORECASE,
)
_UNSAYABLE = re.compile(
    r"</?(?:b|i|u|s|font)\b[^<>]*>|\{\\|-->|[ \t\r\n][\r\n]", re.IGNORECASE
)


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return what is said, cue by cue; times and tags are left out."""
    return Document(
        path=path, raw=raw, format=NAME, segments=tuple(segments(_cues(raw)))
    )


def escape(text: str, spelling: str = "") -> str | None:  # noqa: ARG001 -- one way
    """Return `text`; None if it has a line break, which may end the cue."""
    return None if "\n" in text or "\r" in text else text


def fits(text: str, spelling: str) -> bool:  # noqa: ARG001 -- one way
    """Whether a cue may be `text`: SubRip can spell neither a tag nor a time."""
    return _UNSAYABLE.search(text) is None


def _cues(raw: str) -> Iterator[Cue]:
    """Yield the cues, each from its time to the number of the next one."""
    for head, following in pairwise([*_HEAD.finditer(raw), None]):
        if head is None:
            continue
        end = following.start() if following else len(raw)
        parts = between(raw, (head.end(), end), _TAG)
        yield Cue(head["number"] or head["time"], tuple(parts))
