"""Originals on the command line: the one that is named, and what is shown of them."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtaudit.api import Session
from mtaudit.engine.discover import PLAIN, File
from mtaudit.engine.pairing import beside
from mtaudit.engine.places import Places
from mtaudit.formats import format_for
from mtaudit.model import Document, UsageError
from mtaudit.text.display import visible
from mtaudit.text.width import clusters, display_width

_WIDTH = 44
"""Cells for the text of each side."""


def named_original(flags: Mapping[str, Any]) -> str:
    """Return the original that ``--source`` names, which is that of one file."""
    original: str = flags["source"]
    if not os.path.isfile(original):
        raise UsageError(f"there is no file “{original}”")
    paths = [flags["show_alignment"]] if flags["show_alignment"] else flags["paths"]
    if len(paths or ()) != 1 or os.path.isdir(paths[0]):
        raise UsageError("--source goes with the path of one translation")
    return os.path.relpath(original).replace(os.sep, "/")


def show_alignment(session: Session, path: str) -> None:
    """Print a file beside its original, each pair of blocks with how sure it is."""
    document = parsed(session, path)
    original = session.originals.of(path)
    if original is None:
        place = session.originals.path_of(path)
        if place is not None:
            raise UsageError(f"the original of {path} is not there: {place}")
        hint = "name it with --source, or say in [[translations]] where originals live"
        raise UsageError(f"nothing says where the original of {path} is", hint=hint)
    for line in _lines(beside(document, original)):
        print(line)


def parsed(session: Session, path: str) -> Document:
    """Return a file that was named, parsed; raises `ReadError` and `ParseError`."""
    settings = session.configurations.for_file(path)
    name = format_for(path, settings.formats, settings.root) or PLAIN
    return session.auditor(settings).parse(path, session.read(path).text, name)


def _lines(document: Document) -> Iterator[str]:
    """Yield a line for the files, and one for each pair of blocks."""
    pairing = document.pairing
    if pairing is None:
        yield f"{document.path}: each text has its original beside it"
        return
    doubt = "" if pairing.is_sure else "; too little to compare their blocks"
    files = f"{pairing.original.path} → {document.path}"
    yield f"{pairing.confidence:.2f}  {files}{doubt}"
    ours, theirs = _Side(pairing.original), _Side(document)
    for pair in pairing.pairs:
        confidence = f"{pair.confidence:.2f}" if pair.sources and pair.targets else ""
        left, right = ours.shown(pair.sources), theirs.shown(pair.targets)
        yield f"{confidence:4}  {left} │ {right}".rstrip()


class _Side:
    """One of two files, its blocks to be shown in columns."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = Places(document.path, document.raw)

    def shown(self, numbers: Sequence[int]) -> str:
        """Return the line and the text of blocks, as wide as any other."""
        if not numbers:
            return f"{'—':>5} {'':{_WIDTH}}"
        segments = [self._document.segments[number] for number in numbers]
        line = self._places.position(segments[0].pieces[0].raw.start).line
        text = " ⏎ ".join(" ".join(each.text.split()) for each in segments)
        return f"{line:>5} {_cropped(visible(text))}"


def _cropped(text: str) -> str:
    """Return the beginning of `text`, filled up to the width of a column."""
    kept, left = [], _WIDTH - 1
    for cluster in clusters(text):
        left -= display_width(cluster)
        if left < 0:
            kept.append("…")
            break
        kept.append(cluster)
    cropped = "".join(kept)
    return cropped + " " * (_WIDTH - display_width(cropped))


def show_stale(session: Session, files: Sequence[File]) -> None:
    """Print the translations whose original was committed later, each with it."""
    from mtaudit.engine.git import Git

    committed = Git(session.cwd).committed()
    for file in files:
        original = session.originals.path_of(file.path)
        if original is None:
            continue
        ours, theirs = (
            committed.get(os.path.realpath(os.path.join(session.cwd, path)))
            for path in (file.path, original)
        )
        if ours is not None and theirs is not None and ours < theirs:
            print(f"{file.path}: older than {original}")


def tell_unmatched(session: Session, files: Sequence[File]) -> None:
    """Say on standard error which files have no counterpart, of either side."""
    for file in files:
        if session.originals.is_missing(file.path):
            place = session.originals.path_of(file.path)
            print(f"{file.path}: no original at {place}", file=sys.stderr)
    rules = session.configurations.path_rules(session.cwd)
    if rules is None:
        return
    from mtaudit.engine.coverage import untranslated

    for each in untranslated(rules, map(os.path.abspath, [f.path for f in files])):
        langs = f" into {', '.join(each.langs)}" if each.langs else ""
        place = os.path.relpath(each.path).replace(os.sep, "/")
        print(f"{place}: not translated{langs}", file=sys.stderr)
