"""A configuration's table, understood, or all that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from mtaudit.config.files import ConfigFile, read_file
from mtaudit.config.layers import COMMAND_LINE, Layer
from mtaudit.config.locate import line_of, locate
from mtaudit.config.schema import NOT_KEYS, Settings
from mtaudit.config.shape import Complaint, Keys, Wrong
from mtaudit.config.shapes import EXTEND, keys_of, read_table
from mtaudit.model import ConfigError, GroupedError
from mtaudit.text.nearest import did_you_mean

_FIELDS = keys_of(Settings, NOT_KEYS)


class Decoder:
    """Understands configurations of one run."""

    def __init__(self, cwd: str, formats: Collection[str] | None) -> None:
        self._cwd = cwd
        self._formats = formats
        """Names that ``[formats]`` may hold; None accepts any."""

    def file(self, file: ConfigFile, *, above: tuple[str, ...] = ()) -> list[Layer]:
        """Return what a file says, after what the files say that it extends."""
        layers: list[Layer] = []
        complaints: list[Complaint] = []
        table = dict(file.table)
        if "extend" in table:
            above = (*above, file.path)
            try:
                for path in self._extended(table.pop("extend"), above):
                    layers += self.file(read_file(path, self._cwd), above=above)
            except Wrong as wrong:
                complaints += wrong.complaints
        values, more = self._read(table)
        _raise_all((*complaints, *more), _places(file))
        folder = os.path.dirname(file.path)
        return [*layers, Layer(values, folder, file.name)]

    def inline(self, table: Mapping[str, Any]) -> Layer:
        """Return what a ``--config KEY=VALUE`` says."""
        values, complaints = self._read(table)
        _raise_all(complaints, lambda _: "--config")
        return Layer(values, self._cwd, COMMAND_LINE)

    def flags(self, table: Mapping[str, Any]) -> Layer:
        """Return what flags say, given by key; those that are None say nothing."""
        said = {key: value for key, value in table.items() if value is not None}
        values, complaints = self._read(said)
        _raise_all(complaints, lambda keys: f"--{keys[0]}")
        return Layer(values, self._cwd, COMMAND_LINE)

    def _read(
        self, table: Mapping[str, Any]
    ) -> tuple[dict[str, Any], tuple[Complaint, ...]]:
        values, complaints = read_table(Settings, table, (), fields=_FIELDS)
        return values, (*complaints, *self._unknown_formats(values))

    def _unknown_formats(self, values: Mapping[str, Any]) -> Iterator[Complaint]:
        if self._formats is None:
            return
        there = ", ".join(sorted(self._formats))
        for glob, (name, *_) in values.get("formats", {}).items():
            if name not in self._formats:
                message = f"“{name}” is no format; there are {there}"
                hint = did_you_mean(name, self._formats)
                yield Complaint(("formats", glob), message, hint)

    def _extended(self, value: Any, above: tuple[str, ...]) -> Iterator[str]:
        """Yield the paths that ``extend`` names, or raise `Wrong`."""
        folder = os.path.dirname(above[-1])
        for name in EXTEND.read(value, ("extend",)):
            path = os.path.normpath(os.path.join(folder, os.path.expanduser(name)))
            if not os.path.isfile(path):
                message = f"“extend” names a file that does not exist: {name}"
                raise Wrong(Complaint(("extend",), message))
            if path in above:
                message = f"“extend” goes round in a circle: {name} extends this file"
                raise Wrong(Complaint(("extend",), message))
            yield path


def _places(file: ConfigFile) -> Callable[[Keys], str]:
    """Return what gives the place of a key in a file."""
    return lambda keys: (
        f"{file.name}:{line_of(locate(file.text), (*file.prefix, *keys))}"
    )


def _raise_all(complaints: Iterable[Complaint], place: Callable[[Keys], str]) -> None:
    """Raise the complaints, if there are any, as one error."""
    errors = tuple(
        ConfigError(each.message, place=place(each.keys), hint=each.hint)
        for each in complaints
    )
    if len(errors) > 1:
        raise GroupedError(errors)
    if errors:
        raise errors[0]
