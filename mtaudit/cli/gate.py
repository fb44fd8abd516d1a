"""A run held against ``[gate]``, and what it has to say if it fails."""

import sys
from collections.abc import Sequence

from mtaudit.cli.output import without_commands
from mtaudit.cli.scope import Scope
from mtaudit.config.gate import Gate
from mtaudit.config.schema import Settings
from mtaudit.model import Report
from mtaudit.model.report import GateResult
from mtaudit.text.display import visible


def held(report: Report, settings: Settings, scope: Scope) -> Report:
    """Return `report` with what its limits come to."""
    if settings.gate == Gate():
        return report
    from mtaudit.engine.gate import gates_of, without_effect

    gates = gates_of(report, settings, by_lines=scope.changes is not None)
    notices = without_effect(settings.gate, settings.fail_on)
    return report._replace(gates=tuple(gates), notices=(*report.notices, *notices))


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
