"""Numbers that are not the original's, where they stand."""

import pytest

from mtaudit.kinds.quantities import Quantities
from mtaudit.model import Document, Languages, Piece, Segment

RU_EN, EN_DE = Languages("en", "ru"), Languages("de", "en")


def _hits(kind, source, text, languages=RU_EN):
    """Return the marked texts of the hits and their slots."""
    piece = Piece(0, len(text), 0, len(text))
    segment = Segment(text, (piece,), source=source)
    document = Document("a.txt", text, "plain", (segment,), languages=languages)
    return [(hit.span.of(text), hit) for _, hit in kind.check(document)]


def _marked(*args, **options):
    return [marked for marked, _ in _hits(*args, **options)]


@pytest.mark.parametrize(
    ("report", "source", "text", "expected"),
    [
        pytest.param("digits", "в 2014 году", "in 2041", ["2041"], id="changed"),
        pytest.param("digits", "в 2014 году", "in 2014", [], id="same"),
        pytest.param("lost", "из 450 литров", " Of some.", [" Of"], id="lost"),
        pytest.param("lost", "в 450", "…", ["…"], id="lost, and no word there"),
        pytest.param("added", "литры", "450 litres", ["450"], id="added"),
        pytest.param("other", "1871", "1950", ["1950"], id="another"),
        pytest.param("lost", "1871", "1950", [], id="another is not lost"),
        pytest.param("lost", "", "1950", [], id="no original"),
        pytest.param("lost", "1950", " ", [], id="not translated"),
        pytest.param("added", "3 и 12", "3, 12 and 5", [], id="small numbers"),
    ],
)
def test_places(report, source, text, expected):
    """A number is marked where it stands, and a lost one at the first word."""
    assert expected == _marked(Quantities((report,)), source, text)


def test_least():
    """From which number on each one counts is an option."""
    kind = Quantities(("added",), least=0)

    assert ["5"] == _marked(kind, "3 и 12", "3, 12 and 5")


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param(
            "450 литров", "full", "“450” of the original is missing", id="lost"
        ),
        pytest.param("полный", "450", "the original has no “450”", id="added"),
        pytest.param("1871", "1950", "“1950” stands for “1871”", id="another"),
    ],
)
def test_telling(source, text, expected):
    """The message may say what is amiss in words."""
    ((_, hit),) = _hits(Quantities(("lost", "added", "other")), source, text)

    assert expected == dict(hit.slots)["what"]


@pytest.mark.parametrize(
    ("target", "text", "fixed"),
    [
        pytest.param("de", "12,500", "12.500", id="stop"),
        pytest.param("de", "1,234,567", "1.234.567", id="twice"),
        pytest.param("ru", "12,500", "12\N{NO-BREAK SPACE}500", id="space"),
        pytest.param("de", "2,06,737", "206.737", id="indian"),
    ],
)
def test_marks(target, text, fixed):
    """Thousands that are grouped as in the original get the language's mark."""
    ((marked, hit),) = _hits(
        Quantities(("marks",)), text, f"({text})", Languages(target, "en")
    )

    assert text == marked
    assert (fixed,) == hit.replacements


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("12.500 km", "12,500 km", id="decimals"),
        pytest.param("Version 1.234", "Version 1.234", id="kept, and right in either"),
        pytest.param("105.3 FM", "105.3 FM", id="two digits or one"),
    ],
)
def test_no_marks(source, text):
    """Only thousands that would be read as decimals are misread."""
    assert [] == _marked(Quantities(("marks",)), source, text, languages=EN_DE)


def test_languages_are_inferred():
    """Originals say themselves what language they are in."""
    source = "В прошлом году на реке построили новую пристань за 115 тыс. рублей."

    found = _marked(Quantities(), source, "for 15,000", languages=Languages("en"))

    assert ["15,000"] == found


def test_unknown_sort():
    """A sort that there is not is refused."""
    with pytest.raises(ValueError, match="“report” must be one of"):
        Quantities(("wrong",))
