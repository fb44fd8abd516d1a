"""Configurations lie on each other: what each says, and what comes of them."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mtaudit.config.schema import (
    GLOB_TABLES,
    GLOBS,
    MAYBE_PATHS,
    PATHS,
    TEMPLATES,
    WORDS,
    Settings,
)
from mtaudit.text.globs import literal, posix

COMMAND_LINE = "the command line"

_ADDED = ("packs", "extend_exclude", "extend_safe_fixes", "extend_unsafe_fixes")
"""Lists that grow from layer to layer; the others are replaced."""


class Layer(NamedTuple):
    """What one place says, by field of `Settings`."""

    values: Mapping[str, Any]
    folder: str
    """Absolute; globs and paths of `values` are relative to it."""

    ground: str
    """The place in words."""


def lay(settings: Settings, *layers: Layer) -> Settings:
    """Return `settings` with each of `layers` laid upon the ones before."""
    for layer in layers:
        values = _moved(layer, settings.root)
        changed = {
            name: _laid(name, getattr(settings, name), value)
            for name, value in values.items()
        }
        changed |= _selection(settings, values)
        changed |= _fixability(settings, values)
        changed |= dict(_grounds(layer))
        settings = settings._replace(**changed)
    return settings


def _laid(name: str, current: Any, value: Any) -> Any:
    """Return the value of a field after another layer has given `value`."""
    if name in _ADDED:
        return (*current, *value)
    if not isinstance(value, Mapping):
        return value
    if hasattr(current, "_fields"):
        return current._replace(**value)
    if name == "rules":
        value = {rule: {**current.get(rule, {}), **value[rule]} for rule in value}
    return {**current, **value}


def _selection(settings: Settings, values: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return which rules to run: a layer's `select` starts anew, the rest adds.

    So ``--select X`` runs a rule that the file ignores, and so does
    ``--extend-select X``.
    """
    more = values.get("extend_select", ())
    fewer = values.get("ignore", ())
    if "select" in values:
        return {"extend_select": more, "ignore": fewer}
    return {
        "extend_select": (*_without(settings.extend_select, fewer), *more),
        "ignore": (*_without(settings.ignore, more), *fewer),
    }


def _fixability(settings: Settings, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return which rules not to fix: a layer's `fixable` starts anew."""
    fewer = values.get("unfixable", ())
    before = () if "fixable" in values else settings.unfixable
    return {"unfixable": (*before, *fewer)}


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in others)


def _grounds(layer: Layer) -> Iterator[tuple[str, str]]:
    """Yield where the languages come from, if this layer gives them."""
    for side in ("source", "target"):
        name = f"{side}_language"
        if name in layer.values:
            yield f"{side}_ground", layer.ground if layer.values[name] else ""


def _moved(layer: Layer, root: str) -> Mapping[str, Any]:
    """Return a layer's values with its globs and paths relative to `root`."""
    if layer.folder == root:
        return layer.values
    try:
        way = os.path.relpath(layer.folder, root)
    except ValueError:  # another drive
        way = layer.folder
    move = _Move(posix(way))
    return {name: move.field(name, value) for name, value in layer.values.items()}


class _Move:
    """Rewrites what is relative to one folder as relative to another."""

    def __init__(self, way: str) -> None:
        self._way = way
        """From the other folder to the one folder."""

    def field(self, name: str, value: Any) -> Any:
        """Return the value of a field, whatever it is made of."""
        if name in GLOB_TABLES:
            return {self._glob(glob): value[glob] for glob in value}
        if isinstance(value, Mapping) and name not in WORDS:
            return {key: self.field(key, value[key]) for key in value}
        if hasattr(value, "_fields"):
            return value._make(map(self.field, value._fields, value))
        if isinstance(value, tuple):
            return tuple(self.field(name, each) for each in value)
        return self._string(name, value) if isinstance(value, str) else value

    def _string(self, name: str, value: str) -> str:
        if name in TEMPLATES:
            return self._join(literal(self._way), value)
        if name in GLOBS:
            return self._glob(value)
        if name in PATHS or (name in MAYBE_PATHS and _is_path(value)):
            return self._join(self._way, value)
        return value

    def _glob(self, glob: str) -> str:
        """Return a glob; one that is a name at any depth stays so."""
        named = "/" not in glob.rstrip("/")
        return glob if named else self._join(literal(self._way), glob)

    @staticmethod
    def _join(way: str, path: str) -> str:
        return path if os.path.isabs(path) else f"{way}/{path}"


def _is_path(value: str) -> bool:
    """Whether a pack or a style is given by its path, not by a name."""
    return value.startswith(".") or "/" in posix(value) or value.endswith(".tsv")
