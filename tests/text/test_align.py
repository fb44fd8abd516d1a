"""Alignment: what became what, by sorts, lengths and marks."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.text.align import align
from mtaudit.text.align_costs import GAP, Costs
from mtaudit.text.landmarks import Landmark, agreement, extents, landmarks
from mtaudit.text.rising import rising

GERMAN = """\
# Der Fluss

Der Fluss entspringt im Norden, und er ist 212 km lang.

Im Frühjahr trägt er viel Wasser; die Wiesen stehen dann bis in den Mai unter Wasser,
und wer hinüber will, nimmt das Boot.

## Brücken

- Die alte Brücke ist aus Stein.
- Die neue Brücke heißt `B-17`.

Fahrpläne stehen unter <https://bruecken.example/plan>.
"""
ENGLISH = """\
# The river

The river rises in the north, and it is 212 km long.

In spring it carries a lot of water; the meadows are flooded until May then, and whoever
wants to cross takes the boat.

## Bridges

- The old bridge is made of stone.
- The new bridge is called `B-17`.

Timetables are at <https://bruecken.example/plan>.
"""


def parsed(raw):
    return load_format("markdown").parse(raw, "a.md", FormatOptions())


def seen(raw):
    """Return what alignment sees of a text."""
    document = parsed(raw)
    return landmarks(document, extents(document))


def paired(source, target):
    """Return which segments became which, as two tuples of places each."""
    ours, theirs = seen(source), seen(target)
    pairs = [
        (
            tuple(n for i in each.sources if (n := ours[i].segment) is not None),
            tuple(n for j in each.targets if (n := theirs[j].segment) is not None),
        )
        for each in align(ours, theirs)
    ]
    return [pair for pair in pairs if pair != ((), ())]


def one_to_one(number):
    return [((place,), (place,)) for place in range(number)]


def without(raw, line):
    assert line in raw
    return raw.replace(line, "")


MEADOWS = GERMAN.split("\n\n")[2] + "\n\n"
STONE = "- The old bridge is made of stone.\n"


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        pytest.param(GERMAN, ENGLISH, one_to_one(7), id="alike"),
        pytest.param(
            GERMAN,
            without(ENGLISH, STONE),
            [*one_to_one(4), ((4,), ()), ((5,), (4,)), ((6,), (5,))],
            id="an item is missing",
        ),
        pytest.param(
            without(GERMAN, MEADOWS),
            ENGLISH,
            [
                *one_to_one(2),
                ((), (2,)),
                *(((place,), (place + 1,)) for place in range(2, 6)),
            ],
            id="a paragraph is added",
        ),
        pytest.param(
            GERMAN.replace("; die Wiesen", ".\n\nDie Wiesen"),
            ENGLISH,
            [
                *one_to_one(2),
                ((2, 3), (2,)),
                *(((place + 1,), (place,)) for place in range(3, 7)),
            ],
            id="two became one",
        ),
        pytest.param(
            GERMAN,
            ENGLISH.replace("; the meadows", ".\n\nThe meadows"),
            [
                *one_to_one(2),
                ((2,), (2, 3)),
                *(((place,), (place + 1,)) for place in range(3, 7)),
            ],
            id="one became two",
        ),
        pytest.param(
            GERMAN,
            "Timetables are at <https://bruecken.example/plan>.\n\n"
            + ENGLISH.rsplit("\n\n", 1)[0],
            [((6,), (0,)), *(((place,), (place + 1,)) for place in range(6))],
            id="moved to the front",
        ),
        pytest.param(
            GERMAN,
            ENGLISH.replace("## Bridges", "Bridges are many\n\n## Bridges"),
            [
                *one_to_one(3),
                ((), (3,)),
                *(((place,), (place + 1,)) for place in range(3, 7)),
            ],
            id="a paragraph before a heading",
        ),
        pytest.param("", ENGLISH, [((), (n,)) for n in range(7)], id="no source"),
        pytest.param(GERMAN, "", [((n,), ()) for n in range(7)], id="no target"),
        pytest.param("", "", [], id="nothing"),
    ],
)
def test_pairs(source, target, pairs):
    """Each block stands beside what it became, or alone."""
    assert pairs == paired(source, target)


def test_echo():
    """A block that repeats the one before it is alone, unless the original has both."""
    twice = ENGLISH.replace(STONE, STONE * 2)

    assert ((), (5,)) in paired(GERMAN, twice)
    assert one_to_one(8) == paired(twice, twice)


HEAD = "| k | wer | was |\n|---|---|---|\n"
ROWS = [f"| {name} | offen | {name} hier |\n" for name in ("Mühle", "Fähre", "Markt")]
PLAIN = [f"| {name} | open | {name} here |\n" for name in ("mill", "ferry", "fair")]

WORDS = st.text(alphabet="abcdefghij ", min_size=3, max_size=60).map(
    lambda text: " ".join(text.split())
)
BLOCKS = st.lists(
    st.builds(
        lambda mark, text, number: f"{mark}k{number} {text}".rstrip(),
        st.sampled_from(["", "", "", "# ", "## ", "> "]),
        WORDS,
        st.integers(10, 99_999),
    ),
    min_size=1,
    max_size=30,
    unique_by=lambda block: block.lstrip("#> ").split()[0],
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_identity(blocks):
    """Whatever stands in a file, it is paired with itself, block by block."""
    raw = "\n\n".join(blocks)

    assert one_to_one(len(parsed(raw).segments)) == paired(raw, raw)


@settings(max_examples=60, deadline=None)
@given(BLOCKS.filter(lambda blocks: len(blocks) > 1), st.data())
def test_dropped(blocks, data):
    """A block that is left out is missing, and nothing else is."""
    place = data.draw(st.integers(0, len(blocks) - 1))
    assume(3 * len(blocks[place]) < len("".join(blocks)))
    left = blocks[:place] + blocks[place + 1 :]

    pairs = paired("\n\n".join(blocks), "\n\n".join(left))

    assert [((place,), ())] == [pair for pair in pairs if not all(pair)]
    assert [((i,), (i - (i > place),)) for i in range(len(blocks)) if i != place] == [
        pair for pair in pairs if all(pair)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_complete(ours, theirs):
    """Every block of both sides is in one pair, whatever the two have in common."""
    source, target = "\n\n".join(ours), "\n\n".join(theirs)
    pairs = paired(source, target)

    counts = [len(parsed(raw).segments) for raw in (source, target)]
    assert [*range(counts[0])] == sorted(i for pair in pairs for i in pair[0])
    assert [*range(counts[1])] == [j for pair in pairs for j in pair[1]]


TABLES = st.lists(st.sampled_from(ROWS + PLAIN), max_size=9).map("".join)


@settings(max_examples=60, deadline=None)
@given(TABLES, TABLES)
def test_complete_tables(ours, theirs):
    """Every cell of both sides is in one pair, whatever rows there are."""
    source, target = HEAD + ours, HEAD + theirs
    pairs = paired(source, target)

    counts = [len(parsed(raw).segments) for raw in (source, target)]
    assert [*range(counts[0])] == sorted(i for pair in pairs for i in pair[0])
    assert [*range(counts[1])] == [j for pair in pairs for j in pair[1]]


def blocks_of(side, lengths):
    """Return paragraphs of these lengths that have nothing in common."""
    return [
        Landmark("paragraph", length, frozenset({f"{side}{n}"}), n)
        for n, length in enumerate(lengths)
    ]


def least_cost(ours, theirs):
    """Return what the least costly alignment costs, all of them looked at."""
    costs = Costs(ours, theirs)
    above = [GAP * j for j in range(len(theirs) + 1)]
    for i in range(len(ours)):
        line = [above[0] + GAP]
        for j in range(len(theirs)):
            both = above[j] + costs.pair(i, j).cost
            line.append(min(both, above[j + 1] + GAP, line[j] + GAP))
        above = line
    return above[-1]


LENGTHS = st.lists(st.integers(1, 900), min_size=1, max_size=40)


@settings(max_examples=50, deadline=None)
@given(ours=LENGTHS, theirs=LENGTHS)
def test_least(ours, theirs):
    """No alignment costs less than the one that is found."""
    source, target = blocks_of("a", ours), blocks_of("b", theirs)

    found = sum(each.cost for each in align(source, target))

    assert found <= least_cost(source, target) + 1e-9


def test_certain_among_few():
    """A mark of many blocks tells which is which where few of them are left."""

    def side(word):
        return [
            line
            for section in "ABCDEFGH"
            for line in (
                f"# {section}77",
                *(f"- k{n}_id {word}" for n in range(10, 40)),
            )
        ]

    theirs = side("λέξη")
    del theirs[40]

    pairs = paired("\n\n".join(side("слово")), "\n\n".join(theirs))

    assert [((40,), ())] == [pair for pair in pairs if not all(pair)]


@pytest.mark.parametrize("lost", [0, 1, 2])
@pytest.mark.parametrize("swapped", [False, True], ids=["missing", "added"])
def test_whole_row(lost, swapped):
    """Of a table in which rows are much alike, a row is lost or added as a whole."""
    sides = [HEAD + "".join(ROWS), HEAD + "".join(PLAIN[:lost] + PLAIN[lost + 1 :])]
    pairs = paired(*(sides[::-1] if swapped else sides))

    alone = [sorted(sum(pair, ())) for pair in pairs if not all(pair)]
    (first, *_), *_ = alone
    assert first % 3 == 0
    assert [[first], [first + 1], [first + 2]] == alone
    assert all(
        i % 3 == j % 3 for pair in pairs if all(pair) for i, j in [sum(pair, ())]
    )


def test_chain():
    """Blocks each of which names the next are aligned, however many there are."""
    ours = [f"k{n}77 к k{n + 1}77" for n in range(1_500)]
    theirs = [block.replace("к", "λ") for block in ours]
    del theirs[30:32]

    pairs = paired("\n\n".join(ours), "\n\n".join(theirs))

    assert [((30,), ()), ((31,), ())] == [pair for pair in pairs if not all(pair)]


def test_words_of_both_languages():
    """A word that both languages have tells less than a name does."""

    def confidence(crossing):
        ours = [{crossing}, {"k10"}, set()]
        theirs = [set(), {"k10"}, {crossing}]
        sides = (
            [
                Landmark("paragraph", 90, frozenset(marks), n)
                for n, marks in enumerate(side)
            ]
            for side in (ours, theirs)
        )
        return Costs(*sides).pair(0, 0).confidence

    assert confidence("B-17") < 0.7 < confidence("start")


def test_hostile():
    """Thousands of blocks without a mark are aligned near where they are expected."""
    ours = "\n\n".join(["слово " * (1 + n % 7) for n in range(3_000)])
    theirs = "\n\n".join(["λέξη " * (1 + n % 7) for n in range(2_990)])

    pairs = paired(ours, theirs)

    assert 3_000 == sum(len(sources) for sources, _ in pairs)


@pytest.mark.parametrize(
    ("pairs", "longest"),
    [
        ([], []),
        ([(0, 1), (1, 0), (2, 2)], [(1, 0), (2, 2)]),
        ([(0, 3), (1, 0), (2, 1), (3, 2)], [(1, 0), (2, 1), (3, 2)]),
    ],
)
def test_rising(pairs, longest):
    """Of pairs that cross, most stay."""
    assert longest == rising(pairs)


@pytest.mark.parametrize(
    ("raw", "spelled"),
    [
        pytest.param("a [b](c) d\n", ["a [b](c) d"], id="a link"),
        pytest.param("- [b](c)\n- d\n", ["- [b](c)", "- d"], id="at the end"),
        pytest.param(
            "| a | b |\n|---|---|\n| [c](d) | [e](f) |\n",
            ["| a | ", "b |", "| [c](d) | ", "[e](f) |"],
            id="cells",
        ),
        pytest.param("# a\n```\nb\n```\nc\n", ["# a", "c"], id="code is no part"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_extents(raw, spelled):
    """An extent has the markup around a segment, and nothing of another."""
    assert spelled == [each.of(raw) for each in extents(parsed(raw))]


@pytest.mark.parametrize(
    ("source", "target", "counts"),
    [
        pytest.param(GERMAN, ENGLISH, (3, 0), id="all there"),
        pytest.param(GERMAN, "", (0, 0), id="nothing to find"),
        pytest.param(
            GERMAN,
            ENGLISH.replace("B-17", "B-18").replace("212", "211"),
            (1, 2),
            id="two",
        ),
        pytest.param(
            f"---\nauthor: a.b\ndate: 2020-11-11\n---\n\n{GERMAN}",
            f"---\nauthor: a.b\ndate: 2020-11-11\n---\n\n{ENGLISH}",
            (3, 0),
            id="front matter is like that of other pages",
        ),
    ],
)
def test_agreement(source, target, counts):
    """Figures, links and names say whether two files are one text."""
    assert counts == agreement(seen(source), seen(target))
