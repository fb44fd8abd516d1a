"""`mtaudit check --show-…`: what a run would do, and what rules see."""

from collections.abc import Mapping, Sequence
from typing import Any

from mtaudit.api import Session
from mtaudit.cli.originals import parsed, show_alignment, show_stale, tell_unmatched
from mtaudit.config.schema import Settings
from mtaudit.engine.places import Places
from mtaudit.model import Document, RawSpan
from mtaudit.text.display import visible


def show(session: Session, paths: Sequence[str], flags: Mapping[str, Any]) -> None:
    """Print what the first flag that is given asks for."""
    if flags["show_alignment"]:
        show_alignment(session, flags["show_alignment"])
        return
    if flags["show_segments"]:
        _show_segments(session, flags["show_segments"])
        return
    files = session.find(paths).files
    if flags["show_stale"]:
        show_stale(session, files)
        return
    if not flags["show_settings"]:
        for file in files:
            print(file.path)
        tell_unmatched(session, files)
        return
    _show_settings(
        session.configurations.for_file(files[0].path)
        if files
        else session.configurations.for_folder(".")
    )


def _show_settings(settings: Settings) -> None:
    import json

    from mtaudit.config.describe import plain

    print(f"# from {settings.origin or 'no configuration file'}")
    for key, value in plain(settings).items():
        print(f"{key} = {json.dumps(value, ensure_ascii=False)}")


def _show_segments(session: Session, path: str) -> None:
    document = parsed(session, path)
    target, source, evidence = document.languages
    print(f"{path}: {document.format}, {target or '?'} ← {source or '?'} ({evidence})")
    for line in _segment_lines(document):
        print(line)


def _segment_lines(document: Document) -> list[str]:
    places = Places(document.path, document.raw)
    lines = []
    for segment in document.segments:
        raws = [piece.raw for piece in segment.pieces] or [RawSpan(0, 0)]
        start = places.position(raws[0].start)
        end = places.position(raws[-1].end)
        where = f"{start.line}:{start.column}-{end.line}:{end.column}"
        lang = segment.lang or document.languages.target or "?"
        lines.append(f"{where:16} {segment.role:12} {lang:6} {visible(segment.text)}")
    return lines
