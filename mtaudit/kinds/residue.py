"""residue: text left in a script that the target language is not written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise

from mtaudit.kinds.base import DocumentKind, Gate, Rows
from mtaudit.kinds.leftover_wordings import Wordings, latin_names
from mtaudit.model import OPAQUE, Document, Hit, Role, Segment, TextSpan
from mtaudit.text.scripts import (
    WITHOUT_WORD_ENDS,
    Run,
    beyond_ascii,
    count_ascii_letters,
    has_letter_of,
    runs_beyond_ascii,
    script_of,
    scripts_of,
)
from mtaudit.text.stripped import stripped
from mtaudit.text.words import count_words
from mtaudit.text.wrapped import unwrapped

_JOINTS = re.compile(
    r"[\s\d\-–—.,:;!?'’ʼ«»“”\"()/№%"
    r"\u3001-\u3003\u3008-\u3011\u30fb\uff01-\uff0f\uff1a-\uff20]*"
)
"""What may stand between two words of one stretch of leftover text."""

# A handle, an address, a file name, a word of two scripts: all of one piece.
_GLUED_BEFORE = re.compile(r"(?:[\w@#/.\\&=]|\w[-–])\Z")
_GLUED_AFTER = re.compile(r"[\w@/=]|[-–]\w")

# Scripts without spaces touch Latin letters and digits where they were left over.
_TAGGED_BEFORE = re.compile(r"[@#＃/\\&=]\Z")
_TAGGED_AFTER = re.compile(r"[@/=]")
_DOMAIN = re.compile(r"\w\.\w{2,}")
_TRAIL = re.compile(r"[!?.:…»]{1,3}")
_LETTERS = re.compile(r"[^\W\d_]")

# Words about words: next to them, a foreign word is the subject, not a leftover.
_ABOUT_WORDS = re.compile(
    r"(?i)\b(?:word|term|letter|phrase|spell(?:ed|ing|t)|alphabet|suffix|prefix"
    r"|pronounced?|hashtag|abbreviat\w{1,6}|acronym|inscription|slogan|meaning|means"
    r"|literally|lit\.|translat\w{1,6}|Cyrillic|Russian|Ukrainian|Belarusian"
    r"|Bulgarian|Serbian|Macedonian|Kazakh|Slavic|character|glyph|ideograph|kanji"
    r"|hanzi|hanja|hangul|hiragana|katakana|kana|pinyin|romaji|Mandarin|Cantonese"
    r"|in (?:Chinese|Japanese|Korean)"
    r"|(?:Chinese|Japanese|Korean) (?:name|for|text|title))s?\b"
)
_NEAR = 40
_BIBLIOGRAPHY = re.compile(r" // |\bISBN\b|\b[МЛK]\.: |\bС\. \d|\b\d{1,4} с\.")
_LANGUAGE_TABLE = 3
"""From so many foreign cells on, a table is about the other language."""

_FEW, _MANY = 4, 6
_NAME = re.compile(r"@?[^\W\d_a-z][\w.'’-]*(?: @?[\w.'’(-]+\)?){0,3}")
"""A person, as lists of those who took part have them."""

_LANGUAGE_NAME = re.compile(
    r"(?:[简簡繁]?[体體]|正體)?(?:中文|汉语|漢語)(?:翻译|翻譯|版)?"
    r"|日本語(?:訳|版|翻訳)?|한국어(?: (?:번역|판))?|Русский(?: язык| перевод)?"
    r"|Українська(?: мова)?|Беларуская|Български|Српски|Македонски|العربية|עברית"
)
"""A language by its own name, as menus of the languages of a page have it."""

_Found = list[tuple[Segment, list[Run]]]


@dataclass(frozen=True, eq=False, repr=False)
class Residue(DocumentKind):
    """
    Find text in foreign `scripts` that a translation left as it was.

    What a text is about is no residue: a name in brackets after its
    translation, a word that is being explained, a quotation that is glossed,
    an item of a menu that names a language in itself. A
    document that is mostly in the foreign script is not a translation at all.
    """

    scripts: tuple[str, ...] = ("Cyrl",)
    """ISO 15924 codes of scripts that should not occur."""

    whole_segment: bool = False
    """Mark lines that are foreign from end to end, and nothing else; or the reverse."""

    most_words: int = 8
    """With `whole-segment`: a longer line is running text, not a caption."""

    least_letters: int = 2
    """Shorter stretches are passed over: variables, models, initials."""

    lang: str = "ru"
    """The language of the leftovers: `glossary` and transliteration go by it."""

    glossary: Rows = field(
        default=(), metadata={"table": ("source", "target", "category", "note")}
    )
    """What to suggest. Several targets are parted by “ / ”, best first."""

    def gate(self) -> Gate:
        """Open where a letter of one of the scripts occurs."""
        return Gate(scripts=frozenset(self.scripts))

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield each stretch of leftover text, with what to write for it."""
        segments = [
            each
            for each in document.segments
            if _in_target(document, each) and not _names_language(each.text)
        ]
        found = [(each, runs) for each in segments if (runs := self._foreign(each))]
        if _is_mostly([run for _, runs in found for run in runs], segments):
            return
        people = _people(segments) if self.whole_segment else frozenset()
        names: frozenset[str] | None = None
        for segment, runs in _without_language_tables(found):
            if id(segment) in people:
                continue
            for span in self._spans(unwrapped(segment.text), runs):
                if names is None:
                    names = frozenset(latin_names(segments))
                leftover = span.of(segment.text)
                yield segment, self._wordings.hit(span, leftover, names)

    def _foreign(self, segment: Segment) -> list[Run]:
        """Return the runs of foreign letters in a segment."""
        if not has_letter_of(segment.text, self.scripts):
            return []
        return [
            run for run in runs_beyond_ascii(segment.text) if run.script in self.scripts
        ]

    def _spans(self, text: str, found: list[Run]) -> Iterator[TextSpan]:
        """Yield the stretches of one segment that are for this rule to mark."""
        for line in _lines(text):
            inside = [run for run in found if line.start <= run.start < line.end]
            spans = [*self._stretches(text, inside)]
            if not spans:
                continue
            if self._is_caption(text, line, spans):
                if self.whole_segment:
                    yield line
            elif not self.whole_segment and not _BIBLIOGRAPHY.search(line.of(text)):
                yield from _leftovers(text, spans)

    def _is_caption(self, text: str, line: TextSpan, spans: list[TextSpan]) -> bool:
        """Whether a short line is foreign from end to end."""
        whole = TextSpan(spans[0].start, spans[-1].end)
        outside = text[line.start : whole.start] + text[whole.end : line.end]
        between = whole.of(text)
        latin = any(script_of(char) == "Latn" for char in line.of(text))
        return (
            not _LETTERS.search(outside)
            and not latin
            and count_words(between) <= self.most_words
        )

    def _stretches(self, text: str, found: list[Run]) -> Iterator[TextSpan]:
        """Yield runs joined over what may stand between words of one stretch."""
        joined: list[tuple[int, int]] = []
        for run in found:
            if joined and _JOINTS.fullmatch(text, joined[-1][1], run.start):
                joined[-1] = joined[-1][0], run.end
            else:
                joined.append((run.start, run.end))
        for start, end in joined:
            yield from self._stretch(text, start, end)

    def _stretch(self, text: str, start: int, end: int) -> Iterator[TextSpan]:
        """Yield a stretch if it is long enough and free of Latin neighbours."""
        if _is_of_one_piece(text, start, end):
            return
        leftover = text[start:end]
        if len(_LETTERS.findall(leftover)) < self.least_letters:
            return
        if _DOMAIN.search(leftover) or (
            OPAQUE in text and _is_quoted(text, start, end)
        ):
            return
        trail = _TRAIL.match(text, end)
        closed = trail is not None and "«" in text[start:end] and "»" in trail[0]
        yield TextSpan(start, trail.end() if closed and trail else end)

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.glossary, self.lang)


def _is_mostly(runs: Iterable[Run], segments: Iterable[Segment]) -> bool:
    """Whether most letters of a document are in some runs of it."""
    whole = "".join(segment.text for segment in segments)
    letters = count_ascii_letters(whole) + len(_LETTERS.findall(beyond_ascii(whole)))
    return 2 * sum(run.end - run.start for run in runs) > letters > 2 * _NEAR


def _names_language(text: str) -> bool:
    """Whether a text is the name of a language in that language, and no more."""
    return _LANGUAGE_NAME.fullmatch(text.strip()) is not None


def _without_language_tables(found: _Found) -> _Found:
    """Return what was found but for cells of a table of foreign words."""
    in_cells = sum(segment.role == Role.CELL for segment, _ in found)
    if in_cells < _LANGUAGE_TABLE:
        return found
    return [each for each in found if each[0].role != Role.CELL]


def _is_of_one_piece(text: str, start: int, end: int) -> bool:
    """Whether a stretch is only part of a handle, a file name, a mixed word."""
    before, after = _GLUED_BEFORE, _GLUED_AFTER
    if not scripts_of(text[max(0, start - 1) : start + 1]).isdisjoint(
        WITHOUT_WORD_ENDS
    ):
        before = _TAGGED_BEFORE
    if not scripts_of(text[end - 1 : end + 1]).isdisjoint(WITHOUT_WORD_ENDS):
        after = _TAGGED_AFTER
    glued = before.search(text, max(0, start - 2), start) or after.match(text, end)
    return glued is not None


def _people(segments: Sequence[Segment]) -> frozenset[int]:
    """Return the ids of short items among many that are names: a list of people."""
    found: set[int] = set()
    for role, group in groupby(segments, lambda segment: segment.role):
        items = [*group] if role is Role.LIST_ITEM else []
        names = sum(_NAME.fullmatch(item.text.strip()) is not None for item in items)
        if names >= _MANY and 2 * names > len(items):
            found.update(id(item) for item in items if len(item.text.strip()) <= _FEW)
    return frozenset(found)


def _in_target(document: Document, segment: Segment) -> bool:
    """Whether a segment is in the target language as far as the file says."""
    if not segment.lang or not document.languages.target:
        return True
    target = document.languages.target.partition("-")[0]
    return segment.lang.partition("-")[0] == target


def _lines(text: str) -> Iterator[TextSpan]:
    """Yield the lines of a text without the white space around them."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        yield from stripped(text, start, end)
        start = end


def _leftovers(text: str, spans: list[TextSpan]) -> Iterator[TextSpan]:
    """Yield the stretches of running text that it is not about."""
    explained = [*pairwise([TextSpan(0, 0), *spans])]
    for before, span in explained:
        around = text[max(before.end, span.start - _NEAR) : span.start]
        after = text[span.end : span.end + _NEAR]
        if _ABOUT_WORDS.search(around) or _ABOUT_WORDS.search(after):
            continue
        if not _is_bracketed(around, after) and not _is_glossed(after):
            yield span


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands in quotation marks: next to code, it is an example."""
    return text[start - 1 : start] in set("\"'“‘") and text[end : end + 1] in set(
        "\"'”’"
    )


def _is_bracketed(before: str, after: str) -> bool:
    """Whether a stretch stands in brackets after Latin text."""
    opened = max(map(before.rfind, "([（"))
    closed = max(map(before.rfind, ")]）"))
    return opened > closed and bool(re.search(r"^[^()\[\]（）\n]{0,30}[)\]）]", after))


def _is_glossed(after: str) -> bool:
    """Whether a bracket with the translation follows."""
    return bool(re.match(r"[»”\"']?\s?[(\[][A-Za-z“\"']", after))
