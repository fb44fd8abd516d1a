"""The settings of a run, finished: nothing here asks where a value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mtaudit.model import Confidence, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Settings that hold for some files only."""

    files: tuple[str, ...]
    """Globs relative to the configuration file."""

    source_language: str | None = None
    target_language: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The house style of names."""

    style: str = "official"
    """``official``, ``none``, another built-in style, or the path of a TSV."""

    allow: tuple[str, ...] = ()
    """Phrases in which any form is right, e.g. ``Chicken Kiev``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that a run depends on, and nothing else."""

    root: str = "."
    """The folder of the configuration file; globs are relative to it."""

    origin: str | None = None
    """The configuration file itself."""

    required_version: str | None = None
    source_language: str | None = None
    """BCP 47; None is ``auto``."""

    target_language: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    packs: tuple[str, ...] = ()
    """Folders, or names of installed distributions, besides the built-in packs."""

    select: tuple[str, ...] = ("DEFAULT",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixable: tuple[str, ...] = ("ALL",)
    unfixable: tuple[str, ...] = ()
    extend_safe_fixes: tuple[str, ...] = ()
    extend_unsafe_fixes: tuple[str, ...] = ()
    min_severity: Severity = Severity.NEUTRAL
    min_confidence: Confidence = Confidence.MEDIUM
    fail_on: Severity | None = Severity.MAJOR
    """None is ``never``."""

    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options of kinds, by rule id, in place of the card's."""

    names: Names = field(default_factory=Names)
    formats: Mapping[str, str] = field(default_factory=dict)
    """Glob to the name of a format."""

    front_matter: tuple[str, ...] = ("title", "description", "summary", "subtitle")
    language_from_path: tuple[str, ...] = ()
    """Patterns such as ``content/{lang}/**``."""

    overrides: tuple[Override, ...] = ()
    require_suppression_reason: bool = False
    output_format: tuple[str, ...] = ("full",)
    fix: bool = False
    unsafe_fixes: bool = False
    show_fixes: bool = False
    cache_dir: str | None = None
