"""vtt: WebVTT subtitles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.cues import Cue, between, segments
from mtaudit.formats.pieces import Part
from mtaudit.model import Comment, Document, RawSpan

NAME = "vtt"
SUFFIXES = (".vtt",)

_BLOCK = re.compile(r"(?:[^\r\n]++(?:\r\n|\r|\n|\Z))++")
_TIME = r"(?:\d+:)?\d\d:\d\d\.\d{3}"
_HEAD = re.compile(
    rf"(?:(?P<name>(?!.*-->)[^\r\n]*)(?:\r\n|\r|\n))?"
    rf"[ \t]*(?P<time>{_TIME})[ \t]+-->[ \t]+{_TIME}[^\r\n]*(?:\r\n|\r|\n|\Z)"
)
_LANG = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)
_TAG = re.compile(
    r"(?P<passage><lang(?:\.[^\s<>]*+)?[ \t][^<>]*+>.*?(?:</lang>|\Z))"
    r"|<[^<>]*+>|(?<![ \t])[ \t]++(?=[\r\n])",
    re.DOTALL,
)
"""What is not said, and passages in other languages."""

_REFERENCE = re.compile(
    r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
_NOTE = re.compile(r"NOTE(?:[ \t]+|\r\n|\r|\n|\Z)")


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return what is said, cue by cue, and the notes; times and tags are left out."""
    head = _BLOCK.match(raw) if raw.startswith("WEBVTT") else None
    lang = _LANG.search(head[0]) if head else None
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(segments(_cues(raw))),
        comments=tuple(_notes(raw)),
        declared_lang=lang[1] if lang else None,
    )


def escape(text: str, spelling: str = "") -> str | None:  # noqa: ARG001 -- one way
    """Return `text` with references for what is markup; None for a line break."""
    if "\n" in text or "\r" in text:
        return None
    for sign, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, reference)
    return text


def _cues(raw: str) -> Iterator[Cue]:
    for block in _BLOCK.finditer(raw):
        head = _HEAD.match(raw, block.start(), block.end())
        if head:
            parts = between(raw, (head.end(), block.end()), _TAG)
            decoded = tuple(each for part in parts for each in _decoded(raw, part))
            yield Cue(head["name"] or head["time"], decoded)


def _notes(raw: str) -> Iterator[Comment]:
    for block in _BLOCK.finditer(raw):
        note = _NOTE.match(raw, block.start(), block.end())
        if note:
            text = raw[note.end() : block.end()].strip()
            end = block.start() + len(block[0].rstrip())
            yield Comment(text, RawSpan(block.start(), end))


def _decoded(raw: str, part: Part) -> Iterator[Part]:
    """Yield the parts of a stretch, references decoded."""
    if not part.verbatim:
        yield part
        return
    done = part.start
    for match in _REFERENCE.finditer(raw, part.start, part.end):
        if done < match.start():
            yield Part(raw[done : match.start()], done, match.start())
        text = unescape(match[0])
        if text:
            yield Part(text, *match.span(), verbatim=False)
        done = match.end()
    if done < part.end:
        yield Part(raw[done : part.end], done, part.end)
