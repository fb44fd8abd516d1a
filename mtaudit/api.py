"""The public face: `audit` paths and get a `Report`."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, NamedTuple

from mtaudit.config.load import Configurations
from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor, Result
from mtaudit.engine.beside import baseline_of, ignore_file_of
from mtaudit.engine.discover import PLAIN, File, Found, discover
from mtaudit.engine.encodings import BinaryFileError, Raw
from mtaudit.engine.fix import Unstable, fix_until_stable
from mtaudit.engine.memory import Memory
from mtaudit.engine.originals import Originals
from mtaudit.engine.read import MEBIBYTE, read, read_stream
from mtaudit.engine.results import Note
from mtaudit.engine.signature import signature
from mtaudit.formats import format_for
from mtaudit.model import (
    Applicability,
    Document,
    Failure,
    Finding,
    MtauditError,
    Report,
    blocks_of,
)
from mtaudit.packs.compiled import KnownRules
from mtaudit.packs.kept import cache_folder


class Change(NamedTuple):
    """What fixing makes of a file."""

    path: str
    before: str
    after: str


Sift = Callable[[str, str, tuple[Finding, ...]], tuple[Finding, ...]]
"""A path, its text and its findings to those findings marked, or without some."""


class Outcome(NamedTuple):
    """One file, done."""

    file: File
    result: Result | None = None
    failures: tuple[Failure, ...] = ()
    change: Change | None = None
    mended: tuple[Finding, ...] = ()
    """What was mended, as it was found."""

    is_binary: bool = False
    is_conflict: bool = False
    """Whether rules undid each other's fixes, and so nothing was fixed."""

    note: Note | None = None
    """The result as it is to be remembered, before anything was sifted."""


class Session:
    """Audits files, each under the configuration that is closest to it."""

    def __init__(
        self,
        configurations: Configurations,
        *,
        cwd: str = ".",
        today: str | None = None,
        ignore_suppressions: bool = False,
    ) -> None:
        self.configurations = configurations
        self.cwd = cwd
        self.today = today or time.strftime("%Y-%m-%d")
        self._ignore_suppressions = ignore_suppressions
        self.keep_documents = False
        """Whether the report is to hold the texts; set it before auditing."""

        self.sifts: tuple[Sift, ...] = ()
        """What every file's findings go through, in this order, before all else."""

        self.only: Callable[[str], bool] | None = None
        """Whether to audit a file at all; None audits every one."""

        self.originals = Originals(configurations, cwd, self._original)
        self.memory: Memory | None = None
        """The results of earlier runs, if they are to be used."""

        self.known_rules = KnownRules()
        self._auditors: dict[int, Auditor] = {}

    def use_results(self) -> None:
        """Recall the results of earlier runs, and note those of this one."""
        settings = self.configurations.for_folder(self.cwd)
        folder = cache_folder(settings.cache_dir)
        if folder is not None and not self.keep_documents:
            self.memory = Memory(folder, self, f"{self._ignore_suppressions}")

    def find(self, paths: Sequence[str], outputs: Sequence[str] = ()) -> Found:
        """Return the files that `paths` come to, without those the run writes."""
        found = discover(paths, self.configurations, self.cwd, outputs=outputs)
        if self.only is None:
            return found
        files = tuple(file for file in found.files if self.only(file.path))
        return found._replace(files=files)

    def recall(self, file: File) -> Outcome | None:
        """Return what came of a file in an earlier run, if nothing has changed."""
        result = self.memory.recall(file) if self.memory else None
        if result is None:
            return None
        try:
            needs_text = self.sifts and result.findings
            text = self.read(file.path).text if needs_text else ""
        except MtauditError:
            return None
        return Outcome(file, self._sifted(file, text, result))

    def auditor(self, settings: Settings) -> Auditor:
        """Return what audits under `settings`; the same for the same object."""
        if id(settings) not in self._auditors:
            self._auditors[id(settings)] = Auditor(
                settings,
                self.known_rules.under(settings),
                today=self.today,
                ignore_suppressions=self._ignore_suppressions,
                keep_documents=self.keep_documents,
            )
        return self._auditors[id(settings)]

    def audit(self, file: File, raw: Raw | None = None) -> Outcome:
        """Return what comes of a file, or of `raw` under its name. Writes nothing."""
        try:
            loaded = raw or self.read(file.path)
            return self._audited(file, loaded.text, b"" if raw else loaded.content)
        except BinaryFileError as error:
            if not file.named:
                return Outcome(file, is_binary=True)
            return _failed(file, error)
        except MtauditError as error:
            return _failed(file, error)

    def fix(self, file: File, raw: Raw | None = None) -> Outcome:
        """
        Return what comes of a file once it is fixed; the text is in `change`.

        Nothing is written: that is for `engine.write`, with the `Raw` that the
        text came from.
        """
        try:
            raw = raw or self.read(file.path)
            before = self._audited(file, raw.text)
        except MtauditError:
            return self.audit(file, raw)
        settings = self.configurations.for_file(file.path)
        least = Applicability.UNSAFE if settings.unsafe_fixes else Applicability.SAFE
        stable = fix_until_stable(
            raw.text,
            before.result.findings if before.result else (),
            least=least,
            audit=lambda text: self.findings(file, text),
        )
        if isinstance(stable, Unstable):
            failure = Failure(file.path, _fighting(stable), named=file.named)
            failures = (*before.failures, failure)
            return before._replace(failures=failures, is_conflict=True)
        if stable.text == raw.text:
            return before
        change = Change(file.path, raw.text, stable.text)
        after = self._audited(file, stable.text)
        return after._replace(change=change, mended=stable.mended)

    def read(self, path: str, stream: BinaryIO | None = None) -> Raw:
        """
        Return the text of a file, or of a `stream` under its name.

        `ReadError` says why there is none, e.g. that it is longer than it may be.
        """
        limit = self.configurations.for_file(path).max_file_size * MEBIBYTE
        if stream is not None:
            return read_stream(stream, path, limit)
        return read(os.path.join(self.cwd, path), limit)  # noqa: PTH118 -- as a `Path`, slow

    def _audited(self, file: File, text: str, content: bytes = b"") -> Outcome:
        """Return what comes of a text; with its `content` it can be remembered."""
        settings = self.configurations.for_file(file.path)
        auditor = self.auditor(settings)
        original, failures = self._beside(file)
        result = auditor.audit(
            file.path, text, file.format, named=file.named, original=original
        )
        failures += result.failures
        memorable = self.memory if content and not failures else None
        return Outcome(
            file,
            self._sifted(file, text, result),
            tuple(each._replace(named=file.named) for each in failures),
            note=memorable.note(file, content, result) if memorable else None,
        )

    def _sifted(self, file: File, text: str, result: Result) -> Result:
        for sift in self.sifts:
            result = result._replace(findings=sift(file.path, text, result.findings))
        return result

    def _beside(self, file: File) -> tuple[Document | None, tuple[Failure, ...]]:
        """Return the original of a file, or why it cannot be read."""
        try:
            return self.originals.of(file.path), ()
        except MtauditError as error:
            place = self.originals.path_of(file.path)
            reason = f"the original {place} cannot be read: {error.message}"
            return None, (Failure(file.path, reason),)

    def _original(self, path: str) -> Document:
        """Return an original, parsed; raises `ReadError` and `ParseError`."""
        settings = self.configurations.for_file(path)
        name = format_for(path, settings.formats, settings.root) or PLAIN
        return self.auditor(settings).parse_original(path, self.read(path).text, name)

    def findings(self, file: File, text: str) -> tuple[Finding, ...]:
        result = self._audited(file, text).result
        return result.findings if result else ()


def _failed(file: File, error: MtauditError) -> Outcome:
    """Return the outcome of a file that could not be audited."""
    reason = error.message if error.hint is None else f"{error.message} ({error.hint})"
    return Outcome(file, failures=(Failure(file.path, reason, named=file.named),))


def _fighting(unstable: Unstable) -> str:
    rules = " and ".join(unstable.rules)
    return f"the fixes of {rules} undo each other; the file is as it was"


def report_of(session: Session, found: Found, outcomes: Iterable[Outcome]) -> Report:
    """Return the report of a run, its findings sorted by path, place and rule."""
    done = sorted(outcomes, key=lambda outcome: outcome.file.path)
    results = [outcome.result for outcome in done if outcome.result]
    kept = [result.document for result in results if result.document]
    settings = session.configurations.for_folder(session.cwd)
    rules = session.auditor(settings).rules
    return Report(
        findings=tuple(finding for result in results for finding in result.findings),
        failures=(
            *found.failures,
            *(failure for each in done for failure in each.failures),
        ),
        documents=tuple(result.audited for result in results),
        binary=tuple(each.file.path for each in done if each.is_binary),
        passed_over=found.passed_over,
        rules=len(rules),
        signature=signature(rules, settings),
        fixed=sum(len(outcome.mended) for outcome in done),
        notices=(*found.notices, *_unpaired(session, found)),
        mended=tuple(finding for each in done for finding in each.mended),
        texts={each.path: each.raw for each in kept},
        layouts={each.path: blocks_of(each) for each in kept},
    )


def _unpaired(session: Session, found: Found) -> Iterable[str]:
    """Return what to say of translations without an original, in folders."""
    return session.originals.notices(
        file.path for file in found.files if not file.named
    )


def audit(paths: Sequence[str], *, cwd: str = ".") -> Report:
    """
    Return the report on `paths` as `mtaudit check` makes it, nothing fixed.

    Raises `MtauditError` for a path that is not there, and for a configuration
    or a pack that is wrong.
    """
    session = Session(Configurations(cwd), cwd=cwd)
    settings = session.configurations.for_folder(cwd)
    known = (
        ignore_file_of(settings, today=session.today, cwd=cwd),
        baseline_of(settings, cwd=cwd),
    )
    session.sifts = tuple(each.sift for each in known if each is not None)
    found = session.find(paths)
    return report_of(session, found, map(session.audit, found.files))
