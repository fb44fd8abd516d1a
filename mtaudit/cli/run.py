"""One run of `mtaudit check`, from what was said to the exit code."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mtaudit.api import Session, report_of
from mtaudit.cli.exits import Exit
from mtaudit.cli.files import Files
from mtaudit.cli.gate import held, is_failed, tell_gates
from mtaudit.cli.output import (
    Wanted,
    append_summary,
    link_of,
    look_of,
    outputs_of,
    without_commands,
    write_reports,
)
from mtaudit.cli.parallel import SharedFindings
from mtaudit.cli.scope import scope_of
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.engine.packed import PackedFindings
from mtaudit.formats import FORMATS
from mtaudit.model import Earlier, Report, Severity
from mtaudit.reporters import WITH_TEXTS
from mtaudit.text.display import visible

_NAMED = 5
"""Files that a notice names, at most."""

Flags = Mapping[str, Any]
"""The options of `check` by the names of its parameters."""

_SHOWN = (
    "show_files",
    "show_settings",
    "show_segments",
    "show_alignment",
    "show_stale",
)
"""Flags of which each has a run show something and stop."""


class Run:
    """A run that is about to begin."""

    def __init__(self, flags: Flags, values: Mapping[str, Any]) -> None:
        said = CommandLine(flags["config"] or (), flags["isolated"], values)
        self._flags = flags
        self._paths = flags["paths"] or ["."]
        self._session = Session(
            Configurations(".", said, formats=FORMATS),
            ignore_suppressions=flags["ignore_suppressions"],
        )
        self._session.known_rules.are_gated = not flags["no_gates"]
        self._settings = self._session.configurations.for_folder(".")
        self._scope = scope_of(self._session, self._settings, flags)
        self._scope.enter(self._session)
        self._outputs = outputs_of(self._settings.output_format, flags["output_file"])
        if flags["source"] is not None:
            from mtaudit.cli.originals import named_original

            self._session.originals.named = named_original(flags)
        self._link = link_of(self._outputs, self._settings, flags["commit"])
        self._earlier = self._read_earlier(flags["earlier"])
        with_texts = any(each.format in WITH_TEXTS for each in self._outputs)
        self._session.keep_documents = with_texts
        self._files = Files(
            self._session,
            [*self._own_files()],
            diff=flags["diff"],
            is_silent=flags["quiet"] or flags["no_progress"],
            jobs=flags["jobs"],
        )

    def _read_earlier(self, paths: Sequence[str]) -> tuple[Earlier, ...]:
        if not paths:
            return ()
        from mtaudit.cli.earlier import read_earlier, rules_by_id

        rules = rules_by_id(self._session, self._settings)
        return tuple(read_earlier(paths, rules))

    def _own_files(self) -> Iterator[str]:
        """Yield the files that are reports, and so are not audited."""
        yield from (output.path for output in self._outputs if output.path)
        yield from self._flags["earlier"] or ()

    def to_its_end(self) -> Exit:
        """Audit and report; return the exit code."""
        if self._shows():
            return Exit.CLEAN
        report = self._audited()
        if self._flags["add_ignore"]:
            from mtaudit.cli.add_ignore import add_ignores

            add_ignores(self._session, report, self._flags["reason"])
        elif self._flags["fix_only"]:
            self._tell_fixed(report)
        elif not self._flags["diff"]:
            self._write(report)
        tell_failures(report, quiet=self._flags["quiet"])
        if not self._flags["quiet"]:
            tell_gates(report)
        return self._code(report)

    def _shows(self) -> bool:
        """Whether the run only shows what it would do; then it has."""
        flags = self._flags
        if not any(flags[name] for name in _SHOWN):
            return False
        from mtaudit.cli.show import show

        show(self._session, self._paths, flags)
        return True

    def _audited(self) -> Report:
        if not (self._flags["no_cache"] or self._flags["no_gates"]):
            self._session.use_results()
        stdin_filename = self._flags["stdin_filename"]
        found, outcomes = self._files.outcomes(self._paths, stdin_filename)
        report = report_of(self._session, found, outcomes)
        stale = self._scope.notices(self._session, report)
        if self._counts:
            report = held(self._session, report, self._scope)
        held_back = self._files.held_back(found.files)
        notices = [_not_written(held_back)] if held_back else []
        return report._replace(
            notices=(*report.notices, *stale, *notices),
            earlier=self._earlier,
            link=self._link,
        )

    def _write(self, report: Report) -> None:
        flags = self._flags
        if isinstance(report.findings, PackedFindings):
            findings = SharedFindings(report.findings, flags["jobs"])
            report = report._replace(findings=findings)
        look = look_of(
            color=flags["color"], settings=self._settings, quiet=flags["quiet"]
        )
        stream = self._files.stream_for_reports
        wanted = Wanted(look, stream, flags["statistics"], flags["max_diagnostics"])
        write_reports(self._outputs, report, wanted)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary and any(output.format == "github" for output in self._outputs):
            append_summary(summary, report, look)

    def _tell_fixed(self, report: Report) -> None:
        from mtaudit.reporters.summary import fixed_sentences

        look = look_of(color="never", settings=self._settings, quiet=False)
        for sentence in () if self._flags["quiet"] else fixed_sentences(report, look):
            print(sentence, file=sys.stderr)

    @property
    def _counts(self) -> bool:
        """Whether what is found decides on the exit code."""
        return not any(self._flags[name] for name in ("fix_only", "add_ignore", "diff"))

    def _code(self, report: Report) -> Exit:
        """Return the exit code, whatever was asked for."""
        flags = self._flags
        fail_on = self._settings.fail_on if self._counts else None
        code = code_of(report, fail_on, strict=flags["strict_collection"])
        if self._files.has_conflict:
            code = Exit.USAGE
        elif flags["diff"] and code < Exit.USAGE:
            code = Exit.FINDINGS if self._files.has_changes else Exit.CLEAN
        elif code == Exit.CLEAN and (
            is_failed(report.gates) or (flags["exit_non_zero_on_fix"] and report.fixed)
        ):
            code = Exit.FINDINGS
        return Exit.CLEAN if flags["exit_zero"] and code == Exit.FINDINGS else code


def _not_written(paths: Sequence[str]) -> str:
    """Return what to say of files that have other changes, which are not staged."""
    more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
    named = ", ".join(paths[:_NAMED])
    return f"not fixed, as the disk has not what is staged: {named}{more}"


def tell_failures(report: Report, *, quiet: bool) -> None:
    """Say on standard error what could not be audited, and why."""
    for notice in () if quiet else report.notices:
        _say(f"warning: {notice}")
    for failure in report.failures:
        if quiet and not failure.named and not failure.is_bug:
            continue
        rule = f"the rule {failure.rule} broke: " if failure.rule else ""
        _say(f"error: {failure.path}: {rule}{failure.reason}")


def _say(sentence: str) -> None:
    """Print a sentence on standard error; names of files in it do nothing there."""
    print(without_commands(visible(sentence)), file=sys.stderr)


def code_of(report: Report, fail_on: Severity | None, *, strict: bool) -> Exit:
    """Return the exit code that a report calls for."""
    if any(failure.is_bug for failure in report.failures):
        return Exit.BUG
    if any(failure.named or strict for failure in report.failures):
        return Exit.USAGE
    if fail_on is None:
        return Exit.CLEAN
    found = any(finding.severity >= fail_on for finding in report.shown)
    return Exit.FINDINGS if found else Exit.CLEAN
