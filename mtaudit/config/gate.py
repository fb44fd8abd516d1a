"""Gates: how much may be found before a run fails."""

from typing import Annotated, NamedTuple

Most = Annotated[int | None, "most"]
"""A whole number from 0."""

Weight = Annotated[float | None, "weight"]
"""A number from 0."""

Share = Annotated[float | None, "share"]
"""A number from 0 to 1."""


class GateOverride(NamedTuple):
    """Limits of some files; what is not said here is as in ``[gate]``."""

    files: tuple[str, ...] = ()
    """Globs relative to the configuration file; none takes in every file."""

    languages: tuple[str, ...] = ()
    """Target languages, ``pt`` for ``pt-BR`` too; none takes in every one."""

    max_critical: Most = None
    """The most critical findings."""

    max_major: Most = None
    """The most major findings."""

    max_minor: Most = None
    """The most minor findings."""

    max_penalty: Weight = None
    """The greatest detected-issue penalty per 1,000 words."""

    min_coverage: Share = None
    """The least share of the originals' segments that are translated."""

    def fault(self) -> str | None:
        """Return what is wrong with the table as a whole, if anything is."""
        if self.files or self.languages:
            return None
        return "it needs “files” or “languages”; limits of all are in [gate]"


class Gate(NamedTuple):
    """Limits of a run, besides ``fail-on``."""

    max_critical: Most = None
    """The most critical findings; what is suppressed or known does not count."""

    max_major: Most = None
    """The most major findings."""

    max_minor: Most = None
    """The most minor findings."""

    max_penalty: Weight = None
    """The greatest detected-issue penalty per 1,000 words, of 250 words or more."""

    min_coverage: Share = None
    """The least share of the originals' segments that are translated, from 0 to 1."""

    per_language: bool = False
    """Whether each target language is held to the limits by itself."""

    overrides: tuple[GateOverride, ...] = ()
    """Limits of some files, counted by themselves; the last that says one holds."""
