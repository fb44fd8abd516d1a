"""Configuration files: where they lie, and their tables as TOML has them."""

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from mtaudit.model import ConfigError
from mtaudit.text.nearest import did_you_mean

NAMES = (".mtaudit.toml", "mtaudit.toml")
"""In a folder that has both, the first one holds."""

PYPROJECT = "pyproject.toml"


class ConfigFile(NamedTuple):
    """One configuration file, not yet understood."""

    path: str
    """Absolute."""

    name: str
    """As messages call it: relative to the working directory."""

    text: str
    table: Mapping[str, Any]
    """What concerns us."""

    prefix: tuple[str, ...] = ()
    """The keys under which that lies in the file."""


def closest_in(folder: str, cwd: str) -> ConfigFile | None:
    """Return the configuration that lies in `folder` itself, if one does."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return read_file(path, cwd)
    path = os.path.join(folder, PYPROJECT)
    return _read_pyproject(path, cwd) if os.path.isfile(path) else None


def user_level() -> str | None:
    """Return the path where a user's own configuration may lie."""
    if os.name == "nt":
        base = os.environ.get("APPDATA")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    # A relative path here would mean another file in each folder.
    if not base or not os.path.isabs(base):
        return None
    return os.path.join(base, "mtaudit", "mtaudit.toml")


def read_file(path: str, cwd: str) -> ConfigFile:
    """Return the configuration at `path`, or raise `ConfigError`."""
    if os.path.basename(path) == PYPROJECT:
        found = _read_pyproject(path, cwd)
        if found is None:
            message = "there is no table [tool.mtaudit] in it"
            raise ConfigError(message, place=_shown(path, cwd))
        return found
    name = _shown(path, cwd)
    text = _text(_bytes(path, name), name)
    return ConfigFile(path, name, text, parse_toml(text, name))


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Return TOML as a dictionary; `ConfigError` has the place and the line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, place = _syntax_error(str(error), text)
        raise ConfigError(message, place=f"{name}{place}") from None


def _read_pyproject(path: str, cwd: str) -> ConfigFile | None:
    """Return what a pyproject.toml says of us; None if nothing."""
    name = _shown(path, cwd)
    content = _bytes(path, name)
    # Most do not mention us, and importing tomllib takes longer than looking.
    if b"mtaudit" not in content:
        return None
    text = _text(content, name)
    tool = parse_toml(text, name).get("tool")
    table = tool.get("mtaudit") if isinstance(tool, Mapping) else None
    if not isinstance(table, Mapping):
        return None
    return ConfigFile(path, name, text, table, ("tool", "mtaudit"))


def _bytes(path: str, name: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        near = None
        if isinstance(error, FileNotFoundError):
            near = _did_you_mean_file(path)
        message = f"the configuration cannot be read: {error.strerror}"
        raise ConfigError(message, place=name, hint=near) from None


def _did_you_mean_file(path: str) -> str | None:
    folder, name = os.path.split(path)
    try:
        return did_you_mean(name, os.listdir(folder))
    except OSError:
        return None


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{content[error.start]:02x} is not UTF-8; TOML must be"
        raise ConfigError(message, place=f"{name}:{line}") from None


def _syntax_error(said: str, text: str) -> tuple[str, str]:
    """Return a message and ``:line:column`` for what tomllib said."""
    reason, _, where = said.rpartition(" (at ")
    lines = text.splitlines() or [""]
    numbers = re.fullmatch(r"line (\d+), column (\d+)\)", where)
    line, column = map(int, numbers.groups()) if numbers else (len(lines), 1)
    shown = lines[min(line, len(lines)) - 1].strip()
    return f"not TOML: {reason}: “{shown}”", f":{line}:{column}"


def _shown(path: str, cwd: str) -> str:
    """Return `path` as messages have it."""
    try:
        return os.path.relpath(path, cwd).replace(os.sep, "/")
    except ValueError:  # another drive
        return path
