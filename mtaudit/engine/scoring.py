"""Files to scores: what is read is aligned, fixed if asked for, scored and audited."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mtaudit.engine.audit import Auditor
from mtaudit.engine.corpus import Aligned, Corpus, aligned, corpus_of, with_sources
from mtaudit.engine.fix import Unstable, fix_until_stable
from mtaudit.engine.score import (
    SAMPLES,
    Metrics,
    compared,
    metrics_for,
    scores_of,
    weakest,
)
from mtaudit.model import Applicability, Failure, Finding, Languages, UsageError
from mtaudit.model.score import Score, Scores, System, WeakSegment


class Read(NamedTuple):
    """A corpus, and what audits it."""

    corpus: Corpus
    auditor: Auditor


class Wanted(NamedTuple):
    """What is to be scored, and against what."""

    systems: Mapping[str, Read]
    """Translations by name; the others are compared with the first."""

    references: Sequence[Corpus]
    source: Corpus | None = None
    worst: int = 0
    """How many of the weakest segments of a single system are wanted."""


def with_fixed(read: Read, source: Corpus | None, least: Applicability) -> Read:
    """
    Return a corpus as fixes make it that are at least `least` free.

    `UsageError` if rules undo each other's fixes.
    """
    corpus, auditor = read

    def again(text: str) -> Corpus:
        return corpus_of(auditor, corpus.path, corpus.raw._replace(text=text))

    def findings(text: str) -> tuple[Finding, ...]:
        document = _sourced(again(text), source).document
        return auditor.audit_document(document).findings

    text = corpus.raw.text
    stable = fix_until_stable(text, findings(text), least=least, audit=findings)
    if isinstance(stable, Unstable):
        rules = " and ".join(stable.rules)
        raise UsageError(f"the fixes of {rules} undo each other in {corpus.path}")
    return Read(again(stable.text), auditor)


def scores_for(wanted: Wanted) -> tuple[Scores, tuple[Failure, ...]]:
    """Return the scores of all systems, and what broke while they were audited."""
    corpora = [_sourced(read.corpus, wanted.source) for read in wanted.systems.values()]
    rows = aligned([*corpora, *wanted.references])
    languages = _languages(corpora[0], wanted.references[0])
    metrics = metrics_for(rows.texts[len(corpora) :], languages.target)
    audits = [
        read.auditor.audit_document(corpus.document)
        for read, corpus in zip(wanted.systems.values(), corpora, strict=True)
    ]
    scored = _scored(metrics, dict(zip(wanted.systems, rows.texts, strict=False)))
    systems = tuple(
        System(
            name,
            scored[name],
            audit.audited.words,
            _shown(audit.findings),
            _changed(rows.texts[0], texts),
        )
        for name, audit, texts in zip(wanted.systems, audits, rows.texts, strict=False)
    )
    scores = Scores(
        systems=systems,
        references=tuple(each.path for each in wanted.references),
        segments=len(rows.keys),
        languages=languages,
    )
    failures = tuple(failure for audit in audits for failure in audit.failures)
    if len(systems) > 1:
        return scores._replace(samples=SAMPLES), failures
    places = weakest(metrics, rows.texts[0], wanted.worst)
    known = _known(corpora[0], systems[0].findings)
    weak = tuple(_weak(rows, *each, known=known) for each in places)
    return scores._replace(weakest=weak), failures


def _changed(first: Sequence[str], texts: Sequence[str]) -> int | None:
    """Return how many texts differ from the first system's; None for that itself."""
    if texts is first:
        return None
    return sum(one != other for one, other in zip(first, texts, strict=True))


def _scored(
    metrics: Metrics, texts: Mapping[str, Sequence[str]]
) -> Mapping[str, tuple[Score, ...]]:
    """Return the scores of each system, compared if there are several."""
    if len(texts) > 1:
        return compared(metrics, texts)
    return {name: scores_of(metrics, each) for name, each in texts.items()}


def _languages(corpus: Corpus, reference: Corpus) -> Languages:
    """
    Return the direction: what was said, else what the reference is in.

    A reference shows the target language better than a translation that may
    be full of another.
    """
    own, other = corpus.document.languages, reference.document.languages
    return own._replace(target=other.target or own.target)


class _Known(NamedTuple):
    """What is known of a segment besides its texts."""

    source: str | None
    rules: tuple[str, ...]


def _known(corpus: Corpus, findings: Sequence[Finding]) -> dict[str, _Known]:
    """Return what is known of each segment, by key."""
    segments = corpus.document.segments
    starts = [segment.pieces[0].raw.start for segment in segments]
    rules: dict[str, set[str]] = {key: set() for key in corpus.keys}
    for finding in findings:
        index = max(0, bisect_right(starts, finding.location.span.start) - 1)
        rules[corpus.keys[index]].add(finding.rule.id)
    return {
        key: _Known(segment.source, tuple(sorted(rules[key])))
        for key, segment in zip(corpus.keys, segments, strict=True)
    }


def _weak(
    rows: Aligned, place: int, chrf: float, *, known: Mapping[str, _Known]
) -> WeakSegment:
    key = rows.keys[place]
    hypothesis, *references = (texts[place] for texts in rows.texts)
    source, rules = known.get(key, _Known(None, ()))
    return WeakSegment(key, chrf, hypothesis, tuple(references), source, rules)


def _sourced(corpus: Corpus, source: Corpus | None) -> Corpus:
    return corpus if source is None else with_sources(corpus, source)


def _shown(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if not each.suppressed_by)
