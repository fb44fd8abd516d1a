"""The command `mtaudit score`; what it does is loaded when it is called."""

from typing import Annotated

from typer import Argument, Option

from mtaudit.cli.options import (
    Color,
    ConfigOption,
    IsolatedOption,
    SourceLanguage,
    TargetLanguage,
)

Hypotheses = Annotated[
    list[str],
    Argument(help="Translations: lines of text, or a bilingual file.", metavar="HYP"),
]
References = Annotated[
    list[str],
    Option("--ref", help="What people made of it; may be given again.", metavar="REF"),
]
Source = Annotated[
    str | None,
    Option("--src", help="The original, for rules that need it.", metavar="SRC"),
]
Compare = Annotated[
    bool,
    Option("--compare", help="Compare the others with the first, by paired bootstrap."),
]
BeforeAfter = Annotated[
    bool,
    Option("--before-after", help="Compare with what --fix would make of it."),
]
UnsafeFixes = Annotated[
    bool,
    Option("--unsafe-fixes", help="With --before-after, apply unsafe fixes too."),
]
Worst = Annotated[
    int,
    Option(
        "--worst",
        help="How many of the weakest segments to show.",
        metavar="N",
        min=0,
    ),
]
ScoreFormat = Annotated[
    str, Option("--output-format", help="text or json.", metavar="FORMAT")
]


def score(  # noqa: PLR0913 -- Typer makes an option of each parameter
    hypotheses: Hypotheses,
    *,
    ref: References,
    src: Source = None,
    compare: Compare = False,
    before_after: BeforeAfter = False,
    unsafe_fixes: UnsafeFixes = False,
    worst: Worst = 5,
    source_language: SourceLanguage = None,
    target_language: TargetLanguage = None,
    output_format: ScoreFormat = "text",
    color: Color = "auto",
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> None:
    """Score translations against references, as sacrebleu does."""
    from mtaudit.cli.score import Asked, print_scores
    from mtaudit.config.load import CommandLine

    values = {"source-language": source_language, "target-language": target_language}
    asked = Asked(
        hypotheses,
        ref,
        src,
        compare=compare,
        before_after=before_after,
        unsafe_fixes=unsafe_fixes,
        worst=worst,
    )
    said = CommandLine(config or (), isolated, values)
    print_scores(asked, said, output_format=output_format, color=color)
