"""What lies beside a configuration: the ignore file and the baseline."""

import os
from typing import TYPE_CHECKING

from mtaudit.config.schema import Settings

if TYPE_CHECKING:
    from mtaudit.engine.baseline import Baseline
    from mtaudit.engine.ignore_file import IgnoreFile

BASELINE = ".mtaudit-baseline.jsonl"
"""Used where it lies there, unless another one is named."""

IGNORE_FILE = ".mtaudit-ignore.toml"


def baseline_path(settings: Settings, named: str | None = None, cwd: str = ".") -> str:
    """Return where the baseline lies, or would, relative to the folder `cwd`."""
    if named is not None:
        return named
    return _shown(os.path.join(settings.root, settings.baseline or BASELINE), cwd)


def ignore_file_path(settings: Settings, cwd: str = ".") -> str:
    """Return where the ignore file lies, or would, relative to the folder `cwd`."""
    return _shown(os.path.join(settings.root, IGNORE_FILE), cwd)


# Most runs have neither file, and need not import what reads them.


def ignore_file_of(
    settings: Settings, *, today: str, cwd: str = "."
) -> "IgnoreFile | None":
    """Return the ignore file, if there is one."""
    path = ignore_file_path(settings, cwd)
    if not os.path.isfile(os.path.join(cwd, path)):
        return None
    from mtaudit.engine.ignore_file import read_ignore_file

    return read_ignore_file(path, today=today, cwd=cwd)


def baseline_of(
    settings: Settings, *, named: str | None = None, cwd: str = "."
) -> "Baseline | None":
    """Return the baseline that is named, else the one that is there, if any."""
    path = baseline_path(settings, named, cwd)
    is_wanted = named is not None or settings.baseline is not None
    if not is_wanted and not os.path.isfile(os.path.join(cwd, path)):
        return None
    from mtaudit.engine.baseline import read_baseline

    return read_baseline(path, cwd)


def _shown(path: str, cwd: str) -> str:
    """Return a path as messages have it."""
    try:
        return os.path.relpath(path, cwd).replace(os.sep, "/")
    except ValueError:  # another drive
        return path
