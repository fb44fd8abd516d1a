"""Numbers out of bounds."""

import pytest

from mtaudit.kinds.measure import Measure

TEXTS = ("One two three four. Five six.", "Seven.")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(
            {"metric": "words", "max": 3, "per": "sentence"},
            ["⟦One two three four.⟧ Five six.", "Seven."],
            id="a long sentence",
        ),
        pytest.param(
            {"metric": "characters", "max": 10},
            ["⟦One two three four. Five six.⟧", "Seven."],
            id="a long segment",
        ),
        pytest.param(
            {"metric": "words-per-sentence", "max": 2.5},
            ["⟦One two three four. Five six.⟧", "Seven."],
            id="average of a segment",
        ),
        pytest.param(
            {"metric": "words-per-sentence", "min": 2.5, "per": "document"},
            ["⟦One two three four. Five six.⟧", "Seven."],
            id="average of the document",
        ),
        pytest.param(
            {"metric": "sentences", "min": 2}, [TEXTS[0], "⟦Seven.⟧"], id="too few"
        ),
        pytest.param(
            {"metric": "sentences", "min": 2, "least": 2}, [*TEXTS], id="too short"
        ),
        pytest.param(
            {"metric": "vocabulary", "min": 0.9, "per": "document"}, [*TEXTS], id="rich"
        ),
        pytest.param({"metric": "length-ratio", "max": 1}, [*TEXTS], id="no source"),
    ],
)
def test_bounds(marked, options, expected):
    """What is out of bounds is marked."""
    assert expected == marked(Measure(**options), *TEXTS)


def test_vocabulary(hits):
    """Words that return make a poor vocabulary."""
    ((_, hit),) = hits(Measure("vocabulary", min=0.5), "la la La la")

    assert {"value": "0.25", "limit": "0.5"} == dict(hit.slots)


@pytest.mark.parametrize("metric", ["length-ratio", "word-ratio"])
def test_ratio(hits, metric):
    """A ratio divides by the source."""
    ((_, hit),) = hits(Measure(metric, max=2), "one two three", source="раз")

    assert "2" == dict(hit.slots)["limit"]
    assert [] == hits(Measure(metric, max=2), "one two", source="раз два")


@pytest.mark.parametrize(
    "options",
    [{"metric": "beauty", "max": 1}, {"metric": "words"}],
    ids=["unknown", "no bound"],
)
def test_senseless_options(options):
    """An option that makes no sense is refused."""
    with pytest.raises(ValueError, match="must be"):
        Measure(**options)
