"""Where `rules/` and `reports/` lie, in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset_folder(name: str) -> Path:
    """Return the folder `name`: inside the package if installed, else beside it."""
    installed = _PACKAGE / "_assets" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def is_installed(folder: Path) -> bool:
    """Whether `folder` came with the package, rather than standing in a checkout."""
    return _PACKAGE / "_assets" in folder.parents
