"""One text under one set of settings: parsed, searched, triaged."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtaudit.config.schema import Settings
from mtaudit.engine.languages import languages_of
from mtaudit.engine.run import Runner
from mtaudit.engine.triage import merge_same_span, suppress_by_config
from mtaudit.formats import BY_PATH, load_format, reader_for
from mtaudit.formats.base import FormatOptions
from mtaudit.model import Audited, Document, Failure, Finding, Languages
from mtaudit.packs.rule import Rule
from mtaudit.packs.select import select
from mtaudit.text.words import count_words_of

LONGEST_SEGMENT = 1_000_000
"""Code points. A longer paragraph is no prose, and no rule is meant for it."""


class Result(NamedTuple):
    """What came of one text."""

    audited: Audited
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    document: Document | None = None
    """What was audited, if it is to be kept and something was found."""

    dated: bool = False
    """Whether another day may see it otherwise: suppressions may expire."""


class Auditor:
    """Audits texts under one set of settings."""

    def __init__(
        self,
        settings: Settings,
        known: Sequence[Rule],
        *,
        today: str,
        ignore_suppressions: bool = False,
        keep_documents: bool = False,
    ) -> None:
        self.settings = settings
        self.rules = select(known, settings)
        self._known = known
        self._today = today
        self._ignore_suppressions = ignore_suppressions
        self._keep_documents = keep_documents
        self._runner = Runner(
            [rule for rule in self.rules if rule.kind_name != "suppression"]
        )
        self._options = FormatOptions(front_matter=settings.front_matter, named=False)

    def parse(
        self,
        path: str,
        raw: str,
        format_name: str,
        *,
        named: bool = True,
        original: Document | None = None,
    ) -> Document:
        """
        Return the document, its languages decided; raises `ParseError`.

        A file that nobody `named` is read as its format can tell by itself. Its
        `original` tells what language it is from, if nothing else does.
        """
        parsed = self._parsed(path, raw, format_name, named=named)
        return with_languages(parsed, self.settings, original)

    def parse_original(self, path: str, raw: str, format_name: str) -> Document:
        """Return an original; its target language is the one that it is in."""
        parsed = self._parsed(path, raw, format_name, named=True)
        said = self.settings.source_language
        unsaid = self.settings._replace(target_language=None, source_language=None)
        languages = Languages(said) if said else languages_of(parsed, unsaid)
        return parsed._replace(languages=Languages(languages.target))

    def _parsed(
        self, path: str, raw: str, format_name: str, *, named: bool
    ) -> Document:
        """Return the document as its format reads it; raises `ParseError`."""
        options = self._options_for(path, named=named)
        return load_format(format_name).parse(raw, path, options)

    def _options_for(self, path: str, *, named: bool) -> FormatOptions:
        """Return what the format of the file at `path` is told."""
        formats, root = self.settings.formats, self.settings.root
        options = self._options._replace(named=True) if named else self._options
        if not formats:
            return options
        said = reader_for(os.path.abspath(path), formats, root)  # noqa: PTH100 -- a link stays
        if said is None:
            return options
        return options._replace(
            strings=said.strings, original=said.original, named=True
        )

    def audit(
        self,
        path: str,
        raw: str,
        format_name: str,
        *,
        named: bool = True,
        original: Document | None = None,
    ) -> Result:
        """Return the findings of a text; raises `ParseError`."""
        document = self.parse(path, raw, format_name, named=named, original=original)
        return self.audit_document(document, original)

    def audit_document(
        self, document: Document, original: Document | None = None
    ) -> Result:
        """
        Return the findings of a document, those that are suppressed marked so.

        With its `original`, the two are aligned first.
        """
        form = load_format(document.format)
        too_long = [*_too_long(document)]
        document = _within_limits(document)
        if original is not None:
            from mtaudit.engine.pairing import beside

            document = beside(document, _within_limits(original))
        outcome = self._runner.run(document, form)
        findings: Iterable[Finding] = merge_same_span(outcome.findings)
        if document.comments and not self._ignore_suppressions:
            findings = self._after_comments(document, findings)
        found = sorted(suppress_by_config(findings, self.settings), key=_order)
        return Result(
            _audited(document),
            tuple(found),
            (*outcome.failures, *too_long),
            document if found and self._keep_documents else None,
            dated=bool(document.comments) and not self._ignore_suppressions,
        )

    def _after_comments(
        self, document: Document, findings: Iterable[Finding]
    ) -> Iterable[Finding]:
        from mtaudit.engine.comments import Terms, has_own, obey

        if not has_own(document):
            return findings
        need_reason = self.settings.require_suppression_reason
        terms = Terms(self.rules, self._known, self._today, need_reason)
        return obey(document, findings, terms)


def with_languages(
    document: Document, settings: Settings, original: Document | None = None
) -> Document:
    """Return `document` with the direction of its translation decided."""
    path_language = None
    if document.format in BY_PATH and not document.declared_lang:
        from mtaudit.engine.neighbours import lie_among_languages
        from mtaudit.text.tags import tag_in

        path_language = tag_in(document.path, lie_among_languages)
    languages = languages_of(
        document,
        settings,
        path_language,
        original_language=original.languages.target if original else None,
    )
    return document._replace(languages=languages)


def _audited(document: Document) -> Audited:
    words = count_words_of([segment.text for segment in document.segments])
    source = document.pairing.original.path if document.pairing else None
    return Audited(document.path, document.format, words, document.languages, source)


def _within_limits(document: Document) -> Document:
    """Return `document` without the segments that are too long to look at."""
    if all(len(each.text) <= LONGEST_SEGMENT for each in document.segments):
        return document

    kept = (each for each in document.segments if len(each.text) <= LONGEST_SEGMENT)
    return document._replace(segments=tuple(kept))


def _too_long(document: Document) -> Iterator[Failure]:
    for segment in document.segments:
        if len(segment.text) > LONGEST_SEGMENT:
            reason = (
                f"a paragraph of {len(segment.text):,} characters was passed over: "
                f"the limit is {LONGEST_SEGMENT:,}"
            )
            yield Failure(document.path, reason)


def _order(finding: Finding) -> tuple[str, int, int, str]:
    location = finding.location
    return location.path, location.span.start, location.span.end, finding.rule.id
