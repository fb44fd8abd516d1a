"""One name in two spellings."""

import pytest

from mtaudit.kinds.name_spelling import NameSpelling
from mtaudit.model import Document, Languages, Piece, Segment


def _hits(kind, *pairs, source="ru"):
    """Return the marked texts of the hits of pairs of originals and translations."""
    segments = [
        Segment(
            text,
            (Piece(0, len(text), 0, len(text)),),
            source=original,
        )
        for original, text in pairs
    ]
    languages = Languages("en", source)
    document = Document("a", "", "plain", tuple(segments), languages=languages)
    return [(hit.span.of(segment.text), hit) for segment, hit in kind.check(document)]


def _marked(*args, **options):
    return [marked for marked, _ in _hits(*args, **options)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(
            [("нет Белого", "no Bely"), ("о Белом", "of Belyy"), ("Белый", "Bely")],
            ["Belyy"],
            id="the majority stays",
        ),
        pytest.param(
            [("у Беляева", "at Beliaev's"), ("с Беляевым", "with Belyaev")],
            ["Belyaev"],
            id="of two the first stays",
        ),
        pytest.param(
            [("у Беляева", "at Beliaev's"), ("с Беляевым", "with him")],
            [],
            id="one spelling",
        ),
        pytest.param(
            [("у Беляева", "at BELIAEV"), ("с Беляевым", "with Beliaev")],
            [],
            id="capitals",
        ),
        pytest.param(
            [("у Соловьёва", "at Solov’ev’s"), ("к Соловьёву", "to Solovev")],
            [],
            id="apostrophes",
        ),
        pytest.param(
            [("пришёл Юрий Белов", "Yuri Belov"), ("ушёл Юрий Громов", "Yury Gromov")],
            [],
            id="two people of one first name",
        ),
        pytest.param(
            [("пришёл Юрий Белов", "Yuri Belov"), ("с Юрием Беловым", "Yury Belov")],
            ["Yury"],
            id="one person",
        ),
        pytest.param(
            [("в Беляево", "@beliaevo"), ("из Беляево", "from Belyaevo")],
            [],
            id="handle",
        ),
        pytest.param(
            [(None, "Beliaev"), ("с Беляевым", "with Belyaev")], [], id="no original"
        ),
    ],
)
def test_mixed(pairs, expected):
    """The spelling that is in the minority is marked, whatever the case."""
    assert expected == _marked(NameSpelling(), *pairs)


def test_slots():
    """A message can name the schemes, the name and how often the other occurs."""
    pairs = [("нет Белого", "no Bely"), ("о Белом", "of Belyy"), ("Белый", "Bely")]
    ((_, hit),) = _hits(NameSpelling(), *pairs[:1], *pairs)

    assert ("Bely",) == hit.replacements
    assert {
        "name": "Белый",
        "keep": "Bely",
        "times": ", 3 times",
        "by": " (as BGN/PCGN has it)",
        "kept_by": " (as the press has it)",
    } == dict(hit.slots)


def test_scheme():
    """With a scheme, whatever it does not write is marked, but what is allowed."""
    kind = NameSpelling(scheme="national", allow=("Zelensky",))

    found = _hits(
        kind,
        ("о Зеленському й Залужному", "on Zelensky and Zaluzhny"),
        ("о Залужному", "on Zaluzhnyi"),
        source="uk",
    )

    assert [("Zaluzhny", ("Zaluzhnyi",))] == [
        (form, hit.replacements) for form, hit in found
    ]


def test_other_sources():
    """Names of originals in other scripts are left alone."""
    pairs = [("bei Beliaev", "at Beliaev's"), ("zu Belyaev", "to Belyaev")]

    assert [] == _marked(NameSpelling(), *pairs, source="de")


def test_unknown_scheme():
    """A scheme that there is not is refused."""
    with pytest.raises(ValueError, match="“scheme” must be one of"):
        NameSpelling(scheme="own")
