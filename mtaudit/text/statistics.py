"""Letter statistics: langdetect over a closed set of languages, made repeatable."""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import repeat
from operator import add, mul
from pathlib import Path
from pkgutil import get_data
from random import Random
from typing import Final

from mtaudit.kept import FACTS, state_of
from mtaudit.text.language import primary

_LEAST = 40
"""No detector is fit for shorter texts."""

_LEAST_PROBABILITY = 0.95

_KEPT = 256
"""Texts whose answer is kept: catalogues of many languages share their originals."""

_ROUNDING = 1e-9

# Of langdetect's estimate, as it has them.
_TRIALS, _MOST_STEPS, _PAUSE = 7, 1000, 5
_ALPHA, _ALPHA_WIDTH, _BASE, _DECIDED = 0.5, 0.05, 10_000, 0.99999

_BY_SCRIPT = {
    "Latn": (
        *("ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id"),
        *("it", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "tr"),
        "vi",
    ),
    "Cyrl": ("bg", "mk", "ru", "uk"),
}
"""The languages of a script that are told apart when no candidates are named."""

_BORDER: Final = "\0"
_COUNT: Final = "I"
"""What parts n-grams that are kept, and how their counts are."""

_NAMES = {"nb": "no", "nn": "no"}
"""What langdetect calls a language, where that is not its tag."""


def likeliest(text: str, script: str, candidates: Collection[str]) -> str | None:
    """
    Return the language of a text of 40 characters or more, if it is all but sure.

    The answer is a function of the arguments alone: the draws are seeded.
    """
    known = _BY_SCRIPT.get(script, ())
    named = {_name(tag) for tag in candidates} & {*known}
    names = tuple(sorted(named)) if candidates else known
    is_choice = len(names) > 1
    return _ask(text, script, names) if is_choice and len(text) >= _LEAST else None


def tells(tag: str, script: str) -> bool:
    """Whether a language is one that can be told from others of its script."""
    return _name(tag) in _BY_SCRIPT.get(script, ())


def _name(tag: str) -> str:
    """Return what langdetect calls a language."""
    language = primary(tag.replace("_", "-"))
    return _NAMES.get(language, language)


@lru_cache(maxsize=_KEPT)
def _ask(text: str, script: str, names: tuple[str, ...]) -> str | None:
    """
    Return the language of a text among those of `names`, or None.

    langdetect's estimate, draw by draw: the mean of `_TRIALS` walks, each of
    which takes n-grams at random until one language has all but the whole.
    What it cannot reach any more is not waited for.
    """
    grams = [*_grams(text, _table(script, names))]
    if not grams:
        return None
    draw = Random(0)  # noqa: S311 -- it is to be repeatable, not secret
    total = [0.0] * len(names)
    for left in reversed(range(_TRIALS)):
        shares = _walk(grams, draw)
        total = [
            sum_ + share / _TRIALS for sum_, share in zip(total, shares, strict=True)
        ]
        if max(total) + left / _TRIALS < _LEAST_PROBABILITY - _ROUNDING:
            return None
    best = max(total)
    return names[total.index(best)] if best >= _LEAST_PROBABILITY else None


def _walk(grams: Sequence[_Row], draw: Random) -> list[float]:
    """Return the share of each language after as many n-grams as decide it."""
    count = len(grams[0])
    shares = [1.0 / count] * count
    weight = (_ALPHA + draw.gauss(0.0, 1.0) * _ALPHA_WIDTH) / _BASE
    weights = (weight,) * count
    for step in range(_MOST_STEPS + 1):
        shares = [*map(mul, shares, map(add, weights, draw.choice(grams)))]
        if step % _PAUSE == 0:
            total = sum(shares)
            shares = [share / total for share in shares]
            if max(shares) > _DECIDED:
                break
    return shares


_Row = tuple[float, ...]
"""How frequent an n-gram is in each language."""


class _Table(dict[str, _Row | None]):
    """The frequencies of n-grams that were asked for; None for one nobody has."""

    def __init__(self, script: str, names: Sequence[str]) -> None:
        super().__init__()
        self._seen = _seen_in(script)
        self._columns = [_BY_SCRIPT[script].index(name) for name in names]

    def __missing__(self, gram: str) -> _Row | None:
        seen = self._seen.frequencies(gram)
        row = tuple(seen[each] for each in self._columns)
        self[gram] = row if any(row) else None
        return self[gram]


_table = cache(_Table)


def _grams(text: str, table: _Table) -> Iterator[_Row]:
    """Yield the frequencies of the n-grams of a text that some language has."""
    from langdetect.detector import Detector
    from langdetect.detector_factory import DetectorFactory
    from langdetect.utils.ngram import NGram

    detector = Detector(DetectorFactory())
    detector.append(text)
    detector.cleaning_text()
    window = NGram()
    for char in detector.text:
        window.add_char(char)
        if window.capitalword:
            continue
        last = window.grams
        for length in range(1, min(len(last), NGram.N_GRAM) + 1):
            gram = last[-length:]
            row = table[gram] if gram != " " else None
            if row is not None:
                yield row


class _Seen:
    """How often n-grams were seen in the languages of a script."""

    def __init__(
        self, grams: str, times: bytes, totals: Sequence[Sequence[int]]
    ) -> None:
        self._numbers = {gram: n for n, gram in enumerate(grams.split(_BORDER))}
        self._times = memoryview(times).cast(_COUNT)
        """Those of all n-grams in the first language, then in the next."""

        self._totals = totals
        """How many n-grams of each length, from 1 on, were seen in a language."""

    def frequencies(self, gram: str) -> Sequence[float]:
        """Return how frequent an n-gram is among those of its length, by language."""
        number = self._numbers.get(gram)
        if number is None:
            return [0.0] * len(self._totals)
        times = self._times[number :: len(self._numbers)]
        length = len(gram)
        return [
            count / totals[length - 1]
            for count, totals in zip(times, self._totals, strict=True)
        ]


@cache
def _seen_in(script: str) -> _Seen:
    """
    Return what langdetect knows of the languages of a script.

    To read a file of JSON for each language takes longer than all the rest.
    """
    state = state_of("langdetect", Path(__file__))
    counted = partial(_counted, script)
    return _Seen(*FACTS.recalled(f"letters-{script}", state, counted))


def _counted(script: str) -> tuple[str, bytes, list[list[int]]]:
    """Return what `_Seen` holds, as langdetect's own files say it."""
    said = [
        json.loads(get_data("langdetect", f"profiles/{name}") or b"")
        for name in _BY_SCRIPT[script]
    ]
    grams = sorted({gram for each in said for gram in each["freq"]})
    times = array(_COUNT)
    for each in said:
        times.extend(map(each["freq"].get, grams, repeat(0)))
    return _BORDER.join(grams), times.tobytes(), [each["n_words"] for each in said]
