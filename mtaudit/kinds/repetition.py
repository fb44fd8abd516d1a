"""repetition: a word, a phrase, a sentence or a whole segment said twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from mtaudit.kinds.base import DocumentKind
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.matching import Wording
from mtaudit.kinds.repeats import Copies, phrases_in_a_row, words_in_a_row
from mtaudit.model import Applicability, Document, Hit, Segment, TextSpan
from mtaudit.text.parted import BORDER
from mtaudit.text.sentences import sentences
from mtaudit.text.stripped import stripped
from mtaudit.text.words import count_words, fold
from mtaudit.text.wrapped import unwrapped

WORD, PHRASE, SENTENCE, SEGMENT = "word", "phrase", "sentence", "segment"

_LONGEST_PHRASE = 8

_Place = tuple[Segment, TextSpan]


_COLUMNS = " " * 3, "\t"
"""What parts the columns of a table in plain text."""


@dataclass(frozen=True, eq=False, repr=False)
class Repetition(Wording, DocumentKind):
    """
    Find what is said `times` times or more.

    ``word``: the same word in a row, with nothing but white space between. All
    copies are marked; the fix keeps one. Words in `allow` are passed over, and
    capitalised ones unless `names` is set ("Duran Duran").

    ``phrase``: `length` to `longest` words in a row, whatever marks stand
    between; where words are not written apart, characters. All copies are
    marked.

    ``sentence`` and ``segment``: the same one anywhere in the document, of
    `length` to `longest` words. Each copy but the first is marked.

    Case, and white space inside, make no difference; what has no letter is no
    repetition. Nothing is compared across code, placeholders and other opaque
    text. The message may name {times} and the thing said, {said}.
    """

    unit: str = WORD
    """``word``, ``phrase``, ``sentence`` or ``segment``."""

    length: int = 1
    """Fewest words of a phrase, a sentence, a segment."""

    longest: int | None = None
    """Most words; for phrases 8 if not given."""

    times: int = 2
    """Fewer copies are no repetition."""

    allow: tuple[str, ...] = ()
    """Words, or whole phrases, that may be repeated."""

    names: bool = False
    """Whether capitalised words count, too."""

    def __post_init__(self) -> None:
        require_one_of("unit", self.unit, (WORD, PHRASE, SENTENCE, SEGMENT))
        if self.times <= 1:
            raise ValueError("“times” must be 2 or more")

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each run of copies, or for each later copy."""
        segments = [*filter(self.concerns, document.segments)]
        if self.unit in {SENTENCE, SEGMENT}:
            yield from self._later_copies(segments)
            return
        in_a_row = self._in_a_row([each.text for each in segments])
        for number, group in groupby(in_a_row, itemgetter(0)):
            segment = segments[number]
            excepted = self.excepted(segment.text)
            for _, copies in group:
                hit = self._hit(segment.text, copies)
                if hit and not excepted.touch(hit.span):
                    yield segment, hit

    def _in_a_row(self, texts: list[str]) -> Iterator[tuple[int, Copies]]:
        """Yield what is said again at once, with the number of its text."""
        texts = [text.replace(BORDER, "\1") for text in texts]
        if self.unit == WORD:
            return words_in_a_row(texts, self.times)
        sizes = (self.length, self.longest or _LONGEST_PHRASE)
        return phrases_in_a_row(texts, sizes, self.times)

    def _hit(self, text: str, copies: Copies) -> Hit | None:
        """Return the hit of one run of copies, if it is a fault."""
        said = text[copies.span.start : copies.once_end]
        if self._may_be_said_again(said, copies.span.of(text)):
            return None
        is_word = self.unit == WORD
        if is_word and _is_twofold(unwrapped(text), copies.span):
            return None
        # What an engine's loop has swallowed is not known: a phrase said
        # once may still not be what the text should say.
        limit = Applicability.SAFE if is_word else Applicability.MANUAL
        slots = (("times", str(copies.times)), ("said", said))
        return Hit(copies.span, (said,), slots, limit=limit)

    def _may_be_said_again(self, said: str, copies: str) -> bool:
        """Whether a word or phrase is one that people repeat."""
        is_name = self.unit == WORD and all(map(_is_capitalised, copies.split()))
        return fold(said) in self._allowed or (is_name and not self.names)

    def _later_copies(
        self, segments: Iterable[Segment]
    ) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each copy of what the document has already said."""
        places: dict[str, list[_Place]] = {}
        for segment in segments:
            for span in self._units(segment.text):
                places.setdefault(_normal(span.of(segment.text)), []).append(
                    (segment, span)
                )
        for same in places.values():
            if len(same) < self.times:
                continue
            for segment, span in same[1:]:
                slots = (("times", str(len(same))), ("said", span.of(segment.text)))
                yield segment, Hit(span, slots=slots)

    def _units(self, text: str) -> Iterator[TextSpan]:
        """Yield the sentences, or the one segment, that are to be compared."""
        spans = sentences(text) if self.unit == SENTENCE else stripped(text)
        excepted = self.excepted(text)
        for span in spans:
            said = span.of(text)
            count = count_words(said)
            if count < self.length or count > (self.longest or count):
                continue
            is_prose = any(map(str.isalpha, said)) and "\ufffc" not in said
            is_allowed = fold(said) in self._allowed
            if is_prose and not is_allowed and not excepted.touch(span):
                yield span

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(map(fold, self.allow))


def _is_capitalised(word: str) -> bool:
    """Whether a word is written as a name is, and not all in capitals."""
    return word[:1].isupper() and not (word.isupper() and len(word) > 1)


def _normal(said: str) -> str:
    """Return what makes two copies the same."""
    return " ".join(fold(said).split())


def _is_twofold(text: str, span: TextSpan) -> bool:
    """Whether copies of a word stand in two columns, or are two words."""
    are_columns = any(gap in span.of(text) for gap in _COLUMNS)
    return are_columns or _changes_case(text, span)


def _changes_case(text: str, span: TextSpan) -> bool:
    """
    Whether copies of a word differ in case where no sentence begins.

    Then they are two words: in German a noun may follow its verb, and a name or
    a heading may follow a word that it is made of.
    """
    words = span.of(text).split()
    if len(set(words)) == 1:
        return False
    before = text[: span.start].rstrip('"“”‘’«»„(* ')
    begins = not before or before[-1] in ".!?…:\n—–-"
    return not begins or {words[0].lower()} != set(words[1:])
