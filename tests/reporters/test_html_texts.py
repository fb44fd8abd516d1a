"""The texts that the page carries: where they stand, and how places are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.model import Block, Role
from mtaudit.reporters.html_texts import ROLES, texts_of, units


@given(st.text(alphabet="aж漢😀\ud800", max_size=30), st.integers(0, 30))
def test_units(text, offset):
    """A place counts the 16-bit units before it, as a browser does."""
    place = min(offset, len(text))
    before = text[:place].encode("utf-16-le", "surrogatepass")

    assert len(before) // 2 == units(text)(place)


@pytest.mark.parametrize(
    ("lengths", "places"),
    [
        pytest.param([10, 20], [(0, 0), (0, 1)], id="small ones together"),
        pytest.param([500_000, 20], [(0, 0), (1, 0)], id="a large one alone"),
        pytest.param([20, 399_990, 20], [(0, 0), (1, 0), (2, 0)], id="full"),
    ],
)
def test_chunks(sample, lengths, places):
    """Texts are unpacked by chunks of a size that is no burden."""
    texts = {f"{number}.md": "a" * length for number, length in enumerate(lengths)}
    made = texts_of(sample.REPORT._replace(texts=texts))

    assert places == [made.places[path] for path in texts]
    assert [*texts.values()] == [text for each in made.chunks for text, _ in each]


def test_too_much(sample):
    """Where there is too much text, the files with most findings keep theirs."""
    worst = sample.FINDINGS[0].location.path
    texts = {worst: "a" * 9_000_000, "quiet.md": "a" * 9_000_000}

    assert [worst] == [*texts_of(sample.REPORT._replace(texts=texts)).places]


def test_blocks(sample):
    """A block says its role, what of it is prose, its language and its original."""
    block = Block(Role.QUOTE, ((1, 3), (4, 6)), "de", "оригинал")
    report = sample.REPORT._replace(texts={"a": "😀bcdefg"}, layouts={"a": (block,)})
    ((_, (told,)),) = texts_of(report).chunks[0]

    assert [ROLES.index(Role.QUOTE), [2, 4, 5, 7], "de", "оригинал"] == told
