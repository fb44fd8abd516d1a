"""
What can go wrong, as a tree.

    MtauditError          everything we raise on purpose
      UsageError          the command line           exit 2
      ConfigError         the configuration          exit 2
      PackError           a card or its table        exit 2
      ReadError           one file: bytes, encoding  a failure; the run goes on
      ParseError          one file: its format       a failure; the run goes on
      WriteError          one file, while fixing     a failure; the file is as it was

Anything else is a bug of ours: exit 3.
"""

from __future__ import annotations


class MtauditError(Exception):
    """Base of everything that is raised on purpose: place, message, remedy."""

    def __init__(
        self, message: str, *, place: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        """``path``, ``path:line`` or ``path:line:column``, or an origin in words."""

        self.hint = hint
        """What to do about it, without a full stop."""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class UsageError(MtauditError):
    """The command line asks for what cannot be."""


class ConfigError(MtauditError):
    """The configuration is wrong."""


class PackError(MtauditError):
    """A card, or a table beside it, is wrong."""


class ReadError(MtauditError):
    """A file cannot be read as text."""


class ParseError(MtauditError):
    """A file's text is not what its format asks for."""


class WriteError(MtauditError):
    """A file could not be written; it is as it was."""


class GroupedError(MtauditError):
    """Several errors of one family, told in one go."""

    def __init__(self, errors: tuple[MtauditError, ...]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors
