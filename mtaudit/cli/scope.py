"""What of the findings a run is about: not ignored, not known, on changed lines."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.api import Session
from mtaudit.config.schema import Settings
from mtaudit.engine.beside import baseline_of, ignore_file_of
from mtaudit.model import Report, UsageError

if TYPE_CHECKING:
    from mtaudit.engine.baseline import Baseline
    from mtaudit.engine.changes import Changes
    from mtaudit.engine.ignore_file import IgnoreFile, Looked
    from mtaudit.engine.index import Index


class Scope(NamedTuple):
    """What findings go through after an audit."""

    ignore_file: "IgnoreFile | None" = None
    baseline: "Baseline | None" = None
    changes: "Changes | None" = None
    staged: "Index | None" = None
    whole: bool = False
    """Whether the run looks at everything, no other path being named."""

    def enter(self, session: Session) -> None:
        """Have `session` leave out what is not in scope, and mark what is known."""
        steps = (self.ignore_file, self.baseline, self.changes)
        session.sifts = tuple(step.sift for step in steps if step is not None)
        if self.changes is not None:
            session.only = self.changes.touches
        if self.staged is not None:
            session.store = self.staged

    def notices(self, session: Session, report: Report) -> Iterator[str]:
        """Yield what has outlived its purpose, as far as this run can know."""
        # Some findings are not in the report then, mended or out of sight.
        if self.changes is not None or report.mended:
            return
        audited = [document.path for document in report.documents]
        if self.ignore_file is not None:
            settings = session.configurations.for_folder(session.cwd)
            yield from self.ignore_file.notices(
                report.findings, audited, _looked(session, settings)
            )
        if self.baseline is not None:
            stale = self.baseline.stale(report.findings, audited, whole=self.whole)
            if stale:
                entries = "1 entry" if len(stale) == 1 else f"{len(stale):,} entries"
                yield (
                    f"{self.baseline.path}: {entries} match nothing any more; "
                    "“mtaudit baseline prune” removes them"
                )


def _looked(session: Session, settings: Settings) -> "Looked":
    from mtaudit.engine.ignore_file import Looked

    return Looked(
        [rule.meta for rule in session.auditor(settings).rules],
        [rule.meta for rule in session.known_rules.under(settings)],
        settings.require_suppression_reason,
    )


def scope_of(session: Session, settings: Settings, flags: Mapping[str, Any]) -> Scope:
    """Return the scope that flags and configuration ask for."""
    unheard, unknown = flags["ignore_suppressions"], flags["no_baseline"]
    changes, index = _changes(flags)
    return Scope(
        None if unheard else ignore_file_of(settings, today=session.today),
        None if unknown else baseline_of(settings, named=flags["baseline"]),
        changes,
        index,
        whole=[*(flags["paths"] or ["."])] == ["."],
    )


def _changes(flags: Mapping[str, Any]) -> "tuple[Changes | None, Index | None]":
    """Return the lines that count, and where they are staged."""
    ref, is_staged, mode = flags["since"], flags["staged"], flags["changed_lines"]
    if ref is None and not is_staged:
        if mode is not None:
            raise UsageError("--changed-lines goes with --since or --staged")
        return None, None
    from mtaudit.engine.changes import MODES, Changes, since

    mode = mode or "added"
    if mode not in MODES:
        message = f"--changed-lines is {', '.join(MODES)}, not “{mode}”"
        raise UsageError(message)
    if ref is not None:
        return Changes(since(ref), mode), None
    from mtaudit.engine.index import Index

    index = Index()
    return Changes(index.changed, mode), index
