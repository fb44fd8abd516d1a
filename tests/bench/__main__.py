"""
Time mtaudit beside codespell and proselint on the same files.

    python -m tests.bench

Texts are made of the sentences of the clean seeds, shuffled with a fixed seed. The
tools run as whole processes in turn; medians and ratios of medians are printed.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
TOOLS = {
    "mtaudit": ["mtaudit", "check", "--isolated", "--quiet", "--target-language", "en"],
    "codespell": ["codespell"],
    "proselint": ["proselint", "check"],
}
SIZE = 8_000


def main() -> None:
    """Run the tools on one file, and on three hundred."""
    sentences = [*_sentences()]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(300):
            text = _page(sentences, random.Random(number))
            Path(folder, f"{number}.md").write_text(text, encoding="utf-8")
        print(f"one file of {SIZE:,} bytes")
        _compare([str(Path(folder, "0.md"))], rounds=15)
        print("300 files of that size")
        _compare([folder], rounds=3)
        print("five changed files, as a hook checks them")
        _compare_hook([str(Path(folder, f"{number}.md")) for number in range(5)])


def _sentences() -> Iterator[str]:
    for path in sorted(ROOT.glob("seeds/*/clean/*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            if len(block) > 200 and '"' not in block and "“" not in block:
                yield from re.split(r"(?<=[.?!])\s+", block)


def _page(sentences: list[str], draw: random.Random) -> str:
    """Return a page of Markdown: headings, paragraphs, a list."""
    parts = ["# A page\n"]
    while sum(map(len, parts)) < SIZE:
        parts.append(" ".join(draw.sample(sentences, 5)) + "\n")
        if draw.random() < 0.2:
            parts.append(
                "\n".join(f"- {each}" for each in draw.sample(sentences, 3)) + "\n"
            )
    return "\n".join(parts)


def _compare_hook(paths: list[str]) -> None:
    """Print the time of a hook as a ratio to the import of its two libraries."""
    python = [sys.executable, "-c", "import typer, rich.console"]
    hook = [str(BIN / "mtaudit"), "check", "--force-exclude", "--no-progress", *paths]
    times: list[list[float]] = [[], []]
    for number in range(16):
        for command, each in zip((hook, python), times, strict=True):
            taken = _time_of(command)
            if number:
                each.append(taken)
    ratio = statistics.median(times[0]) / statistics.median(times[1])
    print(f"  mtaudit / import typer, rich.console: {ratio:.2f}")


def _time_of(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - began


def _compare(paths: list[str], rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in TOOLS}
    for number in range(rounds + 1):
        for name, command in TOOLS.items():
            taken = _time_of([str(BIN / command[0]), *command[1:], *paths])
            if number:  # the first round warms the caches
                times[name].append(taken)
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, median in medians.items():
        ratio = medians["mtaudit"] / median
        print(f"  {name:10} {median * 1000:8.0f} ms   mtaudit / {name}: {ratio:.2f}")


if __name__ == "__main__":
    main()
