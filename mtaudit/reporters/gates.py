"""Limits that were not kept, in the words that every format for people has."""

from collections.abc import Iterator
from typing import NamedTuple

from mtaudit.model import Report
from mtaudit.model.report import GateResult


class Row(NamedTuple):
    """What there is to say of a limit."""

    gate: str
    files: str
    value: str
    limit: str


HEAD = Row("gate", "files", "value", "limit")


def failed_rows(report: Report) -> Iterator[Row]:
    """Yield a row for each limit that was not kept."""
    for gate in report.gates:
        if not gate.passed:
            yield _row(gate)


def _row(gate: GateResult) -> Row:
    files = gate.scope if gate.language is None else f"{gate.scope} ({gate.language})"
    bound = "least" if gate.gate.startswith("min-") else "most"
    value, limit = (_number(gate.gate, each) for each in (gate.value, gate.limit))
    return Row(gate.gate, files, value, f"at {bound} {limit}")


def _number(name: str, value: float) -> str:
    """Return a value as people write it: a count, a weight, a share."""
    if name == "min-coverage":
        return f"{value:.1%}"
    return f"{value:,.2f}" if name == "max-penalty" else f"{value:,.0f}"
