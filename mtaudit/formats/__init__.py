"""File formats: into segments and back."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from mtaudit.formats.base import Format

FORMATS: dict[str, tuple[str, ...]] = {
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown", ".mdx"),
    "plain": (".txt", ".text"),
}
"""
Name to file name endings: a module of this room has the name.

They stand here again so that no module is loaded to learn that a file is not
its own.
"""


def format_for(
    path: str, overrides: Mapping[str, str] | None = None, root: str = ""
) -> str | None:
    """
    Return the name of the format of `path`; None where no format claims it.

    The first glob of `overrides` that names the path decides, else its ending.
    Globs are relative to the folder `root`, as is a relative path.
    """
    for glob, name in (overrides or {}).items():
        if _names(glob, path, root):
            return name
    lowered = path.lower()
    return next(
        (name for name, endings in FORMATS.items() if lowered.endswith(endings)), None
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
