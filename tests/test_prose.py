"""The prose: its links lead somewhere, its commands print what it says they print."""

import inspect
import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path

import pytest

from mtaudit.kinds import KINDS, kind_class
from mtaudit.packs.card import CardShape
from mtaudit.testing import check_example, pack_cards

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])

_CONSOLE = re.compile(r"```console\n(?P<lines>.*?)```", re.DOTALL)
_COMMAND = re.compile(
    r"\$ (?P<command>(?:[^#\n]*\| |\S*/)?mtaudit .*)\n(?P<output>(?:(?!\$ ).*\n)*)"
)
_LINK = re.compile(r"\]\((?P<target>[^)#\s]+)")
_KINDS = re.compile(
    r"<!-- kinds: from the code -->\n(?P<table>.*?)\n<!-- end -->", re.DOTALL
)
_CARD = re.compile(r"```yaml\n(?P<card>kind: .*?)```", re.DOTALL)
SHARED = {"unless", "ignore-case", "roles", "in-messages"}
"""Options that the page explains once."""

_FENCE = re.compile(r"```.*?```", re.DOTALL)

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)


def commands(page: Path) -> list[tuple[str, str]]:
    """Return the commands of ours that a page shows, with what it says they print."""
    blocks = _CONSOLE.finditer(page.read_text(encoding="utf-8"))
    return [
        (match["command"], match["output"])
        for block in blocks
        for match in _COMMAND.finditer(block["lines"])
    ]


def printed(command: str) -> str:
    """Return what a command line of a page prints in the project's folder."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80"}
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    run = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode < 2, run.stderr
    return run.stdout + run.stderr


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link of a page names a file that is there."""
    prose = _FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [match["target"] for match in _LINK.finditer(prose)]

    broken = [
        target
        for target in targets
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert [] == broken


@each_page
def test_commands_print_what_the_page_shows(
    page: Path, request: pytest.FixtureRequest
) -> None:
    """Output below a command is the output of that command, to the letter."""
    shown = [(command, output) for command, output in commands(page) if output]
    for command, output in shown:
        real = printed(command)
        if request.config.getoption("--update"):
            text = page.read_text(encoding="utf-8")
            page.write_text(
                text.replace(f"$ {command}\n{output}", f"$ {command}\n{real}"),
                encoding="utf-8",
            )
        else:
            assert output == real


@each_page
def test_commands_have_the_options_they_show(page: Path) -> None:
    """Each option of a command that is shown is one the program knows."""
    for command, _ in commands(page):
        words = shlex.split(command.rpartition("|")[2], comments=True)
        name = words[words.index(next(w for w in words if w.endswith("mtaudit"))) + 1]
        wanted = [word for word in words if word.startswith("--")]
        known = printed(f"mtaudit {name} --help")
        assert [] == [word for word in wanted if word not in known]


def test_cards_page_has_every_key() -> None:
    """Each key of a card has a row on the page about cards."""
    page = (ROOT / "docs/cards.md").read_text(encoding="utf-8")
    keys = [each.name.replace("_", "-").rstrip("-") for each in fields(CardShape)]

    assert [] == [key for key in keys if f"\n| `{key}` |" not in page]


@pytest.mark.parametrize("page", ["docs/cards.md", "CONTRIBUTING.md"])
def test_cards_that_are_shown_pass_their_examples(page: str, tmp_path: Path) -> None:
    """A card that is copied from a page is in order."""
    shown = _CARD.search((ROOT / page).read_text(encoding="utf-8"))
    assert shown is not None
    pack = tmp_path / "shown"
    pack.mkdir()
    (pack / "card.yaml").write_text(shown["card"], encoding="utf-8")

    (card,) = pack_cards(pack)

    for example in card.examples:
        check_example(card.rule, example)


def kinds_table() -> str:
    """Return a row for each kind: what its class says of itself, and its options."""
    rows = ["| Kind | What it does | Options |", "| --- | --- | --- |"]
    for name in filter(_is_there, KINDS):
        kind = kind_class(name)
        says = " ".join(inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0].split())
        said = (each for each in fields(kind) if not each.metadata.get("derived"))
        options = [each.name.replace("_", "-") for each in said]
        listed = ", ".join(f"`{each}`" for each in options if each not in SHARED)
        rows.append(f"| `{name}` | {says} | {listed} |")
    return "\n".join(rows)


def _is_there(name: str) -> bool:
    return find_spec(KINDS[name].partition(":")[0]) is not None


def test_cards_page_has_every_kind(request: pytest.FixtureRequest) -> None:
    """The table of kinds is what the classes say; --update writes it anew."""
    path = ROOT / "docs/cards.md"
    page = path.read_text(encoding="utf-8")

    marked = _KINDS.search(page)
    assert marked is not None
    if request.config.getoption("--update"):
        before, after = page[: marked.start("table")], page[marked.end("table") :]
        path.write_text(before + kinds_table() + after, encoding="utf-8")
    else:
        assert kinds_table() == marked["table"]
