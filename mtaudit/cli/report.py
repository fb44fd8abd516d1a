"""`mtaudit report`: JSON reports, merged and made anew in another format."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from mtaudit.api import Session
from mtaudit.cli.earlier import read_earlier, read_json, rules_by_id
from mtaudit.cli.exits import Exit
from mtaudit.cli.gate import held_to, is_failed, tell_gates
from mtaudit.cli.output import Wanted, link_of, look_of, outputs_of, write_reports
from mtaudit.cli.run import code_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.formats import FORMATS
from mtaudit.model import Report
from mtaudit.reporters.order import ordered


class Remaking(NamedTuple):
    """What is to be made of reports."""

    formats: Sequence[str]
    output_file: str | None
    fail_on: str | None
    color: str
    earlier: Sequence[str]
    """Reports to compare with, the oldest first."""

    commit: str | None
    """What the files were audited at."""


def remake(paths: Sequence[str], wanted: Remaking) -> None:
    """Write reports of what all of `paths` say together."""
    flags = CommandLine(values={"fail-on": wanted.fail_on or "never"})
    session = Session(Configurations(".", flags, formats=FORMATS))
    settings = session.configurations.for_folder(".")
    rules = rules_by_id(session, settings)
    report = merged([read_json(path, rules) for path in paths])
    if settings.fail_on is not None:
        report = held_to(settings, report)
    outputs = outputs_of(wanted.formats, wanted.output_file)
    report = report._replace(
        earlier=tuple(read_earlier(wanted.earlier, rules)),
        link=link_of(outputs, settings, wanted.commit),
    )
    for notice in report.notices:
        print(f"warning: {notice}", file=sys.stderr)
    look = look_of(color=wanted.color, settings=settings, quiet=False)
    write_reports(outputs, report, Wanted(look, sys.stdout))
    tell_gates(report)
    code = code_of(report, settings.fail_on, strict=False)
    failed = code == Exit.CLEAN and is_failed(report.gates)
    sys.exit(Exit.FINDINGS if failed else code)


def merged(reports: Sequence[Report]) -> Report:
    """
    Return one report of several.

    A file that is in more than one of them counts once, as the last has it.
    """
    last = {
        document.path: number
        for number, report in enumerate(reports)
        for document in report.documents
    }
    numbered = [*enumerate(reports)]
    signatures = sorted({report.signature for report in reports})
    notices: tuple[str, ...] = ()
    if len(signatures) > 1:
        notices = ("the reports come from runs that differ: see their signatures",)
    failures = {each: None for report in reports for each in report.failures}
    return Report(
        findings=tuple(
            ordered(
                finding
                for number, report in numbered
                for finding in report.findings
                if last.get(finding.location.path, number) == number
            )
        ),
        failures=tuple(failures),
        documents=tuple(
            sorted(
                document
                for number, report in numbered
                for document in report.documents
                if last[document.path] == number
            )
        ),
        signature="; ".join(signatures),
        notices=notices,
    )
