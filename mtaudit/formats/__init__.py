"""File formats: into segments and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Protocol, TypeVar, cast

from mtaudit.formats.base import Format

FORMATS: dict[str, tuple[str, ...]] = {
    "android": ("strings.xml", "arrays.xml", "plurals.xml"),
    "asciidoc": (".adoc", ".asciidoc"),
    "ass": (".ass", ".ssa"),
    "csv": (".csv",),
    "docx": (".docx",),
    "epub": (".epub",),
    "fluent": (".ftl",),
    "html": (".html", ".htm", ".xhtml"),
    "ipynb": (".ipynb",),
    "json": (".json", ".arb", ".jsonc", ".json5"),
    "jsonl": (".jsonl", ".ndjson"),
    "lines": (".moses",),
    "markdown": (".md", ".markdown", ".mdx"),
    "plain": (".txt", ".text"),
    "po": (".po", ".pot"),
    "properties": (".properties",),
    "qt": (".ts",),
    "resx": (".resx", ".resw"),
    "rst": (".rst", ".rest"),
    "srt": (".srt",),
    "strings": (".strings",),
    "stringsdict": (".stringsdict",),
    "tmx": (".tmx",),
    "toml": (".toml",),
    "tsv": (".tsv", ".tab"),
    "vtt": (".vtt",),
    "xliff": (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".xlif"),
    "yaml": (".yaml", ".yml"),
}
"""
Name to file name endings: a module of this room has the name.

They stand here again so that no module is loaded to learn that a file is not
its own.
"""

PACKED = (".docx", ".epub", ".gz")
"""Endings of files that are unpacked to be read, and never written into."""

_T = TypeVar("_T")

NOT_TEXTS = frozenset(
    """
    angular.json bower.json composer.json deno.json firebase.json
    lerna.json nx.json package.json package-lock.json
    tsconfig.json turbo.json vercel.json crowdin.yml docker-compose.yml cargo.toml
    pyproject.toml gradle.properties gradle-wrapper.properties
    """.split()  # noqa: SIM905 -- one to a line would be a page
)
"""Names of data files that are never texts, wherever they lie."""

DATA = frozenset(["csv", "json", "jsonl", "properties", "qt", "toml", "tsv", "yaml"])
"""
Formats that hold other things than texts more often than texts.

Their files are read where their name, or a folder, says that they are
translations, or where somebody names them.
"""


KEYED = DATA | {"android", "fluent", "resx", "strings", "stringsdict"}
"""Formats whose strings have keys, the same in all languages."""

BY_PATH = KEYED | {"po", "xliff"}
"""Formats whose files are in the language that their path names."""


class Reader(Protocol):
    """What the configuration says of the files that a glob names."""

    @property
    def reader(self) -> str:
        """The name of a format."""


def format_for(
    path: str, overrides: Mapping[str, Reader | str] | None = None, root: str = ""
) -> str | None:
    """
    Return the name of the format of `path`; None where no format claims it.

    The first glob of `overrides` that names the path decides, else its ending.
    Globs are relative to the folder `root`, as is a relative path.
    """
    reader = reader_for(path, overrides, root) if overrides else None
    if reader is not None:
        return reader if isinstance(reader, str) else reader.reader
    lowered = path.lower().removesuffix(".gz")
    return next(
        (name for name, endings in FORMATS.items() if lowered.endswith(endings)), None
    )


def reader_for(path: str, overrides: Mapping[str, _T] | None, root: str) -> _T | None:
    """Return what stands under the first glob that names `path`."""
    found = (
        each for glob, each in (overrides or {}).items() if _names(glob, path, root)
    )
    return next(found, None)


def is_for_people(
    path: str, name: str, root: str, *, among: Callable[[str, str], bool]
) -> bool:
    """
    Whether a file of the format `name` is text, as far as its path can tell.

    It is asked of files that nobody named, in a folder or below `root`. Of words
    that may be languages `among` knows whether they lie among others.
    """
    if name not in DATA:
        return True
    from mtaudit.text.tags import names_translations

    start = len(root) if root and path.startswith(f"{root}/") else 0
    if path.rpartition("/")[2].lower() in NOT_TEXTS:
        return False
    return names_translations(
        path[start:], lambda folder, ending: among(path[:start] + folder, ending)
    )


def load_format(name: str) -> Format:
    """Return the format of that name, or raise `KeyError`."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Format, import_module(f"{__name__}.{name}"))


def _names(glob: str, path: str, root: str) -> bool:
    """Whether `glob`, from `root`, names `path`."""
    from mtaudit.text.globs import Globs

    return Globs([glob], root).match(
        path if path.startswith(root or "/") else f"{root}/{path}"
    )
