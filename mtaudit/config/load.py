"""Where settings come from: the closest file, and the command line on top."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.config.files import (
    ConfigFile,
    closest_in,
    parse_toml,
    read_file,
    user_level,
)
from mtaudit.config.schema import Settings
from mtaudit.model import UsageError

if TYPE_CHECKING:
    from mtaudit.config.decode import Decoder
    from mtaudit.config.layers import Layer
    from mtaudit.config.paths import PathRules


class CommandLine(NamedTuple):
    """What the command line says of settings."""

    configs: Sequence[str] = ()
    """Each ``--config``: the path of a file, or ``key = value``."""

    isolated: bool = False
    """Whether to look for no configuration file."""

    values: Mapping[str, Any] = {}
    """Flags by the key that they set, e.g. ``min-confidence``; None says nothing."""


class Configurations:
    """The settings of any file; what was found out is kept."""

    def __init__(
        self,
        cwd: str,
        said: CommandLine = CommandLine(),  # noqa: B008 -- frozen
        formats: Collection[str] | None = None,
    ) -> None:
        self._cwd = os.path.abspath(cwd)
        self._formats = formats
        self._folders: dict[str, Settings] = {}
        """What files say of folders, by how the folders were called."""

        self._bases: dict[str, Settings | None] = {}
        """By folder, without the command line; None where no file is in reach."""

        self._finished: dict[tuple[int, ...], Settings] = {}
        self._path_rules: dict[int, PathRules | None] = {}
        self._top = self._from_command_line(said)
        self._fixed = self._from_named_file(said)
        self._default: Settings | None = None

    def for_folder(self, folder: str) -> Settings:
        """Return the settings that hold in `folder`, whatever the file is called."""
        return self._finish(self._base_in(folder))

    def for_file(self, path: str) -> Settings:
        """
        Return the settings of one file, overrides and languages by path included.

        Files that agree in all of them get the same object.
        """
        base = self._base_in(os.path.dirname(path))
        rules = self._rules(base)
        layers = rules.layers(self._absolute(path)) if rules else ()
        return self._finish(base, *layers)

    def is_original(self, path: str) -> bool:
        """Whether `path` is the original of a translation, which is not audited."""
        rules = self._rules(self._base_in(os.path.dirname(path)))
        return rules is not None and rules.is_original(self._absolute(path))

    def original_of(self, path: str) -> str | None:
        """Return where the original of `path` belongs, absolute; None if unsaid."""
        rules = self._rules(self._base_in(os.path.dirname(path)))
        return rules.original_of(self._absolute(path)) if rules else None

    def path_rules(self, folder: str) -> PathRules | None:
        """Return what the configuration of `folder` says by path, if anything."""
        return self._rules(self._base_in(folder))

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._cwd, path))

    def _finish(self, base: Settings, *layers: Layer) -> Settings:
        """Return `base` with `layers` and then the command line upon it."""
        if not layers and not self._top:
            return base
        key = (id(base), *map(id, layers))
        if key not in self._finished:
            from mtaudit.config.layers import lay

            self._finished[key] = lay(base, *layers, *self._top)
        return self._finished[key]

    def _rules(self, base: Settings) -> PathRules | None:
        """Return what there is to say by path; None if it is nothing."""
        if id(base) not in self._path_rules:
            whole = self._finish(base)
            any_rules = (
                whole.overrides
                or whole.translations
                or whole.language_from_path.patterns
            )
            self._path_rules[id(base)] = _path_rules(whole) if any_rules else None
        return self._path_rules[id(base)]

    def _base_in(self, folder: str) -> Settings:
        """Return what files say of `folder`, however it is called."""
        if folder not in self._folders:
            self._folders[folder] = self._base(self._absolute(folder))
        return self._folders[folder]

    def _base(self, folder: str) -> Settings:
        """Return what files say of `folder`, absolute."""
        if self._fixed is not None:
            return self._fixed
        found = self._closest(folder)
        if found is not None:
            return found
        if self._default is None:
            self._default = self._without_project()
        return self._default

    def _closest(self, folder: str) -> Settings | None:
        """Return what the closest configuration in or above `folder` says."""
        if folder not in self._bases:
            file = closest_in(folder, self._cwd)
            above = os.path.dirname(folder)
            if file is not None:
                self._bases[folder] = self._understood(file)
            else:
                self._bases[folder] = None if above == folder else self._closest(above)
        return self._bases[folder]

    def _without_project(self) -> Settings:
        """Return the settings where no project has any: the user's, or ours."""
        path = user_level()
        if path is None or not os.path.isfile(path):
            return Settings(root=self._cwd)
        return self._understood(read_file(path, self._cwd), root=self._cwd)

    def _understood(self, file: ConfigFile, root: str | None = None) -> Settings:
        from mtaudit.config.layers import lay

        start = Settings(root=root or os.path.dirname(file.path), origin=file.name)
        return lay(start, *self._decoder().file(file))

    def _decoder(self) -> Decoder:
        from mtaudit.config.decode import Decoder

        return Decoder(self._cwd, self._formats)

    def _from_command_line(self, said: CommandLine) -> tuple[Layer, ...]:
        """Return what inline configurations say, and then what flags say."""
        inline = [text for text in said.configs if self._is_inline(text)]
        layers = [
            self._decoder().inline(parse_toml(text, "--config")) for text in inline
        ]
        if any(value is not None for value in said.values.values()):
            layers.append(self._decoder().flags(said.values))
        return tuple(layers)

    def _from_named_file(self, said: CommandLine) -> Settings | None:
        """Return what the file of ``--config`` says; None if none is named."""
        paths = [text for text in said.configs if not self._is_inline(text)]
        if len(paths) > 1:
            message = f"--config names more than one file: {', '.join(paths)}"
            raise UsageError(message, hint="let one extend the others")
        if paths and said.isolated:
            raise UsageError("--isolated and a file in --config exclude each other")
        if paths:
            return self._understood(read_file(self._absolute(paths[0]), self._cwd))
        return Settings(root=self._cwd) if said.isolated else None

    def _is_inline(self, text: str) -> bool:
        return "=" in text and not os.path.isfile(self._absolute(text))


def _path_rules(settings: Settings) -> PathRules:
    from mtaudit.config.paths import PathRules

    return PathRules(settings)
