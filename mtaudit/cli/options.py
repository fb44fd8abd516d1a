"""Options that more than one command has, and those of `check`, by group."""

# Annotations are evaluated here: Typer reads them, and strings it would have to
# compile one by one at every start.

from typing import Annotated

from typer import Argument, Option

_RULES = "Rules"
_FILES = "Files"
_FIXES = "Fixes"
_OUTPUT = "Output"
_LANGUAGE = "Languages"

ConfigOption = Annotated[
    list[str] | None,
    Option(
        "--config",
        help="A configuration file, or KEY = VALUE in TOML; may be given again.",
        metavar="PATH|KEY=VALUE",
    ),
]
IsolatedOption = Annotated[
    bool, Option("--isolated", help="Read no configuration file.")
]

Paths = Annotated[
    list[str] | None,
    Argument(help="Files, folders or globs; “-” is standard input. [default: .]"),
]
Selectors = list[str] | None

Fix = Annotated[
    bool | None,
    Option("--fix/--no-fix", help="Apply safe fixes.", rich_help_panel=_FIXES),
]
Diff = Annotated[
    bool,
    Option("--diff", help="Print what --fix would change.", rich_help_panel=_FIXES),
]
UnsafeFixes = Annotated[
    bool | None,
    Option(
        "--unsafe-fixes/--no-unsafe-fixes",
        help="Count unsafe fixes in, and apply them with --fix.",
        rich_help_panel=_FIXES,
    ),
]
Select = Annotated[
    Selectors,
    Option(
        "--select",
        help="Rules to run: ALL, DEFAULT, packs, ids, globs, @category.",
        metavar="RULES",
        rich_help_panel=_RULES,
    ),
]
ExtendSelect = Annotated[
    Selectors,
    Option(
        "--extend-select",
        help="Rules to run besides.",
        metavar="RULES",
        rich_help_panel=_RULES,
    ),
]
Ignore = Annotated[
    Selectors,
    Option(
        "--ignore", help="Rules not to run.", metavar="RULES", rich_help_panel=_RULES
    ),
]
Fixable = Annotated[
    Selectors,
    Option(
        "--fixable",
        help="Rules whose fixes may be applied.",
        metavar="RULES",
        rich_help_panel=_RULES,
    ),
]
Unfixable = Annotated[
    Selectors,
    Option(
        "--unfixable",
        help="Rules whose fixes may not be applied.",
        metavar="RULES",
        rich_help_panel=_RULES,
    ),
]
MinSeverity = Annotated[
    str | None,
    Option(
        "--min-severity",
        help="neutral, minor, major or critical.",
        metavar="SEVERITY",
        rich_help_panel=_RULES,
    ),
]
MinConfidence = Annotated[
    str | None,
    Option(
        "--min-confidence",
        help="low, medium or high.",
        metavar="CONFIDENCE",
        rich_help_panel=_RULES,
    ),
]
SourceLanguage = Annotated[
    str | None,
    Option(
        "--source-language",
        help="The language translated from, as BCP 47; auto finds it.",
        metavar="TAG",
        rich_help_panel=_LANGUAGE,
    ),
]
TargetLanguage = Annotated[
    str | None,
    Option(
        "--target-language",
        help="The language translated into, as BCP 47; auto finds it.",
        metavar="TAG",
        rich_help_panel=_LANGUAGE,
    ),
]
Exclude = Annotated[
    Selectors,
    Option(
        "--exclude",
        help="Files and folders to pass over.",
        metavar="GLOB",
        rich_help_panel=_FILES,
    ),
]
ExtendExclude = Annotated[
    Selectors,
    Option(
        "--extend-exclude",
        help="Files and folders to pass over besides.",
        metavar="GLOB",
        rich_help_panel=_FILES,
    ),
]
ForceExclude = Annotated[
    bool | None,
    Option(
        "--force-exclude/--no-force-exclude",
        help="Pass over what is excluded even when it is named.",
        rich_help_panel=_FILES,
    ),
]
RespectGitignore = Annotated[
    bool | None,
    Option(
        "--respect-gitignore/--no-respect-gitignore",
        help="Pass over what Git ignores.",
        rich_help_panel=_FILES,
    ),
]
StdinFilename = Annotated[
    str | None,
    Option(
        "--stdin-filename",
        help="The name by which standard input is known.",
        metavar="PATH",
        rich_help_panel=_FILES,
    ),
]
StrictCollection = Annotated[
    bool,
    Option(
        "--strict-collection",
        help="Exit with 2 if any file cannot be read, named or not.",
        rich_help_panel=_FILES,
    ),
]
ShowFiles = Annotated[
    bool,
    Option("--show-files", help="List the files and stop.", rich_help_panel=_FILES),
]
ShowSettings = Annotated[
    bool,
    Option(
        "--show-settings",
        help="Print the settings of the first file and stop.",
        rich_help_panel=_FILES,
    ),
]
ShowSegments = Annotated[
    str | None,
    Option(
        "--show-segments",
        help="Print what rules see of a file and stop.",
        metavar="FILE",
        rich_help_panel=_FILES,
    ),
]
OutputFormat = Annotated[
    Selectors,
    Option(
        "--output-format",
        help="full, concise, grouped, html, markdown, json, jsonl, csv, sarif, github, "
        "gitlab, junit, checkstyle, rdjsonl, azure or teamcity; may be given again.",
        metavar="FORMAT[:PATH]",
        envvar="MTAUDIT_OUTPUT_FORMAT",
        rich_help_panel=_OUTPUT,
    ),
]
OutputFile = Annotated[
    str | None,
    Option(
        "-o",
        "--output-file",
        help="Where the report goes, if there is one.",
        metavar="PATH",
        envvar="MTAUDIT_OUTPUT_FILE",
        rich_help_panel=_OUTPUT,
    ),
]
Statistics = Annotated[
    bool,
    Option(
        "--statistics",
        help="Count the findings of each rule instead of showing them.",
        rich_help_panel=_OUTPUT,
    ),
]
Color = Annotated[
    str,
    Option(
        "--color",
        help="auto, always or never.",
        metavar="WHEN",
        rich_help_panel=_OUTPUT,
    ),
]
Quiet = Annotated[
    bool,
    Option("-q", "--quiet", help="Print findings only.", rich_help_panel=_OUTPUT),
]
NoProgress = Annotated[
    bool,
    Option("--no-progress", help="Show no progress bar.", rich_help_panel=_OUTPUT),
]
FailOn = Annotated[
    str | None,
    Option(
        "--fail-on",
        help="The severity that makes the exit code 1; never keeps it 0.",
        metavar="SEVERITY",
    ),
]
ExitZero = Annotated[
    bool, Option("-e", "--exit-zero", help="Exit with 0 whatever is found.")
]
IgnoreSuppressions = Annotated[
    bool,
    Option("--ignore-suppressions", help="Show what comments suppress."),
]
NoCache = Annotated[
    bool,
    Option("-n", "--no-cache", help="Use no results of earlier runs."),
]
NoGates = Annotated[
    bool,
    Option(
        "--no-gates",
        help="Try every rule on every text: slow, and nothing else is found.",
        hidden=True,
    ),
]
Jobs = Annotated[
    int,
    Option("-j", "--jobs", help="Processes for many files; 0 is one a core.", min=0),
]
CacheDir = Annotated[
    str | None,
    Option("--cache-dir", help="The folder for what is kept.", metavar="PATH"),
]
