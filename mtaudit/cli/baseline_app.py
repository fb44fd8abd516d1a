"""The commands of `mtaudit baseline`; what they do is loaded when one is called."""

from typing import Annotated

import typer

from mtaudit.cli.options import ConfigOption, IsolatedOption, Paths
from mtaudit.config.load import CommandLine

baseline_app = typer.Typer(help="Take what is found now as known.")

BaselineFile = Annotated[
    str | None, typer.Option("--baseline", help="The baseline.", metavar="PATH")
]


@baseline_app.command("create")
def baseline_create(
    paths: Paths = None,
    *,
    baseline: BaselineFile = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Write a baseline of all that is found now."""
    from mtaudit.cli.baseline import create

    create(paths or [], baseline, CommandLine(config or (), isolated))


@baseline_app.command("prune")
def baseline_prune(
    paths: Paths = None,
    *,
    baseline: BaselineFile = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Remove from the baseline what is not found any more."""
    from mtaudit.cli.baseline import prune

    prune(paths or [], baseline, CommandLine(config or (), isolated))


@baseline_app.command("diff")
def baseline_diff(
    paths: Paths = None,
    *,
    baseline: BaselineFile = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Print what is new since the baseline, and what is gone."""
    from mtaudit.cli.baseline import diff

    diff(paths or [], baseline, CommandLine(config or (), isolated))
