"""The commands and their options; what a command does is loaded when it is called."""

from typing import Annotated

import typer

from mtaudit.cli.baseline_app import baseline_app
from mtaudit.cli.check import check
from mtaudit.cli.more_options import Commit, Earlier
from mtaudit.cli.options import (
    CacheDir,
    Color,
    ConfigOption,
    FailOn,
    IsolatedOption,
    MinConfidence,
    OutputFile,
    OutputFormat,
    SourceLanguage,
    TargetLanguage,
)
from mtaudit.cli.score_app import score
from mtaudit.config.load import CommandLine

app = typer.Typer(
    name="mtaudit",
    help="Audit machine-translated text the way a linter audits code.",
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(score)
pack_app = typer.Typer(help="Look at rule packs, start one, and test it.")
app.add_typer(pack_app, name="pack")
app.add_typer(baseline_app, name="baseline")

triage_app = typer.Typer(help="Carry out what was decided in the HTML report.")
app.add_typer(triage_app, name="triage")

ReportFormat = Annotated[
    str, typer.Option("--output-format", help="text, markdown or json.")
]
Folder = Annotated[str, typer.Argument(help="The folder of the pack.")]


@app.command(hidden=True, name="explain")
@app.command()
def rule(
    rule_ids: Annotated[
        list[str] | None, typer.Argument(help="Rule ids, such as names/place-variant.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Every rule.")] = False,
    output_format: ReportFormat = "text",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Explain rules: why they matter, with examples, fixes and options."""
    from mtaudit.cli.explain import explain

    explain(
        rule_ids or [],
        every=every,
        output_format=output_format,
        said=CommandLine(config or (), isolated),
    )


@app.command()
def config(
    key: Annotated[
        str | None, typer.Argument(help="A key, such as names.style.")
    ] = None,
) -> None:
    """Describe the keys of the configuration."""
    from mtaudit.cli.config import print_keys

    print_keys(key)


@app.command()
def init(
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the files and write none.")
    ] = False,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")] = False,
    source_language: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="What the originals are in; else settings say it, or en.",
        ),
    ] = None,
) -> None:
    """Propose a configuration, a hook and a workflow for the repository here."""
    from mtaudit.cli.init import propose

    propose(source_language, dry_run=dry_run, yes=yes)


@app.command()
def clean(
    cache_dir: CacheDir = None,
    config: ConfigOption = None,
    *,
    isolated: IsolatedOption = False,
) -> None:
    """Remove what mtaudit keeps between runs: packs, facts on languages, results."""
    from mtaudit.cli.clean import remove_cache

    remove_cache(CommandLine(config or (), isolated, {"cache-dir": cache_dir}))


@app.command()
def version() -> None:
    """Print the version."""
    from mtaudit import __version__

    print(f"mtaudit {__version__}")


def _end_with_version(wanted: bool) -> None:  # noqa: FBT001 -- Typer's protocol
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            help="Print the version.",
            callback=_end_with_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Take what comes before a command."""


@app.command(hidden=True, name="help")
def help_(context: typer.Context) -> None:
    """Print the help."""
    print((context.parent or context).get_help())


@pack_app.command("list")
def pack_list(config: ConfigOption = None, *, isolated: IsolatedOption = False) -> None:
    """List the packs and how many rules each has."""
    from mtaudit.cli.pack import list_packs

    list_packs(CommandLine(config or (), isolated))


@pack_app.command("show")
def pack_show(
    name: Annotated[str, typer.Argument(help="The name of a pack.")],
    config: ConfigOption = None,
    *,
    isolated: IsolatedOption = False,
) -> None:
    """List the rules of a pack."""
    from mtaudit.cli.pack import show_pack

    show_pack(name, CommandLine(config or (), isolated))


@pack_app.command("new")
def pack_new(
    rule_id: Annotated[str, typer.Argument(help="PACK/NAME of the new rule.")],
    folder: Annotated[
        str, typer.Option("--in", help="The folder that holds the pack's folder.")
    ] = ".",
    kind: Annotated[str, typer.Option(help="The kind of the rule.")] = "existence",
) -> None:
    """Write a new card that loads, for you to fill in."""
    from mtaudit.cli.pack import new_card

    new_card(rule_id, folder, kind)


@pack_app.command("lint")
def pack_lint(folder: Folder = "") -> None:
    """Check the cards of a pack, and name rules that no gate holds back."""
    from mtaudit.cli.pack import lint_pack

    lint_pack(folder)


@pack_app.command("test")
def pack_test(folder: Folder = "") -> None:
    """Run the examples of every card of a pack."""
    from mtaudit.cli.pack import test_pack

    test_pack(folder)


@app.command()
def report(  # noqa: PLR0913 -- Typer makes an option of each parameter
    reports: Annotated[
        list[str], typer.Argument(help="Reports that --output-format json wrote.")
    ],
    *,
    output_format: OutputFormat = None,
    output_file: OutputFile = None,
    fail_on: FailOn = "never",
    color: Color = "auto",
    earlier: Earlier = None,
    commit: Commit = None,
) -> None:
    """Merge JSON reports, compare them with earlier ones, make them anew."""
    from mtaudit.cli.report import Remaking, remake

    formats = output_format or ["full"]
    wanted = Remaking(formats, output_file, fail_on, color, earlier or (), commit)
    remake(reports, wanted)


@triage_app.command("apply")
def triage_apply(  # noqa: PLR0913 -- Typer makes an option of each parameter
    decisions: Annotated[
        str, typer.Argument(help="What the report exports: decisions.json.")
    ],
    *,
    to_baseline: Annotated[
        bool,
        typer.Option("--to-baseline", help="Take what is for later as known."),
    ] = False,
    min_confidence: MinConfidence = None,
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Write the fixes and ignores that were decided on into the files."""
    from mtaudit.cli.triage import apply

    values = {
        "min-confidence": min_confidence,
        "source-language": source_language,
        "target-language": target_language,
    }
    said = CommandLine(config or (), isolated, values)
    apply(decisions, said, to_baseline=to_baseline)
