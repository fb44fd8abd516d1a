"""name-spelling: one Cyrillic name in two romanisations, or in another than asked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.directions import Direction, directions
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.case import transfer_case
from mtaudit.text.cyrillic_names import Name, names_in, stem_of
from mtaudit.text.nominatives import nominatives
from mtaudit.text.romanisation import (
    SCHEMES,
    is_romanisation,
    romanised,
    scheme_of,
)

_CYRILLIC = ("ru", "uk", "be")
_SHORTEST = 4
_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_](?:['’](?!s(?!\w))|[^\W\d_])+")
_FEW_TIMES = {1: "", 2: ", twice"}


class _Use(NamedTuple):
    """One place where a translation has a name of its original."""

    segment: Segment
    span: TextSpan
    form: str
    lang: str

    @property
    def bare(self) -> str:
        """The form without what makes no other spelling."""
        return re.sub("['’]", "", self.form).casefold()


class _Key(NamedTuple):
    """What must be the same for two names to be one."""

    nominative: str
    bearer: str


@dataclass(frozen=True, eq=False, repr=False)
class NameSpelling(DocumentKind):
    """
    Find names of a Cyrillic original that are romanised in several ways.

    The spelling that the document has most is kept, of equals the first. With a
    `scheme`, find instead the names that are not written by it. Of names in a
    row, such as a first name and a surname, the first ones are compared only
    between rows that end alike, and a first name that also stands alone is then
    left alone. The message may name the {name}, the spelling
    to {keep} and how often it occurs ({times}), and by which scheme either is
    ({by}, {kept_by}).
    """

    needs_source = True

    scheme: str = ""
    """``press``, ``national``, ``bgn-pcgn``, ``ala-lc``, ``scientific``, ``iso-9``,
    ``gost``; empty for whichever the document prefers."""

    allow: tuple[str, ...] = ()
    """Spellings that are right by any scheme."""

    def __post_init__(self) -> None:
        require_one_of("scheme", self.scheme, ("", *SCHEMES))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each spelling that should be another."""
        allowed = {each.casefold() for each in self.allow}
        for key, uses in _uses(document, 1 if self.scheme else 2).items():
            counted = [use for use in uses if use.form.casefold() not in allowed]
            for use, right in self._wrong(key, counted):
                yield use.segment, _hit(key, use, _Right(right, counted))

    def _wrong(self, key: _Key, uses: Sequence[_Use]) -> Iterator[tuple[_Use, str]]:
        """Yield the uses that should be another form, and that form."""
        if not self.scheme:
            yield from _minority(uses)
            return
        for use in uses:
            right = romanised(key.nominative, use.lang, self.scheme)
            if right.casefold() != use.bare:
                yield use, right


class _Right(NamedTuple):
    """The spelling that should stand, and all that do."""

    form: str
    uses: Sequence[_Use]


def _minority(uses: Sequence[_Use]) -> Iterator[tuple[_Use, str]]:
    """Yield the uses that do not go with the majority, and the form that does."""
    counts = Counter(use.bare for use in uses)
    kept, _ = max(counts.items(), key=lambda each: each[1], default=("", 0))
    right = next((use.form for use in uses if use.bare == kept), "")
    for use in uses:
        if use.bare != kept:
            yield use, right


def _uses(document: Document, least: int) -> dict[_Key, list[_Use]]:
    """Return where the translation has which name that it may have `least` times."""
    pairs = [
        (segment, direction)
        for segment, direction in directions(document)
        if direction.source.startswith(_CYRILLIC)
    ]
    names = [*names_in(direction.original for _, direction in pairs)]
    counts = Counter(stem_of(name.word) for _, name in names)
    first_names = {stem_of(name.word) for _, name in names if name.bearer}
    found: defaultdict[_Key, list[_Use]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for number, name in names:
        stem = stem_of(name.word)
        if counts[stem] < least or (not name.bearer and stem in first_names):
            continue
        segment, direction = pairs[number]
        for use, key in _places(segment, direction, name):
            if (number, use.span.start) not in seen:
                seen.add((number, use.span.start))
                found[key].append(use)
    return found


def _places(
    segment: Segment, direction: Direction, name: Name
) -> Iterator[tuple[_Use, _Key]]:
    """Yield where a segment may have a name, and the name that it shows."""
    candidates = nominatives(name.word, direction.source)
    bearers = nominatives(name.bearer, direction.source) if name.bearer else ()
    words = [*_WORD.finditer(segment.text)]
    for match, following in zip_longest(words, words[1:]):
        nominative = _shown_by(match, candidates)
        if nominative is None:
            continue
        bearer = _shown_by(following, bearers)
        if bearer or not bearers:
            use = _Use(segment, TextSpan(*match.span()), match[0], direction.source)
            yield use, _Key(nominative, bearer or "")


def _shown_by(word: re.Match[str] | None, candidates: Sequence[str]) -> str | None:
    """Return the first of `candidates` that a word with a capital romanises."""
    if word is None or not candidates or len(word[0]) < _SHORTEST:
        return None
    if not word[0][0].isupper():
        return None
    bare = re.sub("['’]", "", word[0])
    return next((one for one in candidates if is_romanisation(bare, one)), None)


def _hit(key: _Key, use: _Use, right: _Right) -> Hit:
    """Return the hit of one use, with the words that a message may need."""
    fix = transfer_case(use.form, right.form)
    count = sum(other.form == right.form for other in right.uses)
    slots = (
        ("name", key.nominative),
        ("keep", fix),
        ("times", _FEW_TIMES.get(count, f", {count} times")),
        ("by", _told(scheme_of(use.form, key.nominative, use.lang))),
        ("kept_by", _told(scheme_of(right.form, key.nominative, use.lang))),
    )
    return Hit(use.span, (fix,), slots)


def _told(scheme: str | None) -> str:
    """Return a scheme as a phrase in brackets, or nothing."""
    return f" (as {scheme} has it)" if scheme else ""
