"""name-variant: a form of a name that is not the house style's, or not the text's."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from mtaudit.kinds import name_context as context
from mtaudit.kinds.base import DocumentKind, Gate, Rows
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import may_hold
from mtaudit.kinds.name_table import (
    COLUMNS,
    NONE,
    OWN_COLUMNS,
    STYLES,
    Name,
    name_of,
    own_name,
    spellings,
)
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.parted import handfuls, holding, joined
from mtaudit.text.patterns import any_of
from mtaudit.text.words import flatten, folded_words, tokens

_SHUT = Gate(words=frozenset({" "}))
"""Open for no text: no word is a space."""

_FEW_TIMES = {0: "", 1: "", 2: ", twice"}
_WORD = re.compile(r"\w+")


class _Form(NamedTuple):
    """One form of a name, as it is looked for."""

    words: frozenset[str]
    flat: str
    form: str
    """As the table has it."""

    @property
    def first_word(self) -> str:
        """The word by which a table is looked up."""
        first = _WORD.search(self.flat)
        return first[0] if first else ""


class _Use(NamedTuple):
    """One place where a document uses a name."""

    segment: Segment
    span: TextSpan
    form: str
    """As the table has it, whatever the case in the text."""


@dataclass(frozen=True, eq=False, repr=False)
class NameVariant(DocumentKind):
    """
    Find forms of names that the house style does not have.

    With `mixed`, find instead the forms that a document uses beside the one it
    should keep: the style's if it is there, else the most frequent. A form
    counts as a whole word, in its own case or in capitals; it is passed over
    in titles of works, in addresses, and where the other form explains it.
    """

    table: Rows = field(default=(), metadata={"table": COLUMNS})
    """The names: a TSV beside the card."""

    second_table: Rows = field(default=(), metadata={"table": COLUMNS})
    third_table: Rows = field(default=(), metadata={"table": COLUMNS})
    own_table: Rows = field(default=(), metadata={"table": OWN_COLUMNS})
    """A house style of one's own, in force where `style` names no built-in one."""

    style: str = "official"
    """``official``, ``russian-press``, ``ap``, ``guardian``, or ``none``."""

    allow: tuple[str, ...] = ()
    """Phrases in which any form is right."""

    mixed: bool = False
    """Whether to ask for one form in one text, and not for the style's."""

    history: bool = True
    """Whether a year before 1992 nearby makes an older form right."""

    surnames: tuple[str, ...] = ()
    """Forms that are surnames too: they count only after “in”, “near” and such."""

    rows: Mapping[str, tuple[int, ...]] = field(
        default_factory=dict, metadata={"derived": True}
    )
    """The rows of the tables that have a form that begins with a word, by the word."""

    def derived(self) -> dict[str, Any]:
        """Return which rows to read for which word: tables are long, texts name few."""
        return {"rows": self._rows_by_word()}

    def gate(self) -> Gate:
        """Open where a form occurs that could be a hit."""
        # Of two forms of a name in one text, one is not the first.
        names = map(self._name, range(len(self._rows)))
        forms = [
            form
            for name in names
            for form in (name.forms[1:] if self.mixed else name.wrong)
        ]
        return gate_for(forms) if forms else _SHUT

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each use of a form that should be another."""
        for name, uses in self._uses(document):
            counts = Counter(use.form for use in uses)
            kept = _kept(name, counts) if self.mixed else None
            for use in uses:
                right = kept or name.nearest(use.form)
                if use.form != right:
                    yield use.segment, self._hit(use, right, counts)

    @property
    def _has_own(self) -> bool:
        return self.style not in (*STYLES, NONE)

    @cached_property
    def _rows(self) -> Rows:
        if self._has_own:
            return self.own_table
        return (*self.table, *self.second_table, *self.third_table)

    def _rows_by_word(self) -> dict[str, tuple[int, ...]]:
        index: dict[str, tuple[int, ...]] = {}
        for number in range(len(self._rows)):
            forms = self._name(number).forms
            for word in {_looked_for(form).first_word for form in forms}:
                index[word] = (*index.get(word, ()), number)
        return index

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[int, ...]]:
        return (not self._has_own and self.rows) or self._rows_by_word()

    @cached_property
    def _names(self) -> dict[int, Name]:
        return {}

    def _name(self, number: int) -> Name:
        """Return the name in a row of the tables, as the style has it."""
        if number not in self._names:
            row = self._rows[number]
            name = own_name(row) if self._has_own else name_of(row, self.style)
            self._names[number] = name
        return self._names[number]

    def _uses(self, document: Document) -> Iterator[tuple[Name, list[_Use]]]:
        """Yield each name that the document uses, with the uses that count."""
        texts = [segment.text for segment in document.segments]
        present = self._present(texts)
        strings = {form.flat for forms in present.values() for form in forms}
        found: dict[int, list[_Use]] = {}
        for place in holding(texts, strings):
            flat = flatten(texts[place])
            for number, forms in present.items():
                held = tuple(each.form for each in forms if each.flat in flat)
                if held:
                    uses = self._uses_in(document.segments[place], number, held)
                    found.setdefault(number, []).extend(uses)
        for number, all_uses in sorted(found.items()):
            name = self._name(number)
            needs = (_looked_for(need).flat for need in name.needs)
            if not name.needs or holding(texts, needs):
                yield name, all_uses

    def _present(self, texts: Sequence[str]) -> dict[int, list[_Form]]:
        """Return the numbers of names and the forms of them that texts may hold."""
        known: dict[int, set[_Form]] = {}
        for _, some in handfuls(texts):
            whole = joined(some)
            flat, words = flatten(whole), folded_words(whole)
            for word in words & self._by_word.keys():
                for number in self._by_word[word]:
                    known.setdefault(number, set()).update(
                        form
                        for form in self._forms(number)
                        if words.issuperset(form.words) and form.flat in flat
                    )
        # A text that has one form of a name does not mix two.
        least = 2 if self.mixed else 1
        return {
            number: [form for form in self._forms(number) if form in held]
            for number, held in known.items()
            if len(held) >= least
        }

    def _forms(self, number: int) -> Iterator[_Form]:
        """Yield the forms of a name that are looked for."""
        name = self._name(number)
        return map(_looked_for, name.forms if self.mixed else name.wrong)

    def _uses_in(
        self, segment: Segment, number: int, forms: tuple[str, ...]
    ) -> Iterator[_Use]:
        """Yield the uses of one name in a segment that no context excuses."""
        by_spelling = {spelt: form for form in forms for spelt in spellings(form)}
        for match in _exactly(forms).finditer(segment.text):
            form = by_spelling[" ".join(match[0].split()).replace("’", "'")]
            use = _Use(segment, TextSpan(*match.span()), form)
            if not self._is_excused(self._name(number), use):
                yield use

    def _is_excused(self, name: Name, use: _Use) -> bool:
        """Whether the place makes any form right."""
        text, span = use.segment.text, use.span
        others = tuple(form for form in name.forms if form != use.form)
        return bool(
            context.is_address(text, span)
            or context.follows_initial(text, span)
            or (use.form in self.surnames and not context.is_located(text, span))
            or (self.history and context.is_past(text, span))
            or context.is_title(text, span)
            or self._is_in_phrase(name, use)
            or (others and context.is_gloss(text, span, _any_of(others)))
        )

    def _is_in_phrase(self, name: Name, use: _Use) -> bool:
        """Whether the place is part of a phrase in which any form is right."""
        text, phrases = use.segment.text, name.exceptions + self.allow
        if not phrases or not may_hold(phrases, text):
            return False
        longest = max(map(len, phrases))
        return context.is_part(text, use.span, _any_of(phrases), longest=longest)

    def _hit(self, use: _Use, right: str, counts: Counter[str]) -> Hit:
        """Return the hit of one use, with the words that a message may need."""
        fix = _in_case_of(use, right)
        slots = (
            ("style", self.style),
            ("times", _times(counts[use.form])),
            ("kept_times", _times(counts[right])),
        )
        # The longer name is the better reading: "Kiev-Pechersk Lavra", not "Kiev".
        return Hit(use.span, (fix,), slots, priority=len(use.form))


@lru_cache(maxsize=4096)
def _looked_for(form: str) -> _Form:
    flat = flatten(form).strip()
    return _Form(tokens(flat), flat, form)


@lru_cache(maxsize=1024)
def _exactly(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the spellings of the forms, in their own case."""
    spelt = [spelling for form in forms for spelling in spellings(form)]
    return any_of(spelt, ignore_case=False)


@lru_cache(maxsize=1024)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the phrases in any case."""
    return any_of(phrases, ignore_case=True)


def _kept(name: Name, counts: Counter[str]) -> str:
    """Return the form that a text should keep: a right one if it is there."""
    candidates = [form for form in name.right if counts[form]] or [*counts]
    return max(candidates, key=lambda form: counts[form], default=name.right[0])


def _in_case_of(use: _Use, right: str) -> str:
    """Return the right form in the case in which the other one stands."""
    written = use.span.of(use.segment.text)
    for spelt, fixed in zip(spellings(use.form), spellings(right), strict=True):
        if spelt[-1:] == written[-1:] and spelt[:1] == written[:1]:
            return fixed
    return right


def _times(count: int) -> str:
    """Return how often, as a clause after a comma; nothing for once."""
    return _FEW_TIMES.get(count, f", {count} times")
