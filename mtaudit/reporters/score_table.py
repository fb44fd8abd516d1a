"""The scores of translations, for people: a table, signatures, weak segments."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mtaudit.model.score import Score, Scores, System, WeakSegment
from mtaudit.reporters.base import Look
from mtaudit.reporters.penalty import LEAST_WORDS, penalty
from mtaudit.reporters.summary import direction, listed, plural
from mtaudit.text.display import visible

_SIGNIFICANT = 0.05
_UNKNOWN = "–"
_FALLING = "↓"
"""Stands by what is better the less it is."""


def render(scores: Scores, look: Look) -> str:
    """Return the whole output, ending in a newline."""
    console = Console(
        file=StringIO(),
        width=look.width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        for part in _parts(scores):
            # A signature is to be copied: the terminal may break it, we do not.
            console.print(part, soft_wrap=isinstance(part, Text) and part.no_wrap)
    lines = captured.get().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _parts(scores: Scores) -> Iterator[RenderableType]:
    """Yield what stands below each other."""
    references = listed([visible(path) for path in scores.references])
    extent = plural(scores.segments, "segment")
    yield Text(f"{extent} against {references} ({direction(scores.languages)})")
    yield _table(scores)
    yield from map(Text, _notes(scores))
    yield from _signatures(scores.systems[0])
    if scores.weakest:
        yield Text("\nWeakest segments by chrF2++", style="bold")
        yield from map(_weak, scores.weakest)


def _table(scores: Scores) -> Table:
    """Return a row for each system; below each score, what sets it off the first."""
    first = scores.systems[0]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("", overflow="fold", min_width=8)
    for score in first.scores:
        falls = f" {_FALLING}" if score.metric == "TER" else ""
        table.add_column(f"{score.metric}{falls}", justify="right", no_wrap=True)
    table.add_column(f"Penalty {_FALLING}", justify="right", no_wrap=True)
    table.add_column("Findings", justify="right", no_wrap=True)
    for system in scores.systems:
        cells = [_cell(*pair) for pair in zip(system.scores, first.scores, strict=True)]
        weighed = penalty(system.findings, system.words)
        table.add_row(
            Text(visible(system.name), style="bold"),
            *cells,
            _UNKNOWN if weighed is None else f"{weighed:.2f}",
            f"{len(system.findings):,}",
        )
    return table


def _cell(score: Score, first: Score) -> Text:
    """Return a score, and what the test says of it."""
    text = Text(f"{score.value:.2f}", style="bold")
    if score.p is None:
        return text
    difference = score.value - first.value
    is_significant = score.p < _SIGNIFICANT
    is_better = (difference > 0) != (score.metric == "TER")
    style = "green" if is_better else "red"
    star = "*" if is_significant else " "
    below = f"\n{difference:+.3f} \np {score.p:.3f}{star}"
    return text.append(below, style=f"not bold {style if is_significant else ''}")


def _notes(scores: Scores) -> Iterator[str]:
    """Yield the sentences that say how to read the table."""
    first, *others = scores.systems
    yield f"{_FALLING} less is better; the penalty weighs the findings on 1,000 words."
    if any(system.words < LEAST_WORDS for system in scores.systems):
        yield f"Fewer than {LEAST_WORDS} words have no penalty."
    if scores.samples is not None:
        yield (
            f"p: how likely chance makes the difference to {visible(first.name)} so "
            f"large (paired bootstrap, {scores.samples:,} samples); * below "
            f"{_SIGNIFICANT}."
        )
    for other in others:
        changed = f"{other.changed or 0:,} of {plural(scores.segments, 'segment')}"
        yield f"{visible(other.name)} differs from {visible(first.name)} in {changed}."


def _signatures(system: System) -> Iterator[Text]:
    """Yield what it takes to get each score again."""
    yield Text()
    width = max(len(score.metric) for score in system.scores)
    for score in system.scores:
        name = f"{score.metric:<{width}}  "
        yield Text(no_wrap=True).append(name).append(score.signature, style="dim")


def _weak(segment: WeakSegment) -> Padding:
    """Return a segment with what it is held against."""
    head = Text(f"{visible(segment.key)}  {segment.chrf:.2f}", style="bold")
    if segment.rules:
        head.append(f"  {listed(segment.rules)}", style="not bold")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    rows = [("hypothesis", segment.hypothesis)]
    rows += [("reference", text) for text in segment.references]
    rows += [("source", segment.source)] if segment.source else []
    for name, text in rows:
        grid.add_row(name, visible(text))
    whole = Table.grid()
    whole.add_row(head)
    whole.add_row(Padding(grid, (0, 0, 0, 2)))
    return Padding(whole, (1, 0, 0, 0))
