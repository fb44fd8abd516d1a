"""The public face: `audit` paths and get a `Report`."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from mtaudit.config.load import Configurations
from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor, Result
from mtaudit.engine.beside import baseline_of, ignore_file_of
from mtaudit.engine.discover import PLAIN, File, Found, discover
from mtaudit.engine.encodings import BinaryFileError, Raw
from mtaudit.engine.fix import Unstable, fix_until_stable
from mtaudit.engine.memory import Memory
from mtaudit.engine.originals import Originals
from mtaudit.engine.outcome import Change, Outcome, failed, gathered
from mtaudit.engine.packed import Packed, Rules, opened
from mtaudit.engine.read import MEBIBYTE, read, read_stream
from mtaudit.engine.signature import signature
from mtaudit.engine.store import Disk, Store
from mtaudit.formats import format_for
from mtaudit.kept import cache_folder
from mtaudit.model import (
    Applicability,
    Document,
    Failure,
    Finding,
    MtauditError,
    Report,
)
from mtaudit.packs.compiled import KnownRules

Sift = Callable[[str, str, tuple[Finding, ...]], tuple[Finding, ...]]
"""A path, its text and its findings to those findings marked, or without some."""


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

        self.store: Store = Disk(cwd)
        """Where files and their originals are read."""

        self.originals = Originals(
            configurations, cwd, self.parse_original, place_of=self._place_of
        )
        self.memory: Memory | None = None
        """The results of earlier runs, if they are to be used."""

        self.known_rules = KnownRules()
        self._auditors: dict[int, Auditor] = {}
        self._rules: dict[int, Rules] = {}

    def use_results(self) -> None:
        """Recall the results of earlier runs, and note those of this one."""
        settings = self.configurations.for_folder(self.cwd)
        folder = cache_folder(settings.cache_dir)
        if folder is not None and not self.keep_documents:
            self.memory = Memory(folder, self, f"{self._ignore_suppressions}")

    def find(self, paths: Sequence[str], outputs: Sequence[str] = ()) -> Found:
        """Return the files that `paths` come to, without those the run writes."""
        tree = self.store.tree()
        found = discover(
            paths, self.configurations, self.cwd, outputs=outputs, tree=tree
        )
        if self.only is not None:
            files = tuple(file for file in found.files if self.only(file.path))
            found = found._replace(files=files)
        self.store.fetch(self._read_for(found.files))
        return found

    def _read_for(self, files: Iterable[File]) -> Iterator[str]:
        """Yield the paths of files and of their originals."""
        for file in files:
            yield file.path
            original = self.originals.path_of(file.path)
            if original is not None:
                yield original

    def knows(self, file: File) -> bool:
        """Whether it is known from an earlier run what comes of a file."""
        return self.memory is not None and self.memory.knows(file)

    def recall(self, file: File) -> Outcome | None:
        """Return what is known to come of a file; None if that is lost by now."""
        packed = self.memory.recall(file) if self.memory else None
        if packed is None or not (self.sifts and packed.found):
            return packed and Outcome(file, packed)
        try:
            text = self.read(file.path).text
        except MtauditError:
            return None
        found = tuple(opened(packed.data, self.rules_of(file.path)))
        result = Result(packed.audited, found, ())
        return Outcome(file, Packed.of(self._sifted(file, text, result)))

    def rules_of(self, path: str) -> Rules:
        """Return the rules that are for a file, by id."""
        settings = self.configurations.for_file(path)
        if id(settings) not in self._rules:
            rules = self.auditor(settings).rules
            self._rules[id(settings)] = {rule.said("id"): rule for rule in rules}
        return self._rules[id(settings)]

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
            return failed(file, error)
        except MtauditError as error:
            return failed(file, error)

    def fix(self, file: File, raw: Raw | None = None) -> Outcome:
        """
        Return what comes of a file once it is fixed; the text is in `change`.

        Nothing is written: that is for `engine.write`, with the `Raw` that the
        text came from.
        """
        try:
            raw = raw or self.read(file.path)
            before = self._result(file, raw.text)
        except MtauditError:
            return self.audit(file, raw)
        settings = self.configurations.for_file(file.path)
        least = Applicability.UNSAFE if settings.unsafe_fixes else Applicability.SAFE
        stable = fix_until_stable(
            raw.text,
            before.findings,
            least=least,
            audit=lambda text: self.findings(file, text),
        )
        outcome = Outcome(file, Packed.of(before), before.failures)
        if isinstance(stable, Unstable):
            failure = Failure(file.path, _fighting(stable), named=file.named)
            failures = (*before.failures, failure)
            return outcome._replace(failures=failures, is_conflict=True)
        if stable.text == raw.text:
            return outcome
        after = self._result(file, stable.text)
        return Outcome(
            file,
            Packed.of(after),
            after.failures,
            change=Change(file.path, raw.text, stable.text),
            mended=stable.mended,
        )

    def read(self, path: str, stream: BinaryIO | None = None) -> Raw:
        """
        Return the text of a file, or of a `stream` under its name.

        `ReadError` says why there is none, e.g. that it is longer than it may be.
        """
        limit = self.configurations.for_file(path).max_file_size * MEBIBYTE
        if stream is not None:
            return read_stream(stream, path, limit)
        return read(self.store.place_of(path), limit)

    def _place_of(self, path: str) -> str:
        return self.store.place_of(path)

    def _audited(self, file: File, text: str, content: bytes = b"") -> Outcome:
        """Return what comes of a text; with its `content` it can be remembered."""
        result = self._found(file, text)
        packed = Packed.of(result)
        note = None
        if self.memory and content and not result.failures:
            note = self.memory.note(file, content, packed, dated=result.dated)
        if self.sifts and packed.found:
            packed = Packed.of(self._sifted(file, text, result))
        return Outcome(file, packed, result.failures, note=note)

    def _result(self, file: File, text: str) -> Result:
        """Return what is found in a text and is to be told."""
        return self._sifted(file, text, self._found(file, text))

    def _found(self, file: File, text: str) -> Result:
        """Return all that is found in a text."""
        settings = self.configurations.for_file(file.path)
        original, failures = self._beside(file)
        result = self.auditor(settings).audit(
            file.path, text, file.format, named=file.named, original=original
        )
        return result._replace(
            failures=tuple(
                each._replace(named=file.named)
                for each in (*failures, *result.failures)
            )
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

    def parse_original(self, path: str) -> Document:
        """Return an original, parsed; raises `ReadError` and `ParseError`."""
        settings = self.configurations.for_file(path)
        name = format_for(path, settings.formats, settings.root) or PLAIN
        return self.auditor(settings).parse_original(path, self.read(path).text, name)

    def findings(self, file: File, text: str) -> tuple[Finding, ...]:
        """Return what is found in a text; raises `MtauditError`."""
        return self._result(file, text).findings


def _fighting(unstable: Unstable) -> str:
    rules = " and ".join(unstable.rules)
    return f"the fixes of {rules} undo each other; the file is as it was"


def report_of(session: Session, found: Found, outcomes: Iterable[Outcome]) -> Report:
    """
    Return the report of a run, of which `outcomes` come sorted by path.

    Its findings are kept packed, and opened as often as somebody goes over them.
    """
    report = gathered(outcomes, session.rules_of)
    settings = session.configurations.for_folder(session.cwd)
    rules = session.auditor(settings).rules
    return report._replace(
        failures=(*found.failures, *report.failures),
        passed_over=found.passed_over,
        rules=len(rules),
        signature=signature(rules, settings),
        notices=(*found.notices, *_unpaired(session, found)),
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
    report = report_of(session, found, map(session.audit, found.files))
    return report._replace(findings=tuple(report.findings))
