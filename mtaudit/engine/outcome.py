"""What came of files, and of all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mtaudit.engine.discover import File
from mtaudit.engine.memory import Note
from mtaudit.engine.packed import Packed, PackedFindings, Rules, Text
from mtaudit.model import Audited, Failure, Finding, MtauditError, Report


class Change(NamedTuple):
    """What fixing makes of a file."""

    path: str
    before: str
    after: str


class Outcome(NamedTuple):
    """One file, done."""

    file: File
    result: Packed | None = None
    failures: tuple[Failure, ...] = ()
    change: Change | None = None
    mended: tuple[Finding, ...] = ()
    """What was mended, as it was found."""

    is_binary: bool = False
    is_conflict: bool = False
    """Whether rules undid each other's fixes, and so nothing was fixed."""

    note: Note | None = None
    """The result as it is to be remembered, before anything was sifted."""


def failed(file: File, error: MtauditError) -> Outcome:
    """Return the outcome of a file of which an error tells why there is none."""
    reason = error.message if error.hint is None else f"{error.message} ({error.hint})"
    return Outcome(file, failures=(Failure(file.path, reason, named=file.named),))


def gathered(outcomes: Iterable[Outcome], rules_of: Callable[[str], Rules]) -> Report:
    """
    Return what `outcomes`, sorted by path, say together.

    `rules_of` returns the rules that ran over the file at a path.
    """
    findings = PackedFindings(rules_of)
    failures: list[Failure] = []
    mended: list[Finding] = []
    documents: list[Audited] = []
    texts: dict[str, Text] = {}
    binary: list[str] = []
    for outcome in outcomes:
        failures += outcome.failures
        mended += outcome.mended
        if outcome.is_binary:
            binary.append(outcome.file.path)
        if outcome.result is not None:
            findings.add(outcome.result)
            documents.append(outcome.result.audited)
            if outcome.result.text is not None:
                texts[outcome.file.path] = outcome.result.text
    return Report(
        findings=findings,
        failures=tuple(failures),
        documents=tuple(documents),
        binary=tuple(binary),
        fixed=len(mended),
        mended=tuple(mended),
        texts={path: text.raw for path, text in texts.items()},
        layouts={path: text.layout for path, text in texts.items()},
    )
