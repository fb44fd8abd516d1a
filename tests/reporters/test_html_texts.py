"""The texts that the page carries: where they stand, and how places are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.model import Block, Role
from mtaudit.reporters.html_texts import regions, texts_of, units


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


def test_rows(sample):
    """A region says where it is, as a browser counts, its role and its original."""
    block = Block(Role.QUOTE, ((1, 3), (4, 6)), "de", "оригинал")
    report = sample.REPORT._replace(texts={"a": "😀bcdefg"}, layouts={"a": (block,)})
    ((_, (told,)),) = texts_of(report).chunks[0]

    assert (0, 8, Role.QUOTE, (2, 4, 5, 7), "de", "оригинал") == told


TITLE, CELL, PROSE = Role.TITLE, Role.CELL, Role.PARAGRAPH


@pytest.mark.parametrize(
    ("text", "blocks", "expected"),
    [
        pytest.param("a", (), [("markup", "a", None)], id="markup alone"),
        pytest.param("\n \n", (), [], id="blank lines"),
        pytest.param(
            "\n\n# b\n\n---\nc\n",
            (Block(TITLE, ((4, 5),)), Block(PROSE, ((11, 12),))),
            [("title", "# b", None), ("markup", "---", None), ("paragraph", "c", None)],
            id="markup between",
        ),
        pytest.param(
            "| a | b |\n",
            (
                Block(CELL, ((2, 3),), None, "а"),
                Block(CELL, ((6, 7),), None, "б"),
            ),
            [("cell", "| a | b |", "а\nб")],
            id="two of one line",
        ),
        pytest.param(
            "a\nb\nc",
            (Block(PROSE, ((0, 1), (2, 3))), Block(PROSE, ((4, 5),))),
            [("paragraph", "a\nb", None), ("paragraph", "c", None)],
            id="one of two lines",
        ),
        pytest.param(
            "a\n\nb",
            (
                Block(PROSE, ((0, 1),), None, "а"),
                Block(PROSE, (), None, "пропало"),
                Block(PROSE, ((3, 4),), None, "б"),
            ),
            [
                ("paragraph", "a", "а"),
                ("paragraph", "", "пропало"),
                ("paragraph", "b", "б"),
            ],
            id="an original that nothing translates",
        ),
        pytest.param(
            "a",
            (Block(PROSE, ()), Block(PROSE, ((0, 1),))),
            [("paragraph", "a", None)],
            id="a block of nothing",
        ),
    ],
)
def test_regions(text, blocks, expected):
    """A text falls into prose and what is between, in order."""
    told = [
        (each.role, text[each.start : each.end], each.source)
        for each in regions(text, blocks)
    ]

    assert expected == told


@given(
    st.text(alphabet="a \n", max_size=40),
    st.lists(st.integers(0, 40), max_size=8),
)
def test_regions_cover(text, cuts):
    """Regions follow one another, and leave out nothing but space."""
    places = sorted({min(cut, len(text)) for cut in cuts})
    stretches = list(zip(places[::2], places[1::2], strict=False))
    blocks = [Block(PROSE, (each,)) for each in stretches]
    made = [*regions(text, blocks)]
    edges = [edge for each in made for edge in (each.start, each.end)]

    assert sorted(edges) == edges
    shown = "".join(text[each.start : each.end] for each in made)
    assert "".join(text.split()) == "".join(shown.split())
