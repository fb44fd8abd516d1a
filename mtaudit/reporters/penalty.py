"""The detected-issue penalty: MQM's weights over a thousand words of target text."""

from collections.abc import Iterable

from mtaudit.model import Finding, Severity

LEAST_WORDS = 250
"""In less text than this, a number per thousand words says nothing."""

_WEIGHTS = {
    Severity.NEUTRAL: 0.0,
    Severity.MINOR: 1.0,
    Severity.MAJOR: 5.0,
    Severity.CRITICAL: 25.0,
}
_MINOR_PUNCTUATION = 0.1


def penalty(findings: Iterable[Finding], words: int) -> float | None:
    """
    Return the weight of the findings on a thousand words; None for a short text.

    It counts what rules detect and nothing else: it is not an MQM score.
    """
    return per_thousand(sum(map(weight, findings)), words)


def per_thousand(weighed: float, words: int) -> float | None:
    """Return the penalty of findings that weigh so much together."""
    return None if words < LEAST_WORDS else 1000 * weighed / words


def weight(finding: Finding) -> float:
    """Return what one finding weighs."""
    is_minor = finding.severity is Severity.MINOR
    if is_minor and finding.rule.category.endswith("/punctuation"):
        return _MINOR_PUNCTUATION
    return _WEIGHTS[finding.severity]
