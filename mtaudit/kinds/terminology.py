"""terminology: a term whose translation is missing, forbidden, or should not be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.kinds.base import OPEN, DocumentKind, Gate, Rows
from mtaudit.kinds.choices import require_one_of
from mtaudit.kinds.directions import directions
from mtaudit.kinds.glossary_terms import Entries, Term, Wordings
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.case import transfer_case

_SHUT = Gate(words=frozenset({" "}))
"""Open for no text: no word is a space."""

_SORTS = ("missing", "forbidden", "kept")


@dataclass(frozen=True, eq=False, repr=False)
class Terminology(DocumentKind):
    """
    Find units whose source has a term and which lack its translation.

    A forbidden translation is marked and the right one offered; without one the
    whole unit is marked, and so it is where a term to keep was not kept. Words
    may be inflected: they match where their stems do, unless `exact` is set. Of
    terms that lie in one another the longest counts. The message may name the
    {term} and what is {expected}.
    """

    needs_source = True

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Term of the source to its translations, the preferred one first."""

    termbase: Rows = field(default=(), metadata={"table": ("source", "target")})
    """The same as a table, one translation a row."""

    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Term of the source to translations that are wrong for it."""

    keep: tuple[str, ...] = ()
    """Terms that stay as they are."""

    entries: Rows = field(
        default=(), metadata={"table": ("concept", "lang", "term", "status")}
    )
    """
    Terms in several languages: those of one concept are translations of each other.

    The status is ``forbidden``, or empty; of the others of a language the first is
    preferred.
    """

    report: tuple[str, ...] = _SORTS
    """``missing``, ``forbidden``, ``kept``."""

    exact: bool = False
    """Whether words match only as they are given."""

    ignore_case: bool = True
    """Whether upper and lower case are one; in terms all in capitals, they are not."""

    def __post_init__(self) -> None:
        for each in self.report:
            require_one_of("report", each, _SORTS)

    def gate(self) -> Gate:
        """Open if there are any terms."""
        has_any = self.terms or self.termbase or self.forbidden or self.entries
        return OPEN if has_any or self.keep else _SHUT

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each term that is wrong or missing."""
        for segment, (original, *languages) in directions(document):
            for term in self._entries.found_in(original, *languages):
                for hit in self._judge(term, segment.text):
                    yield segment, hit

    @cached_property
    def _entries(self) -> Entries:
        terms: dict[str, tuple[str, ...]] = dict(self.terms)
        for source, target in self.termbase:
            terms[source] = (*terms.get(source, ()), target)
        wordings = Wordings(exact=self.exact, ignore_case=self.ignore_case)
        return Entries(
            (terms, self.forbidden),
            keep=self.keep,
            rows=self.entries,
            wordings=wordings,
        )

    def _judge(self, term: Term, text: str) -> Iterator[Hit]:
        """Yield the forbidden wordings, or the text if the right one is missing."""
        slots = (("term", term.source), ("expected", ", ".join(term.targets)))
        wrong = [*term.forbidden.finditer(text)] if term.forbidden else []
        for match in wrong if "forbidden" in self.report else ():
            fixes = tuple(transfer_case(match[0], target) for target in term.targets)
            yield Hit(TextSpan(*match.span()), fixes, slots)
        sort = "kept" if term.is_kept else "missing"
        if wrong or sort not in self.report or term.in_target is None:
            return
        if not term.in_target.search(text):
            yield Hit(TextSpan(0, len(text)), slots=slots)
