"""`mtaudit check`: audit files, report, fix."""

# Annotations are evaluated here: see `options`.
# ruff: noqa: ARG001 -- flags that set a key of the configuration go by `context`

import sys
from typing import Any

from typer import Context

from mtaudit.cli import more_options as more
from mtaudit.cli import options as opt
from mtaudit.cli.run import Run
from mtaudit.model import UsageError

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
    "show_fixes",
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
    jobs: opt.Jobs = 0,
    since: more.Since = None,
    staged: more.Staged = False,
    changed_lines: more.ChangedLines = None,
    baseline: more.BaselinePath = None,
    no_baseline: more.NoBaseline = False,
    add_ignore: more.AddIgnore = False,
    reason: more.Reason = None,
    fix_only: more.FixOnly = False,
    show_fixes: more.ShowFixes = None,
    exit_non_zero_on_fix: more.ExitNonZeroOnFix = False,
    max_diagnostics: more.MaxDiagnostics = None,
    watch: more.Watch = False,
) -> None:
    """Audit files; by default every file of prose in this folder."""
    flags, values = context.params, _values(context.params)
    _refuse_conflicts(flags)
    if not watch:
        sys.exit(Run(flags, values).to_its_end())
    from mtaudit.cli.watch import run_on_changes

    run_on_changes(paths or ["."], lambda: Run(flags, values).to_its_end())


_CONFLICTS = (
    ("diff", ("fix", "fix_only", "show_fixes", "statistics", "add_ignore", "watch")),
    ("add_ignore", ("fix", "fix_only", "statistics", "watch")),
    ("exit_zero", ("exit_non_zero_on_fix",)),
    ("since", ("staged",)),
    ("baseline", ("no_baseline",)),
    ("watch", ("statistics",)),
)
"""Flags that say no to each other, or of which one would have nothing to say."""


def _refuse_conflicts(flags: dict[str, Any]) -> None:
    """Raise `UsageError` for flags that do not go together."""
    for first, others in _CONFLICTS:
        for second in others:
            if flags[first] and flags[second]:
                names = f"--{first} and --{second}".replace("_", "-")
                raise UsageError(f"{names} do not go together")
    if flags["reason"] and not flags["add_ignore"]:
        raise UsageError("--reason goes with --add-ignore")


def _values(flags: dict[str, Any]) -> dict[str, Any]:
    """Return what the flags say of settings, by key."""
    values = {name.replace("_", "-"): flags[name] for name in _KEYS}
    if flags["fix_only"]:
        values["fix"] = True
    for name in _LISTS:
        if flags[name]:
            listed = (part for each in flags[name] for part in each.split(","))
            values[name.replace("_", "-")] = [part for part in listed if part]
    return {
        name: value
        for name, value in values.items()
        if value is not None and value != ()
    }
