"""`mtaudit check`: audit files, report, fix."""

# Annotations are evaluated here: see `options`.
# ruff: noqa: ARG001 -- flags that set a key of the configuration go by `context`

import sys
from typing import Any

from typer import Context

from mtaudit.api import Session, report_of
from mtaudit.cli import options as opt
from mtaudit.cli.exits import Exit
from mtaudit.cli.files import Files
from mtaudit.cli.output import look_of, outputs_of, write_reports
from mtaudit.config.load import CommandLine, Configurations
from mtaudit.formats import FORMATS
from mtaudit.model import Report, Severity, UsageError
from mtaudit.reporters import WITH_TEXTS

_LISTS = (
    "select",
    "extend_select",
    "ignore",
    "fixable",
    "unfixable",
    "exclude",
    "extend_exclude",
)
"""Flags whose values may be parted by commas."""

_KEYS = (
    *_LISTS,
    "fix",
    "unsafe_fixes",
    "min_severity",
    "min_confidence",
    "source_language",
    "target_language",
    "force_exclude",
    "respect_gitignore",
    "output_format",
    "fail_on",
    "cache_dir",
)
"""Flags that set the key of the configuration that has their name."""


def check(  # noqa: PLR0913 -- Typer makes an option of each parameter
    context: Context,
    paths: opt.Paths = None,
    *,
    fix: opt.Fix = None,
    unsafe_fixes: opt.UnsafeFixes = None,
    diff: opt.Diff = False,
    select: opt.Select = None,
    extend_select: opt.ExtendSelect = None,
    ignore: opt.Ignore = None,
    fixable: opt.Fixable = None,
    unfixable: opt.Unfixable = None,
    min_severity: opt.MinSeverity = None,
    min_confidence: opt.MinConfidence = None,
    source_language: opt.SourceLanguage = None,
    target_language: opt.TargetLanguage = None,
    exclude: opt.Exclude = None,
    extend_exclude: opt.ExtendExclude = None,
    force_exclude: opt.ForceExclude = None,
    respect_gitignore: opt.RespectGitignore = None,
    stdin_filename: opt.StdinFilename = None,
    strict_collection: opt.StrictCollection = False,
    show_files: opt.ShowFiles = False,
    show_settings: opt.ShowSettings = False,
    show_segments: opt.ShowSegments = None,
    output_format: opt.OutputFormat = None,
    output_file: opt.OutputFile = None,
    statistics: opt.Statistics = False,
    color: opt.Color = "auto",
    quiet: opt.Quiet = False,
    no_progress: opt.NoProgress = False,
    fail_on: opt.FailOn = None,
    exit_zero: opt.ExitZero = False,
    ignore_suppressions: opt.IgnoreSuppressions = False,
    config: opt.ConfigOption = None,
    isolated: opt.IsolatedOption = False,
    no_cache: opt.NoCache = False,
    cache_dir: opt.CacheDir = None,
) -> None:
    """Audit files; by default every file of prose in this folder."""
    if diff and (fix or statistics):
        raise UsageError("--diff goes neither with --fix nor with --statistics")
    said = CommandLine(config or (), isolated, _values(context.params))
    session = Session(
        Configurations(".", said, formats=FORMATS),
        ignore_suppressions=ignore_suppressions,
    )
    chosen = paths or ["."]
    if show_files or show_settings or show_segments is not None:
        from mtaudit.cli.show import show

        show(session, chosen, settings=show_settings, segments=show_segments)
        return
    settings = session.configurations.for_folder(".")
    outputs = outputs_of(settings.output_format, output_file)
    session.keep_documents = any(each.format in WITH_TEXTS for each in outputs)
    written = [output.path for output in outputs if output.path]
    files = Files(session, written, diff=diff, is_silent=quiet or no_progress)
    outcomes = [*files.outcomes(chosen, stdin_filename)]
    report = report_of(session, files.found, outcomes)
    look = look_of(color=color, settings=settings, quiet=quiet)
    if not diff:
        stream = files.stream_for_reports
        write_reports(outputs, report, look, statistics=statistics, stream=stream)
    _tell_failures(report, quiet=quiet)
    code = _code(report, settings.fail_on, strict=strict_collection)
    if files.has_conflict:
        code = Exit.USAGE
    elif diff and code < Exit.USAGE:
        code = Exit.FINDINGS if files.has_changes else Exit.CLEAN
    sys.exit(Exit.CLEAN if exit_zero and code == Exit.FINDINGS else code)


def _values(flags: dict[str, Any]) -> dict[str, Any]:
    """Return what the flags say of settings, by key."""
    values = {name.replace("_", "-"): flags[name] for name in _KEYS}
    for name in _LISTS:
        if flags[name]:
            listed = (part for each in flags[name] for part in each.split(","))
            values[name.replace("_", "-")] = [part for part in listed if part]
    return {
        name: value
        for name, value in values.items()
        if value is not None and value != ()
    }


def _tell_failures(report: Report, *, quiet: bool) -> None:
    """Say on standard error what could not be audited, and why."""
    for notice in () if quiet else report.notices:
        print(f"warning: {notice}", file=sys.stderr)
    for failure in report.failures:
        if quiet and not failure.named and not failure.is_bug:
            continue
        rule = f"the rule {failure.rule} broke: " if failure.rule else ""
        print(f"error: {failure.path}: {rule}{failure.reason}", file=sys.stderr)


def _code(report: Report, fail_on: Severity | None, *, strict: bool) -> Exit:
    """Return the exit code that a report calls for."""
    if any(failure.is_bug for failure in report.failures):
        return Exit.BUG
    if any(failure.named or strict for failure in report.failures):
        return Exit.USAGE
    if fail_on is None:
        return Exit.CLEAN
    found = any(finding.severity >= fail_on for finding in report.shown)
    return Exit.FINDINGS if found else Exit.CLEAN
