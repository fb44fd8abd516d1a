"""Recalls what came of files that are as they were when they were audited."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple, Protocol

from mtaudit.config.load import Configurations
from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.discover import File
from mtaudit.engine.originals import Originals
from mtaudit.engine.packed import Packed
from mtaudit.engine.results import Results, digest, installation
from mtaudit.engine.signature import signature
from mtaudit.engine.store import Store
from mtaudit.packs.compiled import state_of
from mtaudit.packs.folders import all_packs


class Run(Protocol):
    """What a memory has to know of the run that it is for."""

    cwd: str
    today: str
    configurations: Configurations
    originals: Originals
    store: Store

    def auditor(self, settings: Settings) -> Auditor:
        """Return what audits under `settings`."""


class Note(NamedTuple):
    """What came of a file as it is to be remembered."""

    made_of: bytes
    """The digest of all that it depends on."""

    packed: Packed


class Memory:
    """
    The results of earlier runs, each by all that it was made of.

    That is the file and its original, its path and format, the settings, the
    rules, and the versions. To see that nothing changed costs one read of each
    file and one digest.
    """

    def __init__(self, folder: Path, run: Run, switches: str) -> None:
        self._run = run
        self._everywhere = f"{installation()} {switches}"
        """What is the same for all files."""

        self._states: dict[int, bytes] = {}
        settings = run.configurations.for_folder(run.cwd)
        place = os.fsencode(os.path.abspath(run.cwd))
        name = digest(place, self._state_of(settings)).hex()
        self._results = Results(folder / f"results-{name}.marshal")

    def knows(self, file: File) -> bool:
        """Whether it is known what comes of a file as it is now."""
        said = self._results.made_of(file.path)
        if said is None:
            return False
        try:
            made_of = self._digest(file, self._bytes_of(file.path))
        except (OSError, ValueError):
            return False
        return said == made_of or said == self._for_today(made_of)

    def recall(self, file: File) -> Packed | None:
        """Return what came of a file that `knows` knows; None if that is broken."""
        row = self._results.row(file.path)
        return None if row is None else Packed.of_row(file.path, row)

    def note(self, file: File, content: bytes, packed: Packed, *, dated: bool) -> Note:
        """
        Return what came of a file with this `content`, for `keep`.

        What is `dated` another day may see otherwise.
        """
        made_of = self._digest(file, content)
        return Note(self._for_today(made_of) if dated else made_of, packed)

    def keep(self, path: str, note: Note) -> None:
        """Have `save` write a note on the file at `path`."""
        self._results.keep(path, note.made_of, note.packed.row())

    def save(self) -> None:
        """Write what was kept, for later runs."""
        self._results.save()

    def _digest(self, file: File, content: bytes) -> bytes:
        """Return the digest of all that the result of a file depends on."""
        settings = self._run.configurations.for_file(file.path)
        how = f"{file.format} {file.named}".encode()
        parts = (content, os.fsencode(file.path), how, self._state_of(settings))
        place = self._run.originals.path_of(file.path)
        if place is None:
            return digest(*parts)
        state = self._state_of(self._run.configurations.for_file(place))
        try:
            original = self._bytes_of(place)
        except (OSError, ValueError):
            original = b""
        return digest(*parts, os.fsencode(place), state, original)

    def _for_today(self, made_of: bytes) -> bytes:
        return digest(made_of, self._run.today.encode())

    def _bytes_of(self, path: str) -> bytes:
        with open(self._run.store.place_of(path), "rb", buffering=0) as stream:
            return stream.read()

    def _state_of(self, settings: Settings) -> bytes:
        """Return a digest of what files under the same settings have in common."""
        if id(settings) not in self._states:
            said = settings._replace(
                output_format=(), fail_on=None, cache_dir=None, baseline=None
            )
            packs = state_of(all_packs(settings.packs, settings.root))
            shown = signature(self._run.auditor(settings).rules, settings)
            text = f"{self._everywhere} {packs} {shown} {said}"
            self._states[id(settings)] = digest(os.fsencode(text))
        return self._states[id(settings)]
