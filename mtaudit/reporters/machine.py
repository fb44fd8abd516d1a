"""What the formats for programs share: levels, and words that do nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from mtaudit.model import (
    Applicability,
    Failure,
    Finding,
    Fix,
    Severity,
)
from mtaudit.text.display import visible


class Levels(NamedTuple):
    """The words of another format for our severities, the worst last."""

    neutral: str
    minor: str
    major: str
    critical: str

    def of(self, severity: Severity) -> str:
        """Return the word for `severity`."""
        return self[severity]


def reason(failure: Failure) -> str:
    """Return why something was not audited, as a sentence without control codes."""
    if failure.rule is None:
        return visible(f"not audited: {failure.reason}")
    return visible(f"the rule {failure.rule} broke: {failure.reason}")


def title(rule_id: str) -> str:
    """Return the name of a rule as a heading: ``Dialogue dash``."""
    words = rule_id.rpartition("/")[2].replace("-", " ")
    return words[:1].upper() + words[1:]


def suggestions(finding: Finding) -> Sequence[Fix]:
    """Return the fixes that may be applied at all, best first."""
    return [
        fix
        for fix in finding.fixes
        if fix.edits and fix.applicability >= Applicability.UNSAFE
    ]


def uri(path: str) -> str:
    """Return a path as a relative reference, its bytes percent-encoded."""
    from urllib.parse import quote

    lone = "surrogatepass" if os.name == "nt" else "surrogateescape"
    return quote(path.encode("utf-8", lone))


def attributes(**values: object) -> str:
    """
    Return attributes of an XML element, each with a space before it.

    A character that XML 1.0 does not allow is written out.
    """
    return "".join(
        f" {name}={quoteattr(visible(str(value)))}" for name, value in values.items()
    )
