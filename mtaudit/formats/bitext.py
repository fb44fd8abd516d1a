"""bitext: lines or rows that hold a text and its original, in columns or keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit.formats.base import FormatOptions
from mtaudit.formats.messages import Unit, original, segments
from mtaudit.formats.pieces import Part
from mtaudit.model import Document, ParseError, Segment
from mtaudit.text.tags import is_tag

_TARGETS = ("target", "translation", "translated", "tgt", "mt", "hypothesis", "text")
_SOURCES = ("source", "original", "src", "reference_source")


class Cell(NamedTuple):
    """A field of a row."""

    text: str
    parts: tuple[Part, ...]
    spelling: str = ""


class Columns(NamedTuple):
    """Which columns hold what, numbered from 0."""

    targets: tuple[int, ...]
    source: int | None = None
    has_head: bool = True


def read(
    empty: Document, rows: Sequence[Sequence[Cell]], options: FormatOptions
) -> Document:
    """
    Return `empty` with a segment for each text of each row.

    Columns are those that the configuration names, by head or by number from
    1, else those whose heads say what they hold, else, of two, the second. A
    table that merely lies in a folder is only taken at its heads' word.
    """
    if not rows:
        return empty
    heads = [cell.text.strip() for cell in rows[0]]
    columns = _columns(heads, options, empty.path)
    if columns is None:
        return empty
    body = rows[1:] if columns.has_head else rows
    found = (
        each
        for number, row in enumerate(body, 1)
        for each in _segments(empty.raw, row, columns, key=str(number))
    )
    langs = [heads[number] for number in columns.targets if columns.has_head]
    at = columns.source
    source = heads[at] if columns.has_head and at is not None else None
    return empty._replace(
        segments=tuple(found),
        declared_lang=_tag(langs[0]) if langs else None,
        declared_source=_tag(source or ""),
    )


def _segments(
    raw: str, row: Sequence[Cell], columns: Columns, *, key: str
) -> Iterator[Segment]:
    """Yield the segments of a row."""
    at = columns.source
    source = original(row[at].parts, raw) if at is not None and at < len(row) else None
    for target in columns.targets:
        if target < len(row) and row[target].parts:
            cell = row[target]
            unit = Unit(key, source=source, spelling=cell.spelling)
            yield from segments(cell.parts, unit)


def _columns(heads: list[str], options: FormatOptions, path: str) -> Columns | None:
    """Return which columns hold what; None where none says that it is for us."""
    if options.strings:
        wanted = [*options.strings, *([options.original] if options.original else [])]
        places = [_place(name, heads, path) for name in wanted]
        targets = tuple(places[: len(options.strings)])
        source = places[-1] if options.original else None
        return Columns(targets, source, any(name in heads for name in wanted))
    lowered = [head.lower() for head in heads]
    found = [lowered.index(name) for name in _TARGETS if name in lowered][:1]
    origin = [lowered.index(name) for name in _SOURCES if name in lowered][:1]
    if found:
        return Columns((found[0],), origin[0] if origin else None)
    has_head = all(map(is_tag, heads))
    two = 2
    if len(heads) == two and (has_head or options.named):
        return Columns((1,), 0, has_head=has_head)
    if not options.named:
        return None
    message = f"no column says that it is a translation: {', '.join(heads[:8])}"
    hint = 'name it: formats = { "*.csv" = { reader = "csv", strings = ["…"] } }'
    raise ParseError(message, place=path, hint=hint)


def _place(name: str, heads: list[str], path: str) -> int:
    """Return the number of the column called `name`."""
    if name in heads:
        return heads.index(name)
    if name.isdecimal() and 0 < int(name) <= len(heads):
        return int(name) - 1
    there = ", ".join(f"“{head}”" for head in heads[:8])
    raise ParseError(
        f"there is no column “{name}”", place=path, hint=f"there are {there}"
    )


def _tag(head: str) -> str | None:
    """Return the language that a head names."""
    return head.replace("_", "-") if is_tag(head) else None
