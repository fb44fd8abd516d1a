"""What a rule finds in a translation and in its original alike."""

import pytest

from mtaudit.engine.run import Runner
from mtaudit.formats import load_format
from mtaudit.kinds import kind_class
from mtaudit.model import (
    Confidence,
    Document,
    Piece,
    RawSpan,
    RuleMeta,
    Segment,
    Severity,
)
from mtaudit.packs.rule import Options, Rule


def rule_of(kind, *, unless_in_source, **options):
    """Return a rule of a kind, with options of the kind."""
    meta = RuleMeta(
        id="house/fault",
        message="“{match}”",
        severity=Severity.MAJOR,
        category="design",
        confidence=Confidence.HIGH,
        why="",
        unless_in_source=unless_in_source,
    )
    made = kind_class(kind)(**options)
    is_wide = kind == "repetition"
    return Rule.of(meta, kind, Options.of(options), made.gate(), document_wide=is_wide)


def matches(rule, *pairs):
    """Return what a rule finds in a document of translations and originals."""
    segments, raw = [], ""
    for text, source in pairs:
        raw += "\n\n" if raw else ""
        place = RawSpan(len(raw), len(raw) + len(text))
        piece = Piece(0, len(text), place.start, place.end)
        segments.append(Segment(text, (piece,), source=source))
        raw += text
    document = Document("a.txt", raw, "plain", tuple(segments))
    outcome = Runner([rule]).run(document, load_format("plain"))
    assert not outcome.failures
    return [finding.match for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param("Kaffee &amp; Tee", "Tea &amp; coffee", [], id="as much"),
        pytest.param("a &amp; b", None, ["&amp;"], id="no original"),
        pytest.param("a &amp; b", "a & b", ["&amp;"], id="not in the original"),
        pytest.param("a &amp; b &amp; c", "a &amp; b", ["&amp;"], id="one too many"),
        pytest.param("a &quot; b", "a &amp; b", [], id="as much, in other words"),
        pytest.param(
            "a &amp; b &quot; c", "a &amp; b", ["&quot;"], id="which one is beyond"
        ),
    ],
)
def test_of_a_segment(text, source, expected):
    """What the original has is no fault of the translation."""
    rule = rule_of("existence", unless_in_source=True, patterns=["&[a-z]+;"])

    assert expected == matches(rule, (text, source))


def test_only_where_the_card_says_so():
    """A card that does not ask for it finds what is in both."""
    rule = rule_of("existence", unless_in_source=False, patterns=["&[a-z]+;"])

    assert ["&amp;"] == matches(rule, ("a &amp; b", "a &amp; b"))


def test_of_a_document():
    """What the original says twice may be said twice; the pairs are kept apart."""
    rule = rule_of("repetition", unless_in_source=True, unit="word")

    found = matches(rule, ("sehr sehr gut", "very very good"), ("er er kam", "he came"))

    assert ["er er"] == found
