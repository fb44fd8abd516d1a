"""What each format makes of a file, held against a text that a person has read."""

import json
from pathlib import Path

import pytest

from mtaudit.engine.read import read
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions

CASES = Path(__file__).parent / "cases"


def rendered(document):
    """Return a document as lines: role, place, text, and what is spelled apart."""
    lines = [f"language {document.declared_lang}"] if document.declared_lang else []
    for segment in document.segments:
        pieces = segment.pieces
        place = f"{pieces[0].raw.start}..{pieces[-1].raw.end}"
        key = f" ({segment.unit_id})" if segment.unit_id else ""
        lines.append(f"{segment.role}{key} {place} {quoted(segment.text)}")
        if segment.source is not None:
            lines.append(f"    from {quoted(segment.source)}")
        lines.extend(
            f"    {quoted(piece.text.of(segment.text))} is "
            f"{quoted(piece.raw.of(document.raw))}"
            for piece in pieces
            if not piece.verbatim
        )
    for comment in document.comments:
        lines.append(f"comment {quoted(comment.text)}")
        lines.append(f"    is {quoted(comment.raw.of(document.raw))}")
    return "".join(f"{line}\n" for line in lines)


def quoted(text):
    """Return `text` on one line, in quotes."""
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=f"{path.parent.name}/{path.stem}")
        for path in sorted(CASES.glob("*/*"))
        if path.suffix != ".segments"
    ],
)
def test_case(path, request):
    """A file becomes the segments that stand beside it."""
    raw = read(str(path)).text.replace("\r\n", "\n")
    golden = path.with_suffix(".segments")

    document = load_format(path.parent.name).parse(raw, path.name, FormatOptions())

    if request.config.getoption("--update"):
        golden.write_text(rendered(document), encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == rendered(document)
