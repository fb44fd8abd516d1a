"""`mtaudit check`: audit files, report, fix."""

# Annotations are evaluated here: see `options`.
# ruff: noqa: ARG001 -- flags that set a key of the configuration go by `context`

from typer import Context

from mtaudit.cli import more_options as more
from mtaudit.cli import options as opt
from mtaudit.cli.checking import check_with


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
    no_gates: opt.NoGates = False,
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
    earlier: more.Earlier = None,
    commit: more.Commit = None,
    source: more.Source = None,
    show_alignment: more.ShowAlignment = None,
    show_stale: more.ShowStale = False,
    watch: more.Watch = False,
) -> None:
    """Audit files; by default every file of prose in this folder."""
    check_with(context.params)
