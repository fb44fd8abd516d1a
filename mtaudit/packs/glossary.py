"""Glossaries: tables and TBX files of terms, as options of the rules that use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtaudit.config.schema import Glossary
from mtaudit.kinds import Rows
from mtaudit.kinds.glossary_terms import ANY_SOURCE, ANY_TARGET, FORBIDDEN
from mtaudit.model import ConfigError, ParseError
from mtaudit.text.tags import is_tag

GLOSSARY_RULES = frozenset(
    {"bitext/missing-term", "bitext/forbidden-term", "bitext/translated-term"}
)
"""The rules that get the glossary of the configuration."""

_NOTES = frozenset({"note", "notes", "comment", "definition", "category", "pos"})
"""Heads of columns that hold no terms."""

_SEVERAL = "|"
"""What parts several terms in one cell."""

_WRONG = ("deprecated", "superseded", "forbidden", "rejected", "not recommended")
"""Parts of the statuses of terms that should not be used."""

_CONCEPTS = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
"""The elements of TBX, as versions 2 and 3 call them."""


def glossary_options(glossary: Glossary, root: str) -> dict[str, Any]:
    """
    Return the options that a glossary comes to; its files lie relative to `root`.

    `ConfigError` names the file that is missing or is none.
    """
    rows = [
        row
        for number, name in enumerate(glossary.termbases)
        for row in _numbered(number, read_termbase(Path(root, name)))
    ]
    return {
        "terms": dict(glossary.terms),
        "forbidden": dict(glossary.forbidden),
        "keep": glossary.do_not_translate,
        "entries": tuple(rows),
    }


def _numbered(number: int, rows: Rows) -> Iterator[tuple[str, ...]]:
    """Yield rows with the concepts of one file told from those of the others."""
    for concept, *rest in rows:
        yield (f"{number}.{concept}", *rest)


def read_termbase(path: Path) -> Rows:
    """
    Return the terms of a file: concept, language, term, status.

    In a table the heads are tags of languages, or ``source`` and ``target``, and
    ``forbidden`` for what may not stand for the target; cells may hold several
    terms parted by ``|``. `ConfigError` says what is wrong with the file.
    """
    if path.suffix.lower() not in _READERS:
        known = ", ".join(_READERS)
        raise ConfigError(f"“{path.name}” is no glossary: there are {known}")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or error
        raise ConfigError(f"the glossary {path} cannot be read: {reason}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"the glossary {path} is not in UTF-8") from None
    return _parsed(text, path)


@lru_cache(maxsize=8)
def _parsed(text: str, path: Path) -> Rows:
    """Return the terms of a text; several rules, and folders, ask for the same."""
    return tuple(_READERS[path.suffix.lower()](text, path))


def _from_tsv(text: str, path: Path) -> Iterator[tuple[str, ...]]:
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    return _from_table(lines, path)


def _from_csv(text: str, path: Path) -> Iterator[tuple[str, ...]]:
    import csv

    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return _from_table([row for row in rows if any(row)], path)


def _from_table(rows: Sequence[Sequence[str]], path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the terms of a table with heads."""
    heads = [head.strip() for head in rows[0]] if rows else []
    langs = {place: lang for place, lang in enumerate(map(_lang, heads)) if lang}
    if len(langs) < 2:  # noqa: PLR2004 -- a term and its translation
        raise ConfigError(
            f"the glossary {path} has no columns of terms",
            hint="heads are “source” and “target”, or tags of languages such as “de”",
        )
    for number, row in enumerate(rows[1:], start=2):
        for place, lang in langs.items():
            for term in row[place].split(_SEVERAL) if place < len(row) else ():
                status = FORBIDDEN if lang == FORBIDDEN else ""
                where = ANY_TARGET if lang == FORBIDDEN else lang
                # A column “id” holds numbers more often than Indonesian.
                if any(map(str.isalpha, term)):
                    yield str(number), where, term.strip(), status


def _lang(head: str) -> str | None:
    """Return what language the column under `head` is in; None if it has no terms."""
    if head.lower() in {ANY_SOURCE, ANY_TARGET, FORBIDDEN}:
        return head.lower()
    tag = head.replace("_", "-")
    return tag if head.lower() not in _NOTES and is_tag(tag) else None


def _from_tbx(text: str, path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the terms of TermBase eXchange, of either its versions."""
    from mtaudit.formats.xml_scan import read

    try:
        root, _ = read(text, str(path))
    except ParseError as error:
        raise ConfigError(error.message, place=error.place) from None
    for number, concept in enumerate(root.walk(*_CONCEPTS)):
        for group in concept.walk(*_LANGUAGES):
            for block in group.walk(*_TERMS):
                notes = [note.text.lower() for note in block.walk("termNote")]
                is_wrong = any(word in note for note in notes for word in _WRONG)
                for term in block.walk("term"):
                    status = FORBIDDEN if is_wrong else ""
                    yield (
                        str(number),
                        group.get("lang") or "",
                        term.text.strip(),
                        status,
                    )


_READERS: Mapping[str, Callable[[str, Path], Iterator[tuple[str, ...]]]] = {
    ".tsv": _from_tsv,
    ".csv": _from_csv,
    ".tbx": _from_tbx,
}
