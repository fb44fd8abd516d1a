"""The files of a run, one after the other: audited, fixed, or shown as a diff."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TextIO

from mtaudit.api import Session
from mtaudit.cli.parallel import crew_for, looked_at, outcomes_of
from mtaudit.cli.progress import watched
from mtaudit.engine.discover import PLAIN, STDIN, File, Found
from mtaudit.engine.encodings import Raw
from mtaudit.engine.outcome import Change, Outcome, failed
from mtaudit.engine.write import write
from mtaudit.formats import format_for
from mtaudit.model import MtauditError, UsageError


class Files:
    """What a run does with files; afterwards it knows what came of them."""

    def __init__(
        self,
        session: Session,
        outputs: Sequence[str],
        *,
        diff: bool,
        is_silent: bool,
        jobs: int,
    ) -> None:
        self._session = session
        self._outputs = outputs
        self._diff = diff
        self._is_silent = is_silent
        self._jobs = jobs
        self.stream_for_reports: TextIO = sys.stdout
        """Standard error once a fixed text went to standard output."""

        self.has_changes = False
        self.has_conflict = False

    def outcomes(
        self, paths: Sequence[str], stdin_filename: str | None
    ) -> tuple[Found, Iterator[Outcome]]:
        """
        Return what the paths come to, and what comes of each file, in order.

        With ``--fix`` files are written while one goes over what comes of them.
        """
        if STDIN not in paths:
            found = self._session.find(paths, self._outputs)
            return found, self._watched(self._of_files(found.files))
        if [*paths] == [STDIN]:
            return Found(()), self._watched(map(self._of_stdin, [stdin_filename]))
        raise UsageError("standard input goes with no other path")

    def _watched(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield the outcomes; show, note and remember what there is to."""
        memory = self._session.memory
        for outcome in outcomes:
            if outcome.change is not None and self._diff:
                _print_diff(outcome.change)
            self.has_changes |= outcome.change is not None
            self.has_conflict |= outcome.is_conflict
            if outcome.note is None:
                yield outcome
                continue
            if memory is not None:
                memory.keep(outcome.file.path, outcome.note)
            yield outcome._replace(note=None)
        if memory is not None:
            memory.save()

    def _of_files(self, files: Sequence[File]) -> Iterator[Outcome]:
        """Yield what comes of files, of those that are known without a look."""
        known = looked_at(files, self._is_known, self._jobs)
        pairs = [*zip(files, known, strict=True)]
        fresh = [file for file, is_known in pairs if not is_known]
        audited = self._audited(fresh)
        for file, is_known in pairs:
            if is_known:
                yield self._session.recall(file) or self._of_file(file)
            else:
                yield next(audited)

    def _audited(self, files: Sequence[File]) -> Iterator[Outcome]:
        """Yield what comes of files that are new, by several processes if it pays."""
        crew = crew_for(files, self._jobs)
        with closing(outcomes_of(files, self._of_file, crew)) as outcomes:
            for _ in watched(files, is_silent=self._is_silent):
                yield next(outcomes)

    def _is_known(self, file: File) -> bool:
        """Whether an earlier run knows what comes of a file that stays as it is."""
        return not self._writes(file) and self._session.knows(file)

    def _of_file(self, file: File) -> Outcome:
        """Return what comes of a file on disk."""
        if not self._writes(file):
            return self._session.audit(file)
        try:
            raw = self._session.read(file.path)
        except MtauditError:
            return self._session.audit(file)
        outcome = self._session.fix(file, raw)
        if outcome.change is not None and not self._diff:
            return self._written(outcome, outcome.change, raw)
        return outcome

    def _written(self, outcome: Outcome, change: Change, raw: Raw) -> Outcome:
        """Write what was fixed; if that fails, return what the file still has."""
        try:
            write(change.path, change.after, raw)
        except MtauditError as error:
            before = self._session.audit(outcome.file, raw)
            failures = failed(outcome.file._replace(named=True), error).failures
            return before._replace(failures=(*before.failures, *failures))
        return outcome

    def _of_stdin(self, name: str | None) -> Outcome:
        """Return what comes of standard input; a fixed text goes to the output."""
        settings = self._session.configurations.for_file(name or STDIN)
        known = format_for(name, settings.formats, settings.root) if name else None
        file = File(name or STDIN, named=True, format=known or PLAIN)
        try:
            raw: Raw = self._session.read(file.path, sys.stdin.buffer)
        except MtauditError as error:
            return failed(file, error)
        if not self._writes(file):
            return self._session.audit(file, raw)
        outcome = self._session.fix(file, raw)
        if not self._diff:
            sys.stdout.write(outcome.change.after if outcome.change else raw.text)
            self.stream_for_reports = sys.stderr
        return outcome

    def _writes(self, file: File) -> bool:
        """Whether a file is to be mended, or to be shown as it would be."""
        return self._would_write(file) and not self._session.store.is_apart(file.path)

    def _would_write(self, file: File) -> bool:
        return self._diff or self._session.configurations.for_file(file.path).fix

    def held_back(self, files: Iterable[File]) -> Sequence[str]:
        """Return the files that stay as they are: the disk has another text of them."""
        return [
            file.path
            for file in files
            if self._session.store.is_apart(file.path) and self._would_write(file)
        ]


def _print_diff(change: Change) -> None:
    """Print a unified diff that `patch` and `git apply` take."""
    from difflib import unified_diff

    lines = unified_diff(
        _lines(change.before),
        _lines(change.after),
        f"a/{change.path}",
        f"b/{change.path}",
    )
    for line in lines:
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        sys.stdout.write(f"{line}{end}")


def _lines(text: str) -> list[str]:
    r"""Return the lines with their ends; only ``\\n`` ends one, as in a patch."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
