"""Wording that is wrong for what the original says."""

import pytest

from mtaudit.kinds.rendering import Rendering

ACTUAL = Rendering(
    swap={"actual": ("topical",)}, given=("актуальн",), lacking=("фактическ",)
)
DASH = Rendering(patterns={" - ": (" — ",)}, given=(r"\s—\s",))
SPLIT = Rendering(
    patterns={r"\b([A-Z]\w+)\. ([A-Z]\w+)": (r"\1.\2",)},
    restores=True,
    ignore_case=False,
)


@pytest.mark.parametrize(
    ("kind", "source", "text", "expected"),
    [
        pytest.param(
            ACTUAL, "актуальная тема", "an actual topic", "an ⟦actual⟧ topic", id="told"
        ),
        pytest.param(
            ACTUAL, "Актуально", "Actual news", "⟦Actual⟧ news", id="any case"
        ),
        pytest.param(ACTUAL, "сама тема", "the actual topic", None, id="not told"),
        pytest.param(
            ACTUAL, "актуальная и фактическая", "actual", None, id="may be right"
        ),
        pytest.param(ACTUAL, None, "an actual topic", None, id="no original"),
        pytest.param(DASH, "Дождь — вода", "Rain - water", "Rain⟦ - ⟧water", id="mark"),
        pytest.param(DASH, "Счёт 3 - 1", "It was 3 - 1", None, id="another mark"),
        pytest.param(
            SPLIT, "Get App.Server now", "App. Server", "⟦App. Server⟧", id="restores"
        ),
        pytest.param(SPLIT, "Get it now", "App. Server", None, id="nothing to restore"),
        pytest.param(
            SPLIT, "App.Server or App. Server", "App. Server", None, id="both there"
        ),
    ],
)
def test_what_the_original_says(marked, kind, source, text, expected):
    """Wording is found where the original tells that it is wrong."""
    assert [text if expected is None else expected] == marked(kind, text, source=source)


def test_fixes_are_those_of_a_substitution(fixed):
    """The replacement takes over the case of what it replaces."""
    assert ["Topical"] == fixed(ACTUAL, "Actual news", source="актуальные новости")


def test_without_a_replacement_nothing_is_restored(marked):
    """A pattern without a replacement finds nothing where one must be restored."""
    kind = Rendering(patterns={"a b": ()}, restores=True)

    assert ["a b"] == marked(kind, "a b", source="ab")
