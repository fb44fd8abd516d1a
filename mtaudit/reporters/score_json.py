"""The scores of translations, for programs."""

from __future__ import annotations

from mtaudit import __version__
from mtaudit.model.score import Score, Scores, System, WeakSegment
from mtaudit.reporters.json import Json, dumped
from mtaudit.reporters.penalty import penalty
from mtaudit.reporters.summary import by_severity

SCHEMA_VERSION = 1
"""Raised when a program that reads the scores would break."""


def render(scores: Scores) -> str:
    """Return the scores as JSON; numbers are not rounded."""
    return dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "mtaudit", "version": __version__},
            "signature": scores.signature,
            "segments": scores.segments,
            "references": [*scores.references],
            "source_language": scores.languages.source,
            "target_language": scores.languages.target,
            "samples": scores.samples,
            "systems": [_system(system) for system in scores.systems],
            "weakest": [_segment(segment) for segment in scores.weakest],
        }
    )


def _system(system: System) -> Json:
    counts = by_severity(system.findings)
    return {
        "name": system.name,
        "scores": [_score(score) for score in system.scores],
        "changed": system.changed,
        "words": system.words,
        "findings": len(system.findings),
        "by_severity": {str(level): count for level, count in counts.items()},
        "penalty": penalty(system.findings, system.words),
    }


def _score(score: Score) -> Json:
    return {
        "name": score.metric,
        "score": score.value,
        "signature": score.signature,
        "p": score.p,
        "mean": score.mean,
        "interval": score.interval,
    }


def _segment(segment: WeakSegment) -> Json:
    return {
        "key": segment.key,
        "chrF2++": segment.chrf,
        "hypothesis": segment.hypothesis,
        "references": [*segment.references],
        "source": segment.source,
        "rules": [*segment.rules],
    }
