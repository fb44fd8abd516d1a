"""A run held against ``[gate]``, and what it has to say if it fails."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.api import Session
from mtaudit.cli.output import without_commands
from mtaudit.cli.scope import Scope
from mtaudit.config.gate import Gate
from mtaudit.engine.discover import PLAIN
from mtaudit.formats import format_for
from mtaudit.model import Audited, Document, MtauditError, Report
from mtaudit.model.report import GateResult
from mtaudit.text.display import visible

if TYPE_CHECKING:
    from mtaudit.engine.translated import Translated


def held(session: Session, report: Report, scope: Scope) -> Report:
    """Return `report` with what the limits of the configuration here come to."""
    settings = session.configurations.for_folder(session.cwd)
    gate = settings.gate
    if gate == Gate():
        return report
    from mtaudit.engine.gate import gates_of, without_effect

    by_lines = scope.changes is not None
    least = [gate.min_coverage, *(each.min_coverage for each in gate.overrides)]
    asks = any(limit is not None for limit in least)
    # Of a part of a project nobody can say how much of the whole is there.
    covered = (
        _coverage(session, report) if asks and scope.whole and not by_lines else ()
    )
    gates = gates_of(report, settings, covered, by_lines=by_lines)
    notices = without_effect(gate, settings.fail_on)
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
        yield from missing(rules, paths, partial(_original, session))


def _original(session: Session, path: str) -> Document:
    """Return an original that has no translation; raises `ParseError`."""
    settings = session.configurations.for_file(path)
    name = format_for(path, settings.formats, settings.root) or PLAIN
    text = session.read(path).text
    return session.auditor(settings).parse_original(path, text, name)


def _document(session: Session, audited: Audited) -> Document:
    """Return a file that was audited, read again."""
    settings = session.configurations.for_file(audited.path)
    raw = session.read(audited.path)
    return session.auditor(settings).parse(audited.path, raw.text, audited.format)


def tell_gates(report: Report) -> None:
    """Print which limits were not kept, with value and limit, on standard error."""
    failed = [gate for gate in report.gates if not gate.passed]
    if not failed:
        return
    rows = [("gate", "files", "value", "limit"), *map(_row, failed)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    print("Failed:", file=sys.stderr)
    for gate, files, value, limit in rows:
        cells = (
            f"{gate:<{widths[0]}}  {files:<{widths[1]}}  {value:>{widths[2]}}  {limit}"
        )
        print(f"  {without_commands(visible(cells))}".rstrip(), file=sys.stderr)


def is_failed(gates: Sequence[GateResult]) -> bool:
    """Whether a limit was not kept."""
    return any(not gate.passed for gate in gates)


def _row(gate: GateResult) -> tuple[str, str, str, str]:
    files = gate.scope if gate.language is None else f"{gate.scope} ({gate.language})"
    bound = "least" if gate.gate.startswith("min-") else "most"
    return (
        gate.gate,
        files,
        _number(gate, gate.value),
        f"at {bound} {_number(gate, gate.limit)}",
    )


def _number(gate: GateResult, value: float) -> str:
    """Return a value as people write it: a count, a weight, a share."""
    if gate.gate == "min-coverage":
        return f"{value:.1%}"
    return f"{value:,.2f}" if gate.gate == "max-penalty" else f"{value:,.0f}"
