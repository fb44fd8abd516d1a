"""The files of a run, one after the other: audited, fixed, or shown as a diff."""

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from mtaudit.api import Change, Outcome, Session
from mtaudit.cli.parallel import crew_for, outcomes_of
from mtaudit.cli.progress import watched
from mtaudit.engine.discover import PLAIN, STDIN, File, Found
from mtaudit.engine.encodings import Raw
from mtaudit.engine.write import write
from mtaudit.formats import format_for
from mtaudit.model import Failure, MtauditError, UsageError


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

        self.found = Found(())
        """What the paths came to."""

        self.has_changes = False
        self.has_conflict = False

    def outcomes(
        self, paths: Sequence[str], stdin_filename: str | None
    ) -> Iterator[Outcome]:
        """Yield what comes of each file; with ``--fix`` it is written as well."""
        for outcome in self._outcomes(paths, stdin_filename):
            self.has_changes |= outcome.change is not None
            self.has_conflict |= outcome.is_conflict
            yield outcome
        if self._session.memory is not None:
            self._session.memory.save()

    def _outcomes(
        self, paths: Sequence[str], stdin_filename: str | None
    ) -> Iterator[Outcome]:
        if STDIN not in paths:
            self.found = self._session.find(paths, self._outputs)
            recalled = [*map(self._recalled, self.found.files)]
            fresh = self._fresh(
                [
                    file
                    for file, known in zip(self.found.files, recalled, strict=True)
                    if known is None
                ]
            )
            for outcome in (known or next(fresh) for known in recalled):
                if outcome.change is not None and self._diff:
                    _print_diff(outcome.change)
                yield outcome
        elif [*paths] == [STDIN]:
            yield self._of_stdin(stdin_filename)
        else:
            raise UsageError("standard input goes with no other path")

    def _recalled(self, file: File) -> Outcome | None:
        """Return what an earlier run made of a file that nobody wants written."""
        writes = self._diff or self._fixes(file)
        return None if writes else self._session.recall(file)

    def _fresh(self, files: Sequence[File]) -> Iterator[Outcome]:
        """Yield what comes of files now, and have it remembered."""
        crew = crew_for(files, self._jobs)
        watching = watched(files, is_silent=self._is_silent)
        for outcome in outcomes_of(watching, self._of_file, crew):
            if outcome.note is not None and self._session.memory is not None:
                self._session.memory.keep(outcome.file.path, outcome.note)
            yield outcome._replace(note=None)

    def _of_file(self, file: File) -> Outcome:
        """Return what comes of a file on disk."""
        if not self._diff and not self._fixes(file):
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
            failure = Failure(change.path, str(error), named=True)
            return before._replace(failures=(*before.failures, failure))
        return outcome

    def _of_stdin(self, name: str | None) -> Outcome:
        """Return what comes of standard input; a fixed text goes to the output."""
        settings = self._session.configurations.for_file(name or STDIN)
        known = format_for(name, settings.formats, settings.root) if name else None
        file = File(name or STDIN, named=True, format=known or PLAIN)
        try:
            raw: Raw = self._session.read(file.path, sys.stdin.buffer)
        except MtauditError as error:
            failure = Failure(file.path, str(error), named=True)
            return Outcome(file, failures=(failure,))
        if self._diff:
            outcome = self._session.fix(file, raw)
            if outcome.change:
                _print_diff(outcome.change)
            return outcome
        if not self._fixes(file):
            return self._session.audit(file, raw)
        outcome = self._session.fix(file, raw)
        sys.stdout.write(outcome.change.after if outcome.change else raw.text)
        self.stream_for_reports = sys.stderr
        return outcome

    def _fixes(self, file: File) -> bool:
        return self._session.configurations.for_file(file.path).fix


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
