"""`mtaudit report`: JSON reports, merged and made anew in another format."""

import sys
from collections.abc import Sequence
from pathlib import Path

from mtaudit.api import Session
from mtaudit.cli.output import Wanted, look_of, outputs_of, write_reports
from mtaudit.cli.run import code_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.formats import FORMATS
from mtaudit.model import Report, RuleMeta, UsageError
from mtaudit.reporters.machine import ordered
from mtaudit.reporters.read_json import read_report


def remake(
    paths: Sequence[str],
    formats: Sequence[str],
    output_file: str | None,
    *,
    fail_on: str | None,
    color: str,
) -> None:
    """Write reports of what all of `paths` say together."""
    flags = CommandLine(values={"fail-on": fail_on or "never"})
    session = Session(Configurations(".", flags, formats=FORMATS))
    settings = session.configurations.for_folder(".")
    rules: dict[str, RuleMeta] = {}
    for rule in session.known_rules(settings):
        rules |= dict.fromkeys((*rule.meta.aliases, rule.meta.id), rule.meta)
    report = merged([read_report(_read(path), path, rules) for path in paths])
    for notice in report.notices:
        print(f"warning: {notice}", file=sys.stderr)
    outputs = outputs_of(formats, output_file)
    look = look_of(color=color, settings=settings, quiet=False)
    write_reports(outputs, report, Wanted(look, sys.stdout))
    sys.exit(code_of(report, settings.fail_on, strict=False))


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


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
