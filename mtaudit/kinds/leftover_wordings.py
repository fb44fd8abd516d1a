"""What to write for text that was left in a foreign script."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mtaudit.kinds.base import Rows
from mtaudit.model import Applicability, Hit, Segment, TextSpan
from mtaudit.text.case import capitalise, transfer_case

_LATIN_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2}")
_PUNCTUATION = " .:!?…,;"
_NAMES_KEEP_CASE = frozenset({"institution", "name", "place"})
_NEVER_PART_OF_PHRASE = frozenset({"adjective", "time", "ui"})
_MOST_WORDS_OF_A_NAME = 3


class _Entry(NamedTuple):
    """A row of a glossary."""

    source: str
    target: str
    category: str
    note: str

    @property
    def wordings(self) -> tuple[str, ...]:
        """The translations, best first."""
        return tuple(self.target.split(" / "))


class Wordings:
    """
    Finds translations: in a glossary, then among the names of the document.

    Failing both, a name is transliterated; that is only to be shown.
    """

    def __init__(self, glossary: Rows, lang: str) -> None:
        self._lang = lang
        self._entries: Mapping[str, _Entry] = {
            _folded(row[0]): _Entry(*row) for row in glossary
        }

    def hit(self, span: TextSpan, leftover: str, names: frozenset[str]) -> Hit:
        """Return the hit on one stretch with the wordings for it, best first."""
        if words := self._translations(leftover, names):
            return Hit(span, words, limit=Applicability.UNSAFE)
        if not _is_name(leftover):
            return Hit(span)
        if name := self._name(leftover, names):
            return Hit(span, (name,), limit=Applicability.UNSAFE)
        from mtaudit.text.transliterate import transliterate

        latin = transliterate(leftover, self._lang)
        return Hit(span, (latin,), limit=Applicability.MANUAL)

    def _translations(self, leftover: str, names: frozenset[str]) -> tuple[str, ...]:
        """Return what the glossary has, the forms that the document uses first."""
        body = leftover.rstrip(_PUNCTUATION)
        tail = leftover[len(body) :]
        entry = self._entries.get(_folded(leftover))
        if entry is not None:
            tail = ""
        else:
            entry = self._entries.get(_folded(body))
        if entry is None:
            phrase = self._composed(body)
            return (phrase + tail,) if phrase else ()
        used = [word for word in entry.wordings if word in names]
        ranked = dict.fromkeys([*used, *entry.wordings])
        return tuple(_in_case(body, word, entry.category) + tail for word in ranked)

    def _composed(self, leftover: str) -> str | None:
        """Return adjectives and a noun translated word by word, if all are known."""
        entries = [self._entries.get(_folded(word)) for word in leftover.split()]
        known = [entry for entry in entries if entry is not None]
        if not 1 < len(entries) == len(known) <= _MOST_WORDS_OF_A_NAME:
            return None
        *first, last = known
        if last.category in _NEVER_PART_OF_PHRASE:
            return None
        if any(entry.category != "adjective" for entry in first):
            return None
        words = [entry.wordings[0] for entry in first]
        noun = _in_case("a", last.wordings[0], last.category)
        phrase = " ".join([*words, noun])
        return capitalise(phrase) if leftover[:1].isupper() else phrase

    def _name(self, leftover: str, names: Iterable[str]) -> str | None:
        """Return the name in the document that the leftover sounds like."""
        from mtaudit.text.similarity import best_romanised

        size = len(leftover.split())
        of_size = (name for name in names if len(name.split()) == size)
        alike = best_romanised(leftover, of_size, self._lang)
        return alike[0] if alike else None


def latin_names(segments: Iterable[Segment]) -> Iterator[str]:
    """Yield the capitalised words of a document, alone and up to three together."""
    for segment in segments:
        for match in _LATIN_NAME.finditer(segment.text):
            words = match[0].removesuffix("'s").removesuffix("’s").split()
            for size in range(1, len(words) + 1):
                for start in range(len(words) - size + 1):
                    yield " ".join(words[start : start + size])


def _is_name(leftover: str) -> bool:
    """Whether each of a few words has a capital and is not all capitals."""
    words = leftover.split()
    return len(words) <= _MOST_WORDS_OF_A_NAME and all(
        word[:1].isupper() and (len(word) == 1 or not word.isupper()) for word in words
    )


def _folded(phrase: str) -> str:
    """Return a phrase as the glossary is looked up."""
    return " ".join(phrase.casefold().replace("ё", "е").split())


def _in_case(model: str, word: str, category: str) -> str:
    """Return a translation with the capitals of what it stands for."""
    has_case = model.upper() != model.lower()
    if category in _NAMES_KEEP_CASE or word[1:2].isupper() or not has_case:
        return word
    return transfer_case(model, word[:1].lower() + word[1:])
