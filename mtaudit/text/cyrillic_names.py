"""Names in a Cyrillic text: words with a capital that no sentence asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_CAPITALISED = re.compile(r"(?<![\w'’ʼ-])[А-ЯЁІЇЄҐЎ][а-яёіїєґў'’ʼ]{2,}(?![\w-])")
_INSIDE = re.compile(r"[\w,)»”]\s+(?:[«„“(]\s?)?$")
_BETWEEN = re.compile(r"\s+")
_STEM = 3
"""Letters that the forms of a name share."""


class Name(NamedTuple):
    """A word that is a name, as it is inflected in its place."""

    word: str
    bearer: str
    """The word behind it in the same run of names; empty for the last."""


def names_in(texts: Iterable[str]) -> Iterator[tuple[int, Name]]:
    """
    Yield the names of several texts, each with the number of its text.

    A word at the start of a sentence is a name if one of the texts has it
    elsewhere with a capital, whatever its ending.
    """
    all_texts = [*texts]
    runs = [[*_words(text)] for text in all_texts]
    known = {stem_of(word) for words in runs for word, _, inside in words if inside}
    for number, (text, words) in enumerate(zip(all_texts, runs, strict=True)):
        for place, (word, end, inside) in enumerate(words):
            if not inside and stem_of(word) not in known:
                continue
            bearer = ""
            if place + 1 < len(words):
                following = words[place + 1][0]
                if _BETWEEN.fullmatch(text, end, words[place + 1][1] - len(following)):
                    bearer = following
            yield number, Name(word, bearer)


def stem_of(word: str) -> str:
    """Return what the forms of a name have in common, in lower case."""
    return word[:_STEM].casefold()


def _words(text: str) -> Iterator[tuple[str, int, bool]]:
    """Yield words with a capital, their ends, and whether they stand in a sentence."""
    for match in _CAPITALISED.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        yield match[0], match.end(), bool(_INSIDE.search(before))
