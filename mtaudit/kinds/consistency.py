"""consistency: a form that is not the document's own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mtaudit.kinds.base import DocumentKind, Gate, Rows
from mtaudit.kinds.gates import gate_for
from mtaudit.kinds.matching import Wording
from mtaudit.model import Document, Hit, Segment, TextSpan
from mtaudit.text.case import transfer_case
from mtaudit.text.patterns import any_of


class _Use:
    """One place where a document uses a form."""

    __slots__ = ("form", "segment", "span")

    def __init__(self, segment: Segment, span: TextSpan, form: str) -> None:
        self.segment = segment
        self.span = span
        self.form = form


@dataclass(frozen=True, eq=False, repr=False)
class Consistency(Wording, DocumentKind):
    """
    Of forms that mean the same, find the ones that the document uses less.

    The form that it uses most is kept, of equals the first in the text. Forms
    that differ in case alone need ``ignore-case: false``. The
    message may name the form {kept}, how often it occurs, {count}, and all the
    forms with their numbers, {forms}.
    """

    either: tuple[tuple[str, ...], ...] = ()
    """Groups of forms, as whole words, of which a text should use one."""

    groups: Rows = field(default=(), metadata={"table": ("group", "form")})
    """The same as a table: forms with the same word under ``group`` belong together."""

    def gate(self) -> Gate:
        """Open where one of the forms occurs."""
        return gate_for(self._group_of)

    def check(self, document: Document) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each use of a form that is not the kept one."""
        if not self._group_of:
            return
        uses: defaultdict[str, list[_Use]] = defaultdict(list)
        for segment in filter(self.concerns, document.segments):
            for use in self._uses(segment):
                uses[self._group_of[use.form]].append(use)
        for group in uses.values():
            yield from self._odd_ones(group)

    def _uses(self, segment: Segment) -> Iterator[_Use]:
        """Yield the forms of one segment, longer ones before shorter."""
        matches = self._pattern.finditer(segment.text)
        for match, span in self.allowed(matches, segment.text):
            yield _Use(segment, span, self._forms[self.key(match[0])])

    def _odd_ones(self, uses: Sequence[_Use]) -> Iterator[tuple[Segment, Hit]]:
        """Yield a hit for each use that does not go with the majority."""
        counts = Counter(use.form for use in uses)
        kept, count = counts.most_common(1)[0]
        forms = ", ".join(f"{form} {number}" for form, number in counts.most_common())
        told = (("kept", kept), ("count", str(count)), ("forms", forms))
        for use in uses:
            if use.form != kept:
                fix = self._cased(use, kept)
                yield use.segment, Hit(use.span, (fix,), told)

    def _cased(self, use: _Use, kept: str) -> str:
        """Return the kept form as it should stand in the place of another."""
        if not self.ignore_case:
            return kept
        return transfer_case(use.span.of(use.segment.text), kept)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return any_of(self._group_of, ignore_case=self.ignore_case)

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return {self.key(form): form for form in self._group_of}

    @cached_property
    def _group_of(self) -> Mapping[str, str]:
        """What each form belongs to: the first form of its group, or its name."""
        listed = {form: forms[0] for forms in self.either for form in forms}
        return {**listed, **{form: f"{group}\t" for group, form in self.groups}}
