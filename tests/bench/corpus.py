"""Texts to time tools on: made of the seeds' sentences, varied, always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NAMES = ("Wren", "Farrow", "Alder", "Quill", "Marlow", "Tarn", "Heron", "Linden")
_ENDS = re.compile(r"(?<=[.?!])\s+")
_NO_PROSE = re.compile(r"\A---\n.*?\n---\n|```.*?```", re.DOTALL)
_CLEAN_TEXTS = "seeds/*/clean/*.txt"
_INLINE = ("**{}**", "*{}*", "`{}`", "[{}](https://example.org/{})")


class Corpus:
    """Makes pages of Markdown; the same number makes the same page."""

    def __init__(self) -> None:
        self._clean = [*_sentences("clean")]
        self._faulty = [*_sentences("mt")]
        plain = (re.findall(r"\b[a-z]{4,}\b", each) for each in self._clean)
        self._words = sorted({word for words in plain for word in words})

    def page(self, number: int, size: int = 8_000, faulty: float = 0.03) -> str:
        """Return a page of about `size` bytes; so many sentences are an engine's."""
        draw = random.Random(number)
        parts = [f"---\ntitle: Page {number}\nlang: en\n---"]
        length = len(parts[0])
        while length < size:
            parts.append(self._block(draw, faulty))
            length += len(parts[-1].encode()) + 2
        return "\n\n".join(parts) + "\n"

    def write(self, folder: Path, count: int, size: int = 8_000) -> list[str]:
        """Write pages into a new folder and return their paths."""
        folder.mkdir(parents=True)
        paths = [folder / f"{number:05}.md" for number in range(count)]
        for number, path in enumerate(paths):
            path.write_text(self.page(number, size), encoding="utf-8")
        return [*map(str, paths)]

    def _block(self, draw: random.Random, faulty: float) -> str:
        said = [self._sentence(draw, faulty) for _ in range(draw.randint(3, 6))]
        sort = draw.choices("hlctqp", (12, 13, 5, 5, 7, 58))[0]
        rows = "".join(f"\n| {draw.choice(_NAMES)} | {each} |" for each in said)
        shapes = {
            "h": "## " + " ".join(said[0].split()[:5]).rstrip(".,:;"),
            "l": "\n".join(f"- {each}" for each in said),
            "c": f"```\nmake {draw.choice(self._words)}\n```",
            "t": f"| Name | Note |\n| --- | --- |{rows}",
            "q": f"> {said[0]}",
            "p": _with_markup(" ".join(said).split(" "), draw),
        }
        return shapes[sort]

    def _sentence(self, draw: random.Random, faulty: float) -> str:
        """Return a sentence with some of its words changed for others."""
        sentence = draw.choice(self._faulty if draw.random() < faulty else self._clean)

        def other(match: re.Match[str]) -> str:
            return draw.choice(self._words) if draw.random() < 0.15 else match[0]

        return re.sub(r"\b[a-z]{4,}\b", other, sentence)


def _with_markup(words: list[str], draw: random.Random) -> str:
    """Return a paragraph of which one word is emphasised, code, or a link."""
    place = draw.randrange(len(words))
    if words[place].isalpha():
        words[place] = draw.choice(_INLINE).format(words[place], words[place])
    return " ".join(words)


def clean_page(number: int = 0) -> str:
    """Return a page of 8 kB in which nothing is to be found."""
    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob(_CLEAN_TEXTS))]
    blocks = (" ".join(each.split()) for text in texts for each in text.split("\n\n"))
    running = [each for each in blocks if len(each) > 200 and not {*each} & {*'"“'}]
    said = [each for block in running for each in _ENDS.split(block)]
    draw = random.Random(number)
    parts = ["# A page"]
    while sum(map(len, parts)) < 8_000:
        parts.append(" ".join(draw.sample(said, 5)))
    return "\n\n".join(parts) + "\n"


def _sentences(sort: str) -> Iterator[str]:
    """Yield the sentences of the running text of the seeds of one sort."""
    for path in sorted(ROOT.glob(f"seeds/*/{sort}/*")):
        if path.suffix not in {".md", ".txt"}:
            continue
        text = _NO_PROSE.sub("", path.read_text("utf-8"))
        for block in text.split("\n\n"):
            if not block.startswith(("#", "|", "-", ">", " ")):
                said = _ENDS.split(" ".join(block.split()))
                yield from (each for each in said if each.count(" ") > 3)
