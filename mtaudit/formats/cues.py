"""Cues of subtitles: what is said, and sentences that run over several cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtaudit.formats.pieces import Part, build, opaque
from mtaudit.model import OPAQUE, Role, Segment

SPELLING = "cue"
_LONGEST = 8
"""Cues in one segment: a sentence that runs on for longer has lost its stops."""


class Cue(NamedTuple):
    """What is on the screen at one time."""

    key: str
    """The number or the name of the cue, else its time."""

    parts: tuple[Part, ...]


def segments(cues: Iterable[Cue]) -> Iterator[Segment]:
    """Yield a segment for each cue, or for as many as one sentence runs over."""
    run: list[Cue] = []
    for cue in cues:
        if not any(part.text.strip() for part in cue.parts):
            continue
        if run and (len(run) == _LONGEST or not _goes_on(run[-1], cue)):
            yield from _segment(run)
            run = []
        run.append(cue)
    yield from _segment(run)


def _segment(run: list[Cue]) -> Iterator[Segment]:
    """Yield the segment of cues, which are joined by line breaks."""
    parts: list[Part] = []
    for cue in run:
        if parts:
            parts.append(Part("\n", parts[-1].end, cue.parts[0].start, verbatim=False))
        parts += cue.parts
    segment = build(parts, Role.PARAGRAPH, run[0].key) if parts else None
    if segment:
        yield segment._replace(spelling=SPELLING)


def _goes_on(cue: Cue, following: Cue) -> bool:
    """Whether a sentence that `cue` begins goes on in `following`."""
    said = "".join(part.text for part in cue.parts).rstrip()
    then = "".join(part.text for part in following.parts).lstrip(f" \n\"'«“„({OPAQUE}")
    if then[:1].isalpha() and not then[:1].isupper() | then[:1].islower():
        # Scripts without capitals do not show where a sentence begins, and
        # subtitles in them leave out the stops.
        return said[-1:] in "،؛，、；：,;"
    return then[:1].islower() and (said[-1:].isalnum() or said[-1:] in ",;:—–-’'\"”»)")


def trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the text from `start` to `end` without white space."""
    while start < end and raw[start] in " \t\r\n":
        start += 1
    while start < end and raw[end - 1] in " \t\r\n":
        end -= 1
    return start, end


def between(raw: str, span: tuple[int, int], tag: re.Pattern[str]) -> list[Part]:
    """
    Return the parts of the text at `span` between the matches of `tag`.

    White space at the ends of lines is left out. What a group called `passage`
    has matched is opaque.
    """
    parts: list[Part] = []
    done, end = trimmed(raw, *span)
    for match in tag.finditer(raw, done, end):
        if match.start() > done:
            parts.append(Part(raw[done : match.start()], done, match.start()))
        if match.lastgroup == "passage":
            parts.append(opaque(*match.span()))
        done = match.end()
    if done < end:
        parts.append(Part(raw[done:end], done, end))
    return parts
