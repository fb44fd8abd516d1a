"""What each format can do, as its cases show it: a table for the manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mtaudit.engine.read import read
from mtaudit.formats import FORMATS, load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import Comment, Document, Role
from mtaudit.text.suppression import comment_style

CASES = Path(__file__).parent / "formats" / "cases"
MARK = "<!-- matrix: made by tests/matrix.py from the cases of each format -->\n"
END = "<!-- end of the matrix -->\n"


def page(before: str) -> str:
    """Return the page `before` with the table between its marks made anew."""
    head, _, rest = before.partition(MARK)
    _, _, tail = rest.partition(END)
    return f"{head}{MARK}\n{''.join(_table())}\n{END}{tail}"


def case_files(name: str) -> list[Path]:
    """Return the files of a format that have been read by a person."""
    paths = sorted((CASES / name).iterdir())
    return [path for path in paths if path.suffix != ".segments"]


def parsed(name: str, path: Path) -> Document:
    """Return a case as the format reads it."""
    raw = read(str(path)).text.replace("\r\n", "\n")
    return load_format(name).parse(raw, path.name, FormatOptions())


def _table() -> Iterator[str]:
    yield "| Format | Files | Segments | Original | Comments | Fixes |\n"
    yield "| --- | --- | --- | --- | --- | --- |\n"
    for name, endings in FORMATS.items():
        documents = [parsed(name, path) for path in case_files(name)]
        cells = [
            f"`{name}`",
            ", ".join(f"`{ending}`" for ending in endings),
            _segments(documents),
            "yes" if _has_original(documents) else "–",
            _comments(documents),
            "yes" if _is_written(name, documents) else "–",
        ]
        yield f"| {' | '.join(cells)} |\n"


def _segments(documents: list[Document]) -> str:
    """Return the roles of segments, and whether all have keys."""
    found = [segment for document in documents for segment in document.segments]
    there = {segment.role for segment in found}
    roles = ", ".join(str(role) for role in Role if role in there)
    return f"{roles}; by key" if all(segment.unit_id for segment in found) else roles


def _has_original(documents: list[Document]) -> bool:
    return any(
        segment.source is not None
        for document in documents
        for segment in document.segments
    )


def _is_written(name: str, documents: list[Document]) -> bool:
    """Whether the format can spell a word in any of its segments."""
    escape = load_format(name).escape
    return any(
        (escape("a", each.spelling) if each.spelling else escape("a")) is not None
        for document in documents
        for each in document.segments
    )


def _comments(documents: list[Document]) -> str:
    """Return the marks of comments, in code."""
    styles = {comment_style(each.format, each.path) for each in documents} - {None}
    marks = {style.format("…") for style in styles if style} | {
        _marks(comment, document.raw)
        for document in documents
        for comment in document.comments
        if comment.text.startswith("mtaudit:")
    }
    return ", ".join(f"`{mark}`" for mark in sorted(marks)) or "–"


def _marks(comment: Comment, raw: str) -> str:
    """Return what makes a comment one, around an ellipsis."""
    before, _, after = comment.raw.of(raw).partition(comment.text)
    first = re.match(r"\s*(\S*)", before)
    return f"{first[1] if first else ''}{' ' * before[-1:].isspace()}…{after.rstrip()}"
