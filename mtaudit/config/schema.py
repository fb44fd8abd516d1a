"""
The settings of a run, finished: nothing here asks where a value came from.

The fields are the configuration's keys (`exclude`, ``min-confidence``), their
annotations say what may be written there, and their docstrings are what
``mtaudit config`` prints. There is no other list of keys.
"""

# Annotations are evaluated here, for `decode` to read: kept as strings they
# would have to be compiled one by one, which takes longer than all the rest.
# Named tuples, as they take a third of the time that dataclasses take.

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from mtaudit.config.gate import Gate
from mtaudit.model import Confidence, Severity

Tag = Annotated[str | None, "tag"]
"""A BCP 47 language tag; None is written ``auto``."""

Threshold = Annotated[Severity | None, "threshold"]
"""A severity; None is written ``never``."""

OneOrMore = Annotated[tuple[str, ...], "one or more"]
"""A list, or a string alone."""

Count = Annotated[int, "count"]
"""A whole number from 1."""

Version = Annotated[str | None, "version"]
"""Conditions on a version, such as ``>=0.2,<1``."""

Template = Annotated[str, "template"]
"""A path with ``{path}``, ``{name}`` or ``{lang}`` in it."""


Address = Annotated[str | None, "address"]
"""An address on the web with ``{path}`` in it, ``{commit}`` and ``{line}``."""


class Override(NamedTuple):
    """Settings that hold for some files only."""

    files: tuple[str, ...]
    """Globs relative to the configuration file."""

    source_language: Tag = None
    """The language that these files were translated from."""

    target_language: Tag = None
    """The language that these files are in."""

    select: tuple[str, ...] | None = None
    """Rules to run on these files, in place of the ones selected above."""

    extend_select: tuple[str, ...] = ()
    """Rules to run on these files besides."""

    ignore: tuple[str, ...] = ()
    """Rules not to run on these files."""


class Translation(NamedTuple):
    """Where originals live, and where their translations do."""

    source: Template
    """
    The original's path, e.g. ``content/ru/{path}``.

    ``{path}`` is any relative path, ``{name}`` a part of one without a slash.
    """

    target: Template
    """The translation's path, e.g. ``content/{lang}/{path}``."""

    source_language: Tag = None
    """The language of the originals."""

    target_language: Tag = None
    """The language of the translations, if ``{lang}`` does not say it."""

    def fault(self) -> str | None:
        """Return what is wrong with the pair as a whole, if anything is."""
        for slot in ("{path}", "{name}"):
            if (slot in self.source) != (slot in self.target):
                return (
                    f"“{slot}” must stand in both “source” and “target”, or in neither"
                )
        return None


class LanguageFromPath(NamedTuple):
    """Languages by the path of a file."""

    patterns: tuple[Template, ...] = ()
    """Templates such as ``content/{lang}/**`` or ``**/*.{lang}.md``."""


class Names(NamedTuple):
    """The house style of names."""

    style: str = "official"
    """``official``, ``none``, another built-in style, or the path of a TSV."""

    allow: tuple[str, ...] = ()
    """Phrases in which any form is right, e.g. ``Chicken Kiev``."""


NO_ENTRIES: Mapping[str, Any] = {}


class Glossary(NamedTuple):
    """Terms and their translations, to be held against the originals."""

    termbases: OneOrMore = ()
    """Files of terms: TSV, CSV or TBX."""

    terms: Mapping[str, OneOrMore] = NO_ENTRIES
    """Terms of the original to their translations, the preferred one first."""

    forbidden: Mapping[str, OneOrMore] = NO_ENTRIES
    """Terms of the original to translations that are wrong for them."""

    do_not_translate: tuple[str, ...] = ()
    """Terms that stay as they are, letter for letter."""


class Reader(NamedTuple):
    """How files are read."""

    reader: str
    """The name of a format."""

    strings: tuple[str, ...] = ()
    """Keys such as ``$.items[*].body``, or columns, that hold prose."""

    original: str | None = None
    """The key or column that holds the text in the source language."""


class Settings(NamedTuple):
    """Everything that a run depends on, and nothing else."""

    root: str = "."
    """The folder of the configuration file; globs and paths are relative to it."""

    origin: str | None = None
    """The configuration file itself, relative to the working directory."""

    source_ground: str = ""
    """Where the source language was said, in words; empty if nowhere."""

    target_ground: str = ""
    """Where the target language was said, in words; empty if nowhere."""

    required_version: Version = None
    """The versions of mtaudit that this configuration is for, e.g. ``>=0.2``."""

    source_language: Tag = None
    """The language that the texts were translated from; ``auto`` finds it."""

    target_language: Tag = None
    """The language that the texts are in; ``auto`` finds it."""

    include: tuple[str, ...] = ()
    """The files to read among those found in folders; empty is all."""

    exclude: tuple[str, ...] = ()
    """Files and folders to pass over."""

    extend_exclude: tuple[str, ...] = ()
    """Files and folders to pass over besides."""

    force_exclude: bool = False
    """Whether what is excluded stays so even when it is named."""

    respect_gitignore: bool = True
    """Whether what Git ignores is passed over."""

    max_file_size: Count = 32
    """The size in MiB, once unpacked, above which a file is refused."""

    packs: tuple[str, ...] = ()
    """Folders, or names of installed distributions, besides the built-in packs."""

    select: tuple[str, ...] = ("DEFAULT",)
    """Rules to run: ``ALL``, ``DEFAULT``, packs, ids, globs, ``@category``."""

    extend_select: tuple[str, ...] = ()
    """Rules to run besides."""

    ignore: tuple[str, ...] = ()
    """Rules not to run."""

    per_file_ignores: Mapping[str, tuple[str, ...]] = NO_ENTRIES
    """Rules whose findings do not count, by glob of files."""

    fixable: tuple[str, ...] = ("ALL",)
    """Rules whose fixes may be applied."""

    unfixable: tuple[str, ...] = ()
    """Rules whose fixes may not be applied."""

    extend_safe_fixes: tuple[str, ...] = ()
    """Rules whose fixes count as safe, whatever their cards say."""

    extend_unsafe_fixes: tuple[str, ...] = ()
    """Rules whose fixes count as unsafe, whatever their cards say."""

    min_severity: Severity = Severity.NEUTRAL
    """Rules below this severity do not run."""

    min_confidence: Confidence = Confidence.MEDIUM
    """Rules below this confidence do not run."""

    fail_on: Threshold = Severity.MAJOR
    """The exit code is 1 if a finding is this severe; ``never`` keeps it 0."""

    severity: Mapping[str, Severity] = NO_ENTRIES
    """Severities in place of the cards', by rule."""

    rules: Mapping[str, Mapping[str, object]] = NO_ENTRIES
    """Options of kinds in place of the cards', by rule."""

    names: Names = Names()
    """The house style of names."""

    glossary: Glossary = Glossary()
    """Terms and their translations, to be held against the originals."""

    formats: Mapping[str, Annotated[Reader, "reader"]] = NO_ENTRIES
    """Names of formats, or tables with ``reader`` and more, by glob of files."""

    front_matter: tuple[str, ...] = ("title", "description", "summary", "subtitle")
    """Keys of front matter whose strings are prose."""

    language_from_path: LanguageFromPath = LanguageFromPath()
    """Languages by the path of a file."""

    translations: tuple[Translation, ...] = ()
    """Where originals live, and where their translations do."""

    overrides: tuple[Override, ...] = ()
    """Settings that hold for some files only."""

    gate: Gate = Gate()
    """Limits of a run, besides ``fail-on``: the exit code is 1 if one is not kept."""

    baseline: str | None = None
    """The baseline; without this key, ``.mtaudit-baseline.jsonl`` if it is there."""

    require_suppression_reason: bool = False
    """Whether a suppression without a reason is a finding."""

    output_format: OneOrMore = ("full",)
    """Reports to make, each ``FORMAT`` or ``FORMAT:PATH``."""

    commit_url: Address = None
    """Where a line of a file is on the web, e.g. ``…/blob/{commit}/{path}#L{line}``."""

    fix: bool = False
    """Whether to apply fixes."""

    unsafe_fixes: bool = False
    """Whether unsafe fixes are shown as available, and applied with ``fix``."""

    show_fixes: bool = False
    """Whether to list the fixes that were applied."""

    cache_dir: str | None = None
    """The folder for what may be kept between runs."""


NOT_KEYS = frozenset({"root", "origin", "source_ground", "target_ground"})
"""Fields that are found out, not written in a configuration."""

GLOBS = frozenset({"include", "exclude", "extend_exclude", "files"})
"""Fields whose strings are globs, relative to their file."""

GLOB_TABLES = frozenset({"per_file_ignores", "formats"})
"""Fields whose keys are globs, relative to their file."""

TEMPLATES = frozenset({"patterns", "source", "target"})
"""Fields whose strings are templates, relative to their file."""

PATHS = frozenset({"baseline", "cache_dir", "termbases"})
"""Fields whose strings are paths, relative to their file."""

WORDS = frozenset({"terms", "forbidden"})
"""Fields whose keys and strings are words of the texts, whatever they look like."""

MAYBE_PATHS = frozenset({"packs", "style"})
"""Fields whose strings are names, or paths relative to their file."""
