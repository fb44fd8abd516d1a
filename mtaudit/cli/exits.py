"""What the exit code says: part of the public interface."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes. They depend neither on the format nor on where output goes."""

    CLEAN = 0
    """Nothing at or above ``--fail-on``."""

    FINDINGS = 1
    """Findings at or above it; a limit not kept; a diff; a pack that fails its test."""

    USAGE = 2
    """A wrong command line, configuration or pack; a named file that cannot be read."""

    BUG = 3
    """Our fault."""
