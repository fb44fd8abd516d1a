"""A document beside its original: what segments get, and how sure it is."""

from __future__ import annotations

import pytest

from mtaudit.config.schema import Settings
from mtaudit.engine.audit import Auditor
from mtaudit.engine.pairing import beside
from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import OPAQUE


def parsed(raw, name="markdown"):
    return load_format(name).parse(raw, f"a.{name}", FormatOptions(strings=("$..*",)))


def both(source, target, name="markdown"):
    return beside(parsed(target, name), parsed(source, name))


def sources(document):
    return [segment.source for segment in document.segments]


def test_what_segments_get():
    """A pair gives the text, the codes and the spelling of the original."""
    source = "Mit `a` und [mehr](b.md) auf <https://c.example>.\n"
    document = both(source, "On <https://c.example> with `a` and [more](d.md).\n")

    (segment,) = document.segments
    assert f"Mit {OPAQUE} und mehr auf {OPAQUE}." == segment.source
    assert ("`a`", "<https://c.example>") == segment.source_codes
    assert ("<https://c.example>", "`a`") == segment.codes(document.raw)
    assert source.strip() == segment.source_raw
    assert document.raw.strip() == segment.spelled(document.raw)


@pytest.mark.parametrize(
    ("name", "source", "target", "found"),
    [
        pytest.param(
            "json",
            '{"a": "eins", "b": "zwei", "c": "drei"}',
            '{"c": "three", "a": "one", "new": "more"}',
            ["drei", "eins", None],
            id="keys in another order",
        ),
        pytest.param(
            "plain",
            "Kurz.\n\nEin viel längerer Absatz.\n\nNoch einer.\n",
            "A paragraph that is much longer than it was.\n\nTwo.\n\nThree.\n",
            ["Kurz.", "Ein viel längerer Absatz.", "Noch einer."],
            id="as many lines",
        ),
        pytest.param(
            "plain",
            "Eins.\n\nZwei.\n\nDrei.\n\nVier.\n\nFünf.\n\nSechs.\n",
            "One.\n\n\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n",
            ["Eins.", "Drei.", "Vier.", "Fünf.", "Sechs."],
            id="a blank line for one",
        ),
        pytest.param(
            "lines",
            "Eins\nZwei\nDrei\n",
            "One\n\nThree\n",
            ["Eins", "Drei"],
            id="lines",
        ),
        pytest.param(
            "srt",
            "1\n00:00:01,000 --> 00:00:02,000\nJa.\n\n"
            "2\n00:00:07,500 --> 00:00:09,000\nNein.\n",
            "1\n00:00:07,500 --> 00:00:09,000\nNo.\n",
            ["Nein."],
            id="cues by their times",
        ),
    ],
)
def test_without_structure(name, source, target, found):
    """Keys, lines and times say what belongs together, where there are any."""
    assert found == sources(both(source, target, name))


def test_two_became_one():
    """A block that was made of two has both for its original."""
    source = (
        "# Titel\n\nDer erste Teil, `x`, von 17 Sätzen.\n\nDer zweite Teil, `y`, der "
        "noch länger ist als der erste.\n\n## Ende\n\nGut.\n"
    )
    target = (
        "# Title\n\nThe first part, `x`, of 17 sentences, the second part, `y`, which "
        "is longer still than the first one.\n\n## End\n\nGood.\n"
    )

    document = both(source, target)

    assert 2 == document.segments[1].source.count(OPAQUE)
    assert ("`x`", "`y`") == document.segments[1].source_codes


def test_doubtful():
    """Files that have little in common are paired, and no segment is compared."""
    source = "".join(f"Absatz {n}11 mit x{n}.example/{n}.\n\n" for n in range(20))
    target = "".join(f"Other {n}77 about y{n}.example/{n}.\n\n" for n in range(9))

    document = both(source, target)

    assert document.pairing is not None
    assert not document.pairing.is_sure
    assert [None] * 9 == sources(document)


def test_catalogue():
    """What has its originals inside needs no other file."""
    raw = 'msgid "eins"\nmsgstr "one"\n'

    document = both(raw, raw, "po")

    assert document.pairing is None
    assert ["eins"] == sources(document)


def test_too_long():
    """A paragraph that is no prose takes no part in the pairing."""
    auditor = Auditor(Settings(select=()), [], today="2026-01-01")
    huge = "x" * 1_000_001
    document = auditor.parse("a.md", f"{huge}\n\nEnd.\n", "markdown")
    original = auditor.parse_original("b.md", f"{huge}\n\nEnde.\n", "markdown")

    result = auditor.audit_document(document, original)

    assert "b.md" == result.audited.source_path
    assert "passed over" in result.failures[0].reason


@pytest.mark.parametrize(
    ("source", "target"), [("", "Text.\n"), ("Text.\n", ""), ("", "")]
)
def test_nothing(source, target):
    """A file without text is no fault of the pairing."""
    assert [None] * bool(target) == sources(both(source, target))
