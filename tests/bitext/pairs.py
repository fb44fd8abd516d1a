"""Pairs of pages, written for these tests: German or Russian, and English."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Page(NamedTuple):
    """A page and its translation, block by block; nothing is wrong with it."""

    source: tuple[str, ...]
    target: tuple[str, ...]


SUBJECTS = (
    ("die Mühle", "the mill", "muehle"),
    ("die Brücke", "the bridge", "bruecke"),
    ("die Bibliothek", "the library", "bibliothek"),
    ("die Fähre", "the ferry", "faehre"),
    ("die Werkstatt", "the workshop", "werkstatt"),
    ("die Schule", "the school", "schule"),
    ("die Bäckerei", "the bakery", "baeckerei"),
    ("die Sternwarte", "the observatory", "sternwarte"),
    ("die Gärtnerei", "the nursery", "gaertnerei"),
    ("die Markthalle", "the market hall", "markthalle"),
)


def _rows(name: str) -> list[list[str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


SENTENCES, RUSSIAN = _rows("sentences.tsv"), _rows("sentences_ru.tsv")

NAMES = ("Katharina Lindqvist", "Johanna Wertheim", "Friederike Sandmann")


def page(number: int) -> Page:
    """Return one of many pages; each number has its own."""
    german, english, key = SUBJECTS[number % len(SUBJECTS)]
    values = {
        "de": german,
        "en": english,
        "key": key,
        "year": 1850 + number % 90,
        "count": 20 + number % 70,
        "name": NAMES[number % len(NAMES)],
    }
    start = number % len(SENTENCES)
    chosen = [*SENTENCES[start:], *SENTENCES[:start]]
    body = [(de.format(**values), en.format(**values)) for de, en in chosen]
    code = f"```sh\n{key}-plan --year {values['year']} --from {key}.toml\n```"
    head = (f"# Über {german}", f"# About {english}")
    middle = ("## Was man wissen muss", "## What one has to know")
    blocks = [head, *body[:3], (code, code), middle, *body[3:]]
    return Page(*(tuple(block[side] for block in blocks) for side in (0, 1)))


KEEPERS = (
    ("Жуковский", "Zhukovsky", "Zhukovskiy"),
    ("Цветков", "Tsvetkov", "Cvetkov"),
    ("Юрьев", "Yuryev", "Iurev"),
    ("Ольховский", "Olkhovsky", "Olkhovskii"),
    ("Щукин", "Shchukin", "Schukin"),
)
"""A name, and two ways in which schemes write it."""


def page_of_names(number: int) -> Page:
    """Return one of several pages from Russian that name somebody three times."""
    name, written, _ = KEEPERS[number % len(KEEPERS)]
    values = {"ru": name, "en": written, "key": SUBJECTS[number % len(SUBJECTS)][2]}
    start = number % len(RUSSIAN)
    chosen = [*RUSSIAN[start:], *RUSSIAN[:start]]
    blocks = [tuple(side.format(**values) for side in row) for row in chosen]
    head = ("# Новости пристани", "# News of the pier")
    return Page(*(tuple(row[side] for row in (head, *blocks)) for side in (0, 1)))
