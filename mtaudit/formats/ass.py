"""ass: subtitles of Advanced SubStation Alpha, and of its older sister."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.cues import Cue, segments, trimmed
from mtaudit.formats.pieces import Part
from mtaudit.model import Comment, Document, RawSpan

NAME = "ass"
SUFFIXES = (".ass", ".ssa")

_LINE = re.compile(
    r"^(?:(?P<kind>Dialogue|Comment|Format):[ \t]*+(?P<fields>[^\r\n]*+)"
    r"|\[(?P<section>[^\]\r\n]*)\]|;(?P<remark>[^\r\n]*))",
    re.MULTILINE,
)
_MARK = re.compile(r"\{(?P<codes>[^{}]*)\}|\\(?P<sign>[Nnh])")
_DRAWING = re.compile(r"\\p(\d+)")
_TEXT_FIELD = 9
_SIGNS = {"N": "\n", "n": "\n", "h": "\xa0"}


def parse(
    raw: str,
    path: str,
    options: FormatOptions,  # noqa: ARG001 -- the protocol's; nothing here to choose
) -> Document:
    """Return what is said, line by line, and the comments; codes are left out."""
    return Document(
        path=path,
        raw=raw,
        format=NAME,
        segments=tuple(segments(_cues(raw))),
        comments=tuple(_comments(raw)),
    )


def escape(text: str, spelling: str = "") -> str | None:  # noqa: ARG001 -- one way
    """Return `text`; None for braces, a backslash or a line break."""
    return None if re.search(r"[{}\\\r\n]", text) else text


def _cues(raw: str) -> Iterator[Cue]:
    """Yield what the lines of dialogue say."""
    before_text, section = _TEXT_FIELD, ""
    for line in _LINE.finditer(raw):
        if line["section"] is not None:
            section = line["section"].strip().lower()
        elif line["kind"] == "Format" and section == "events":
            before_text = line["fields"].count(",")
        elif line["kind"] == "Dialogue":
            fields = line["fields"].split(",", before_text)
            if len(fields) > before_text:
                span = line.end() - len(fields[-1]), line.end()
                key = fields[1].strip() if before_text > 1 else ""
                yield Cue(key, tuple(_parts(raw, *trimmed(raw, *span))))


def _parts(raw: str, start: int, end: int) -> Iterator[Part]:
    """Yield the parts of a text, without codes and what they draw."""
    done, is_drawn = start, False
    for match in _MARK.finditer(raw, start, end):
        if done < match.start() and not is_drawn:
            yield Part(raw[done : match.start()], done, match.start())
        if match["sign"]:
            yield Part(_SIGNS[match["sign"]], *match.span(), verbatim=False)
        elif drawing := _DRAWING.search(match["codes"]):
            is_drawn = int(drawing[1][:9]) > 0
        done = match.end()
    if done < end and not is_drawn:
        yield Part(raw[done:end], done, end)


def _comments(raw: str) -> Iterator[Comment]:
    """Yield the lines that are not shown."""
    for line in _LINE.finditer(raw):
        if line["remark"] is not None:
            yield Comment(line["remark"].strip(), RawSpan(*line.span()))
        elif line["kind"] == "Comment":
            text = line["fields"].split(",", _TEXT_FIELD)[-1]
            yield Comment(text.strip(), RawSpan(*line.span()))
