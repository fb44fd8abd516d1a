"""Options of `check` about scope, fixes that were made, and running again."""

# Annotations are evaluated here: see `options`.

from typing import Annotated

from typer import Option

_SCOPE = "Scope"
_FIXES = "Fixes"
_OUTPUT = "Output"
_ORIGINALS = "Originals"

Since = Annotated[
    str | None,
    Option(
        "--since",
        help="Only what changed since the branch left this commit.",
        metavar="REF",
        rich_help_panel=_SCOPE,
    ),
]
Staged = Annotated[
    bool,
    Option(
        "--staged", help="Only what is staged, as it is staged.", rich_help_panel=_SCOPE
    ),
]
ChangedLines = Annotated[
    str | None,
    Option(
        "--changed-lines",
        help="Of changed files: added lines, context, or the whole file. "
        "[default: added]",
        metavar="added|context|file",
        rich_help_panel=_SCOPE,
    ),
]
BaselinePath = Annotated[
    str | None,
    Option(
        "--baseline",
        help="The baseline whose findings are known and do not count.",
        metavar="PATH",
        rich_help_panel=_SCOPE,
    ),
]
NoBaseline = Annotated[
    bool, Option("--no-baseline", help="Use no baseline.", rich_help_panel=_SCOPE)
]
AddIgnore = Annotated[
    bool,
    Option(
        "--add-ignore",
        help="Suppress what is found, by comments or in .mtaudit-ignore.toml; "
        "--add-ignore=REASON says why.",
        rich_help_panel=_SCOPE,
    ),
]
Reason = Annotated[
    str | None,
    Option("--reason", help="Why, for --add-ignore.", rich_help_panel=_SCOPE),
]
FixOnly = Annotated[
    bool,
    Option(
        "--fix-only",
        help="Apply fixes and do not report what is left.",
        rich_help_panel=_FIXES,
    ),
]
ShowFixes = Annotated[
    bool | None,
    Option(
        "--show-fixes/--no-show-fixes",
        help="List the fixes that were applied.",
        rich_help_panel=_FIXES,
    ),
]
ExitNonZeroOnFix = Annotated[
    bool,
    Option(
        "--exit-non-zero-on-fix",
        help="Exit with 1 if anything was fixed, even if nothing is left.",
        rich_help_panel=_FIXES,
    ),
]
MaxDiagnostics = Annotated[
    int | None,
    Option(
        "--max-diagnostics",
        help="Show no more findings than this, in formats for people.",
        metavar="N",
        min=0,
        rich_help_panel=_OUTPUT,
    ),
]
Watch = Annotated[
    bool,
    Option("-w", "--watch", help="Run again whenever a file changes."),
]
Earlier = Annotated[
    list[str] | None,
    Option(
        "--earlier",
        help="A JSON report of an earlier run to compare with; may be given again, "
        "the oldest first.",
        metavar="PATH",
        rich_help_panel=_OUTPUT,
    ),
]
Source = Annotated[
    str | None,
    Option(
        "--source",
        help="The original of the one file that is audited.",
        metavar="FILE",
        rich_help_panel=_ORIGINALS,
    ),
]
ShowAlignment = Annotated[
    str | None,
    Option(
        "--show-alignment",
        help="Print a file beside its original, block by block, and stop.",
        metavar="FILE",
        rich_help_panel=_ORIGINALS,
    ),
]
ShowStale = Annotated[
    bool,
    Option(
        "--show-stale",
        help="List translations whose original was committed after them, and stop.",
        rich_help_panel=_ORIGINALS,
    ),
]
Commit = Annotated[
    str | None,
    Option(
        "--commit",
        help="Lead from findings to their lines in this commit, on the server of "
        "“origin” or at commit-url.",
        metavar="REF",
        rich_help_panel=_OUTPUT,
    ),
]
