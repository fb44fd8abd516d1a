"""A run held against ``[gate]``, and what it has to say if it fails."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.api import Session
from mtaudit.cli.output import without_commands
from mtaudit.cli.scope import Scope
from mtaudit.config.gate import Gate
from mtaudit.config.schema import Settings
from mtaudit.model import Audited, Document, MtauditError, Report
from mtaudit.model.report import GateResult
from mtaudit.reporters.gates import HEAD, failed_rows
from mtaudit.text.display import visible

if TYPE_CHECKING:
    from mtaudit.engine.translated import Translated


def held(session: Session, report: Report, scope: Scope) -> Report:
    """Return `report` with what the limits of the configuration here come to."""
    settings = session.configurations.for_folder(session.cwd)
    gate = settings.gate
    by_lines = scope.changes is not None
    least = [gate.min_coverage, *(each.min_coverage for each in gate.overrides)]
    asks = any(limit is not None for limit in least)
    # Of a part of a project nobody can say how much of the whole is there.
    covered = (
        _coverage(session, report) if asks and scope.whole and not by_lines else ()
    )
    return held_to(settings, report, covered, by_lines=by_lines)


def held_to(
    settings: Settings,
    report: Report,
    covered: "Iterable[Translated]" = (),
    *,
    by_lines: bool = False,
) -> Report:
    """Return `report` with what the limits of `settings` come to, if it has any."""
    if settings.gate == Gate():
        return report
    from mtaudit.engine.gate import gates_of, without_effect

    gates = gates_of(report, settings, covered, by_lines=by_lines)
    notices = without_effect(settings.gate, settings.fail_on)
    return report._replace(gates=tuple(gates), notices=(*report.notices, *notices))


def _coverage(session: Session, report: Report) -> "Iterator[Translated]":
    """Yield how much there is of each translation of the project."""
    from mtaudit.engine.translated import catalogued, missing, translated

    for audited in report.documents:
        # What cannot be read is a failure of the run already.
        with suppress(MtauditError):
            document = _document(session, audited)
            original = session.originals.of(audited.path)
            if original is not None:
                yield translated(document, original)
            elif (found := catalogued(document)) is not None:
                yield found
    rules = session.configurations.path_rules(session.cwd)
    if rules is not None:
        paths = (str(Path(audited.path).absolute()) for audited in report.documents)
        yield from missing(rules, paths, session.parse_original)


def _document(session: Session, audited: Audited) -> Document:
    """Return a file that was audited, read again."""
    settings = session.configurations.for_file(audited.path)
    raw = session.read(audited.path)
    return session.auditor(settings).parse(audited.path, raw.text, audited.format)


def tell_gates(report: Report) -> None:
    """Print which limits were not kept, with value and limit, on standard error."""
    rows = [HEAD, *failed_rows(report)]
    if len(rows) == 1:
        return
    columns = [*zip(*rows, strict=True)]
    gates, files, values, _ = (max(map(len, column)) for column in columns)
    print("Failed:", file=sys.stderr)
    for row in rows:
        cells = f"{row.gate:<{gates}}  {row.files:<{files}}  {row.value:>{values}}"
        line = without_commands(visible(f"  {cells}  {row.limit}"))
        print(line, file=sys.stderr)


def is_failed(gates: Sequence[GateResult]) -> bool:
    """Whether a limit was not kept."""
    return any(not gate.passed for gate in gates)
