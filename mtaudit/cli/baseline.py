"""`mtaudit baseline`: take what is there as known, and say what has changed."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from mtaudit.api import Session, report_of
from mtaudit.cli.exits import Exit
from mtaudit.cli.run import code_of, tell_failures
from mtaudit.cli.scope import Scope
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.baseline import Baseline, Known, read_baseline, write_baseline
from mtaudit.engine.beside import baseline_path, ignore_file_of
from mtaudit.formats import FORMATS
from mtaudit.model import Report
from mtaudit.reporters.summary import plural
from mtaudit.text.display import visible


class Audited(NamedTuple):
    """A run without a baseline, and the baseline that is to be held against it."""

    report: Report
    path: str
    """Where the baseline lies, or would."""

    whole: bool
    """Whether no path was named."""

    def known(self) -> Baseline:
        """Return the baseline as it is; `ConfigError` if there is none."""
        return read_baseline(self.path)

    def found(self) -> frozenset[Known]:
        """Return what a baseline of this run holds."""
        return Baseline(self.path, ()).of_findings(self.report.shown)

    def stale(self) -> frozenset[Known]:
        """Return the entries that nothing in the audited files matches any more."""
        audited = [document.path for document in self.report.documents]
        return self.known().stale(self.report.shown, audited, whole=self.whole)


def create(paths: Sequence[str], path: str | None, said: CommandLine) -> None:
    """Write a baseline of all that is found now, in place of one that is there."""
    audited = _audited(paths, path, said)
    # A file that is no baseline, or one of a later version, is not to be lost.
    known = audited.known() if os.path.exists(audited.path) else None
    found = audited.found()
    write_baseline(known or Baseline(audited.path, ()), found)
    print(f"Wrote {plural(len(found), 'finding')} to {audited.path}.", file=sys.stderr)
    _end(audited.report)


def prune(paths: Sequence[str], path: str | None, said: CommandLine) -> None:
    """Remove from the baseline what is not found any more; add nothing."""
    audited = _audited(paths, path, said)
    known, stale = audited.known(), audited.stale()
    if stale:
        write_baseline(known, known.entries - stale)
    removed = plural(len(stale), "finding")
    left = len(known.entries) - len(stale)
    print(f"Removed {removed} from {audited.path}; {left:,} left.", file=sys.stderr)
    _end(audited.report)


def diff(paths: Sequence[str], path: str | None, said: CommandLine) -> None:
    """Print what is new with ``+``, what is gone with ``-``; exit 1 if anything is."""
    audited = _audited(paths, path, said)
    known = audited.known()
    new = [each for each in audited.report.shown if known.find(each) is None]
    lines = [(entry, "+") for entry in known.of_findings(new)]
    lines += [(entry, "-") for entry in audited.stale()]
    for entry, sign in sorted(lines):
        said_of = f"{entry.path}: {entry.rule}: “{entry.match}”"
        print(f"{sign} {visible(said_of)}")
    _end(audited.report, Exit.FINDINGS if lines else Exit.CLEAN)


def _audited(paths: Sequence[str], path: str | None, said: CommandLine) -> Audited:
    session = Session(Configurations(".", said, formats=FORMATS))
    settings = session.configurations.for_folder(".")
    Scope(ignore_file_of(settings, today=session.today)).enter(session)
    found = session.find(paths or ["."])
    report = report_of(session, found, map(session.audit, found.files))
    return Audited(
        report, baseline_path(settings, path), whole=(paths or ["."]) == ["."]
    )


def _end(report: Report, otherwise: Exit = Exit.CLEAN) -> None:
    tell_failures(report, quiet=False)
    code = code_of(report, None, strict=False)
    sys.exit(otherwise if code == Exit.CLEAN else code)
