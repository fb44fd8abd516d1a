"""What is timed: one file, many, peers, growth, more rules, hostile texts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.bench.catalogues import AS_MANY, CHECKS, PACKAGE, RULES, copied
from tests.bench.corpus import Corpus, clean_page
from tests.bench.page import Row, Table
from tests.bench.peers import SLOW, Peers
from tests.bench.timing import Command, in_turn

_MEGABYTE = 1_000_000
_PACK_RULES = 1_000
HOSTILE = {
    "1 MB of one letter": "a" * _MEGABYTE,
    "1 MB of one word": "again " * (_MEGABYTE // 6),
    "1 MB of opening brackets": "[" * _MEGABYTE,
    "1 MB of opening brackets in lines": ("[(" * 40 + "\n") * (_MEGABYTE // 81),
}


class Bench:
    """Runs the tables one after the other, each over texts of its own."""

    def __init__(self, peers: Peers, folder: Path, scale: float) -> None:
        self._peers = peers
        self._folder = folder
        self._scale = scale
        self._corpus = Corpus()

    def tables(self) -> Iterator[Table]:
        """Yield each table once it is run."""
        yield self._one_file("One clean file of 8 kB", clean_page())
        yield self._one_file("One file of 8 kB with 15 findings", self._faulty(15))
        yield self._many()
        yield self._clean()
        yield from self._slow()
        yield from self._catalogues()
        yield self._growth()
        yield self._warm()
        yield self._sizes()
        yield self._rules()
        yield self._hostile()

    def _faulty(self, count: int) -> str:
        """Return the first page with so many findings."""
        path = self._folder / "faulty.md"
        command = [*self._mtaudit("--no-cache", "--output-format", "json").arguments]
        for number in range(200):
            page = self._corpus.page(number, faulty=0.2)
            path.write_text(page, encoding="utf-8")
            said = subprocess.run([*command, path], capture_output=True, check=False)
            if len(json.loads(said.stdout)["findings"]) == count:
                return page
        raise ValueError(f"no page has {count} findings")

    def _mtaudit(self, *arguments: str, target: str | None = "en") -> Command:
        program = str(self._peers.mtaudit / "mtaudit")
        flags = ["--isolated", "--no-progress"]
        flags += ["--target-language", target] if target else []
        env = {"XDG_CACHE_HOME": str(self._folder / "kept")}
        return Command([program, "check", *flags, *arguments], env)

    def _count(self, number: int) -> int:
        return max(1, round(number * self._scale))

    def _one_file(self, title: str, text: str) -> Table:
        path = self._folder / f"{len(text)}.md"
        path.write_text(text, encoding="utf-8")
        commands = {
            "**mtaudit**, cold": self._mtaudit("--no-cache", str(path)),
            "**mtaudit**, warm": self._mtaudit(str(path)),
        }
        for name in sorted(self._peers.bins.keys() - {"pofilter"}):
            commands[name] = self._peers.command(name, [str(path)])
        commands["python -c pass"] = Command(
            [str(self._peers.mtaudit / "python"), "-c", ""]
        )
        return _table(title, commands, rounds=7)

    def _many(self) -> Table:
        count = self._count(1_000)
        paths = self._corpus.write(self._folder / "many", count)
        folder = str(self._folder / "many")
        page = Path(paths[count // 2])

        def change() -> None:
            page.write_text(page.read_text("utf-8") + "More.\n", encoding="utf-8")

        one_changed = self._mtaudit(folder)._replace(before=change)
        commands = {
            "**mtaudit**, 2 jobs, cold": self._mtaudit(
                "--no-cache", "--jobs=2", folder
            ),
            "**mtaudit**, 1 job, cold": self._mtaudit("--no-cache", "--jobs=1", folder),
            "**mtaudit**, warm": self._mtaudit(folder),
            "**mtaudit**, warm but for one": one_changed,
        }
        for name in sorted(self._peers.bins.keys() - {"pofilter", *SLOW}):
            commands[name] = self._peers.command(name, [folder])
        return _table(f"{_files(count)} of 8 kB", commands, rounds=3)

    def _clean(self) -> Table:
        """Return how long clean files take beside the tool that is most alike."""
        count = 300  # of fewer the start would be most
        folder = self._folder / "clean"
        folder.mkdir()
        paths = [folder / f"{number}.md" for number in range(count)]
        for number, path in enumerate(paths):
            path.write_text(clean_page(number), encoding="utf-8")
        cold = ("--no-cache", "--jobs=2", str(folder))
        commands = {"**mtaudit**, 2 jobs, cold": self._mtaudit(*cold)}
        if "proselint" in self._peers.bins:
            commands["proselint"] = self._peers.command("proselint", [*map(str, paths)])
        return _table(f"{_files(count)} of 8 kB, all clean", commands, rounds=3)

    def _slow(self) -> Iterator[Table]:
        """Yield a table for each tool for which three rounds would take too long."""
        paths = self._corpus.write(self._folder / "slow", self._count(1_000))
        for name in sorted(SLOW & self._peers.bins.keys()):
            some = paths[: max(1, len(paths) // 100)] if name == "harper" else paths
            cold = ("--no-cache", "--jobs=2", *some)
            commands = {
                "**mtaudit**, 2 jobs, cold": self._mtaudit(*cold),
                name: self._peers.command(name, some),
            }
            title = f"{_files(len(some))} of 8 kB beside {name}"
            yield _table(title, commands, rounds=1)

    def _catalogues(self) -> Iterator[Table]:
        """Yield how long catalogues take beside pofilter, by the rules that run."""
        if not (self._peers.catalogues and "pofilter" in self._peers.bins):
            return
        folder, out = self._folder / "po", self._folder / "po-out"
        # However small the other texts are: of fewer the start would be most.
        count = copied(self._peers.catalogues, folder, 1_000)
        cold = ("--no-cache", "--jobs=2", str(folder))
        chosen = (f"--select={','.join(RULES)}", *cold)
        many = (f"--select={','.join(AS_MANY)}", *cold)
        commands = {
            "**mtaudit**, 2 jobs, cold": self._mtaudit(*chosen, target=None),
            "**mtaudit**, 1 job": self._mtaudit(*chosen, "--jobs=1", target=None),
            f"**mtaudit**, {len(AS_MANY)} rules": self._mtaudit(*many, target=None),
            "**mtaudit**, rules by default": self._mtaudit(*cold, target=None),
            "pofilter": self._peers.command("pofilter", [str(folder), str(out)]),
        }
        note = (
            f"The catalogues are {PACKAGE}'s. pofilter makes all its "
            f"{CHECKS} checks; mtaudit runs the {len(RULES)} rules that answer "
            "those of them that have an answer, but for two rows."
        )
        title = f"{_files(count)} of messages (PO)"
        yield _table(title, commands, rounds=3)._replace(note=note)

    def _growth(self) -> Table:
        rows: list[Row] = []
        for count in sorted({*map(self._count, (1, 10, 100, 1_000, 10_000))}):
            place = self._folder / f"grow{count}"
            self._corpus.write(place, count)
            folder = str(place)
            commands = {
                f"{_files(count)}, 1 job, cold": self._mtaudit(
                    "--no-cache", "--jobs=1", folder
                ),
                f"{_files(count)}, 2 jobs, cold": self._mtaudit(
                    "--no-cache", "--jobs=2", folder
                ),
                f"{_files(count)}, warm": self._mtaudit(folder),
            }
            rows += _table("", commands, rounds=3 if count < 500 else 1).rows
        return Table("More files", [row._replace(first=None) for row in rows])

    def _warm(self) -> Table:
        """Return how long the most files of the growth take that has come before."""
        count = self._count(10_000)
        folder = str(self._folder / f"grow{count}")
        commands = {
            "**mtaudit**, warm, concise": self._mtaudit(
                "--output-format", "concise", folder
            ),
            "**mtaudit**, warm": self._mtaudit(folder),
        }
        if "typos" in self._peers.bins:
            commands["typos"] = self._peers.command("typos", [folder])
        return _table(f"{_files(count)} of 8 kB, warm", commands, rounds=3)

    def _sizes(self) -> Table:
        rows: list[Row] = []
        for size in map(self._count, (1_000, 50_000, 500_000, 5_000_000, 50_000_000)):
            path = self._folder / f"one{size}.txt"
            pages = self._corpus.page(0, min(size, _MEGABYTE))
            path.write_text((pages * (size // len(pages) + 1))[:size], encoding="utf-8")
            flags = ("--no-cache", "--config", "max-file-size = 64", str(path))
            commands = {f"{size / 1000:,.0f} kB": self._mtaudit(*flags)}
            rows += _table("", commands, rounds=1).rows
        return Table("A larger file", [row._replace(first=None) for row in rows])

    def _rules(self) -> Table:
        pack = self._folder / "more"
        pack.mkdir()
        for number in range(_PACK_RULES):
            (pack / f"rule-{number}.yaml").write_text(_card(number), encoding="utf-8")
        count = max(10, self._count(100))
        paths = self._corpus.write(self._folder / "rules", count)
        said = f'packs = ["{pack}"]'
        commands = {
            "with a pack of 1,000 more": self._mtaudit(
                "--no-cache", "--jobs=1", "--config", said, *paths
            ),
            "built-in rules": self._mtaudit("--no-cache", "--jobs=1", *paths),
        }
        return _table(f"Twice the rules, on {_files(count)}", commands, rounds=3)

    def _hostile(self) -> Table:
        commands = {}
        for name, text in HOSTILE.items():
            path = self._folder / f"{name}.md"
            path.write_text(text, encoding="utf-8")
            commands[name] = self._mtaudit("--no-cache", str(path))
        table = _table("Hostile texts", commands, rounds=1)
        return table._replace(rows=[row._replace(first=None) for row in table.rows])


def _table(title: str, commands: dict[str, Command], rounds: int) -> Table:
    """Run commands in turn; the first is the one that the others are held against."""
    runs = in_turn(commands, rounds)
    first = next(iter(runs.values()))
    rows = [Row(name, run, first) for name, run in runs.items()]
    return Table(title, [rows[0]._replace(first=None), *rows[1:]])


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _card(number: int) -> str:
    """Return a card: every other one looks for literals, the rest for patterns."""
    word = "".join(
        "bdfglmnprstvz"[int(digit)] + "aeiou"[int(digit) % 5]
        for digit in f"{number:04}"
    )
    if number % 2:
        how, bad = f"  phrases: [{word} harbor, {word}]", f"The ⟦{word}⟧ is here."
    else:
        how = f"  patterns: ['\\b{word}(?:s|ed)?\\s+(?:of|from)\\b']"
        bad = f"We saw ⟦{word}s from⟧ here."
    return (
        f"kind: existence\nmessage: “{{match}}” is a word\nseverity: minor\n"
        f"category: style/awkward\nconfidence: high\nwhy: To have one more rule.\n"
        f'with:\n{how}\nexamples:\n  - bad: "{bad}"\n  - good: "The harbor is here."\n'
    )
