"""Where the original of a translation lies, and what it says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from mtaudit.config.load import Configurations
from mtaudit.model import Document
from mtaudit.text.globs import posix


class Originals:
    """Finds originals and has them parsed; the last one is kept for the next time."""

    def __init__(
        self,
        configurations: Configurations,
        cwd: str,
        parse: Callable[[str], Document],
        *,
        place_of: Callable[[str], str],
    ) -> None:
        self._configurations = configurations
        self._cwd = os.path.abspath(cwd)
        self._parse = parse
        self._place_of = place_of
        self._last: tuple[str, Document] | None = None
        self.named: str | None = None
        """The original of every file, if the command line names it."""

    def path_of(self, path: str) -> str | None:
        """
        Return where the original of the file at `path` belongs.

        It is relative to the working directory. None if nothing says it.
        """
        if self.named is not None:
            return self.named
        found = self._configurations.original_of(path)
        if found is None:
            return None
        try:
            return posix(os.path.relpath(found, self._cwd))
        except ValueError:  # another drive
            return found

    def is_missing(self, path: str) -> bool:
        """Whether it is said where the original of `path` belongs, and it is not."""
        place = self.path_of(path)
        return place is not None and not self._is_there(place)

    def notices(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield a sentence on how many of `paths` lack their original, if any do."""
        missing = sum(map(self.is_missing, paths))
        if missing:
            they = (
                "1 translation has"
                if missing == 1
                else f"{missing:,} translations have"
            )
            yield (
                f"{they} no original where [[translations]] says; --show-files "
                f"names {'it' if missing == 1 else 'them'}"
            )

    def _is_there(self, place: str) -> bool:
        return os.path.isfile(self._place_of(place))

    def of(self, path: str) -> Document | None:
        """
        Return the original of the file at `path`, parsed; None if there is none.

        `ReadError` and `ParseError` say why one that is there cannot be read.
        """
        place = self.path_of(path)
        if place is None or not self._is_there(place):
            return None
        if self._last is None or self._last[0] != place:
            self._last = place, self._parse(place)
        return self._last[1]
