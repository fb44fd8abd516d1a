"""Frames: what is folded, what is drawn of long and odd matches."""

import pytest

from mtaudit.model import Edit, Excerpt, Fix, Location, Position, RawSpan, Report
from mtaudit.reporters import Look, render
from mtaudit.reporters.change import change_of
from mtaudit.reporters.folding import folded

QUIET = Look(quiet=True)


def copies(finding, count, **changes):
    for line in range(1, count + 1):
        start, end = Position(line, 1), Position(line, 5)
        location = finding.location._replace(start=start, end=end)
        yield finding._replace(location=location, **changes)


@pytest.mark.parametrize(
    ("count", "rest"),
    [
        pytest.param(3, None, id="three are drawn"),
        pytest.param(4, "… and 1 more of “Kiev” at 4:1", id="the fourth is counted"),
        pytest.param(6, "… and 3 more of “Kiev” at 4:1, 5:1, 6:1", id="with places"),
    ],
)
def test_folded(count, rest, sample):
    """Findings alike beyond the third become one line that counts them."""
    findings = tuple(copies(sample.FINDINGS[0], count))

    lines = render("full", Report(findings=findings), QUIET).splitlines()

    assert min(count, 3) == sum("names/place-variant" in line for line in lines)
    assert [rest] * (rest is not None) == [line for line in lines if "more" in line]


def test_folded_places_fit(sample):
    """However many there are, the line that counts them fits the terminal."""
    findings = tuple(copies(sample.FINDINGS[0], 1500))

    rest = render("full", Report(findings=findings), QUIET).splitlines()[-1]

    assert rest.startswith("… and 1,497 more of “Kiev” at 4:1, 5:1, ")
    assert rest.endswith(", …")
    assert 70 < len(rest) <= 80


def test_folding_tells_apart(sample):
    """Another file, match or replacement is another thing."""
    finding = sample.FINDINGS[0]
    other_file = finding.location._replace(path="other.md")
    findings = [
        *copies(finding, 3),
        *copies(finding, 3, match="Kiyv"),
        *copies(finding, 3, fixes=()),
        *(finding._replace(location=other_file) for _ in range(3)),
    ]

    assert findings == [told.finding for told in folded(findings)]


def test_folding_loses_nothing(sample):
    """Each finding is drawn, or one that is drawn stands for it."""
    findings = [found for found in sample.FINDINGS * 5 if not found.suppressed_by]

    told = folded(findings)

    assert len(findings) == sum(1 + len(entry.more) for entry in told)


def framed(sample, raw, span, *, fix=None):
    """Return the frame of a finding at `span` of `raw`, without the first line."""
    start, end = span
    lines = raw[:end].count("\n")
    finding = sample.FINDINGS[0]._replace(
        location=Location(
            "a.md", RawSpan(*span), Position(1, start + 1), Position(lines + 1, 1)
        ),
        excerpt=Excerpt(raw[:start], raw[start:end], raw[end:], 0),
        match=raw[start:end],
        fixes=(fix,) if fix else (),
    )
    return render("full", Report(findings=(finding,)), QUIET).splitlines()[1:]


def test_empty_match(sample):
    """A place where something is missing gets one caret."""
    assert ["  |", "1 | ab", "  |   ^"] == framed(sample, "ab", (2, 2))[1:]


def test_long_match(sample):
    """Of a match of many lines the first and the last are drawn, the rest counted."""
    raw = "\n".join(f"line {number}" for number in range(1, 11))

    frame = framed(sample, raw, (0, len(raw)))

    assert " 1 | line 1" == frame[2]
    assert "   … 6 more lines" == frame[8]
    assert "10 | line 10" == frame[9]
    assert "   | ^^^^^^^" == frame[10]


def fix(*edits):
    return Fix("Change", tuple(Edit(RawSpan(*span), new) for *span, new in edits), 2)


@pytest.mark.parametrize(
    ("raw", "edits", "lines"),
    [
        pytest.param("a b", [(0, 1, "c")], ["1 - a b", "1 + c b"], id="one edit"),
        pytest.param(
            "a b", [(0, 0, "“"), (3, 3, "”")], ["1 - a b", "1 + “a b”"], id="insertions"
        ),
        pytest.param(
            "a\nb\nc",
            [(0, 1, "x"), (4, 5, "z")],
            ["1 - a", "3 - c", "1 + x", "3 + z"],
            id="lines between stay",
        ),
        pytest.param("a\nb", [(1, 3, "")], ["2 - b"], id="a line goes"),
        pytest.param(
            "a\r\nb", [(1, 3, " ")], ["1 - a", "2 - b", "1 + a b"], id="joined"
        ),
        pytest.param("a", [(1, 1, "\nb")], ["2 + b"], id="a line comes"),
        pytest.param("a", [(0, 1, "")], ["1 - a", "1 +"], id="all of a line goes"),
        pytest.param("a", [(0, 1, "b"), (9, 9, "c")], [], id="an edit out of sight"),
    ],
)
def test_change(raw, edits, lines, *, sample):
    """The lines that a fix changes are shown as they are and as they would be."""
    frame = framed(sample, raw, (0, 1), fix=fix(*edits))

    assert lines == frame[frame.index("help: Change") + 1 :]


def test_change_without_edits(sample):
    """A fix that is only told changes nothing that could be shown."""
    assert change_of(sample.FINDINGS[0].excerpt, fix()) is None
