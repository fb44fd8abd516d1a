"""Recalls what came of files that are as they were when they were audited."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from mtaudit.config.load import Configurations
from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor, Result
from mtaudit.engine.discover import File
from mtaudit.engine.originals import Originals
from mtaudit.engine.results import Note, Results, digest, installation
from mtaudit.engine.signature import signature
from mtaudit.packs.compiled import state_of
from mtaudit.packs.folders import all_packs
from mtaudit.packs.rule import Rule


class Run(Protocol):
    """What a memory has to know of the run that it is for."""

    cwd: str
    today: str
    configurations: Configurations
    originals: Originals

    def auditor(self, settings: Settings) -> Auditor:
        """Return what audits under `settings`."""


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
        self._rules: dict[int, Mapping[str, Rule]] = {}
        settings = run.configurations.for_folder(run.cwd)
        place = os.fsencode(os.path.abspath(run.cwd))
        name = digest(place, self._state_of(settings)).hex()
        self._results = Results(folder / f"results-{name}.marshal")

    def recall(self, file: File) -> Result | None:
        """Return the result of a file as it is now; None if it is not known."""
        if not self._results.knows(file.path):
            return None
        try:
            made_of = self._digest(file, self._bytes_of(file.path))
        except (OSError, ValueError):
            return None
        settings = self._run.configurations.for_file(file.path)
        return self._results.recall(
            file.path,
            frozenset({made_of, self._for_today(made_of)}),
            self._rules_of(settings),
        )

    def note(self, file: File, content: bytes, result: Result) -> Note:
        """Return the result of a file with this `content`, for `keep`."""
        made_of = self._digest(file, content)
        return Note.of(self._for_today(made_of) if result.dated else made_of, result)

    def keep(self, path: str, note: Note) -> None:
        """Have `save` write a note on the file at `path`."""
        self._results.keep(path, note)

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
        with open(os.path.join(self._run.cwd, path), "rb") as stream:
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

    def _rules_of(self, settings: Settings) -> Mapping[str, Rule]:
        """Return the rules under `settings` by their ids."""
        if id(settings) not in self._rules:
            rules = self._run.auditor(settings).rules
            self._rules[id(settings)] = {rule.said("id"): rule for rule in rules}
        return self._rules[id(settings)]
