"""Kinds that look at blocks of a document: duplicates, languages, edges."""

import pytest

from mtaudit.kinds.edge_wording import EdgeWording
from mtaudit.kinds.near_duplicate import NearDuplicate
from mtaudit.kinds.wrong_language import WrongLanguage
from mtaudit.model import Document, Languages, Piece, RawSpan, Role, Segment

LONG = (
    "The town has built a new bridge over the wide river this year, and all the people "
    "are glad of it."
)
OTHER = "Nobody knows when the ferry will run again, since its owner has left the town."
GERMAN = (
    "Die Stadt hat in diesem Jahr eine neue Brücke über den Fluss gebaut, und die "
    "Leute sind sehr froh darüber."
)
RUSSIAN = (
    "Город построил в этом году новый мост через реку, и все жители этому очень рады, "
    "потому что старый мост уже давно закрыт."
)


def document(*texts, roles=(), target="en", source=None):
    segments, offset = [], 0
    for index, text in enumerate(texts):
        raw = RawSpan(offset, offset + len(text))
        role = roles[index] if roles else Role.PARAGRAPH
        piece = Piece(0, len(text), raw.start, raw.end)
        segments.append(Segment(text=text, pieces=(piece,), role=role))
        offset += len(text) + 2
    return Document(
        path="a.txt",
        raw="\n\n".join(texts),
        format="plain",
        segments=tuple(segments),
        languages=Languages(target, source),
    )


SORBIAN = (
    "Wón ma dwě čarje a ćežku za tych, kotrež pěši při rěce k staremu młynej chodźa, "
    "a za kolesowarjow tež."
)
POLISH = (
    "Most jest otwarty od wczoraj i ludzie w mieście bardzo się z tego cieszą, bo "
    "stary nie był już bezpieczny."
)


def found(kind, *texts, **rest):
    """Return the numbers of the blocks in which something is found."""
    whole = document(*texts, **rest)
    places = {id(segment): index for index, segment in enumerate(whole.segments)}
    return [places[id(segment)] for segment, _ in kind.check(whole)]


@pytest.mark.parametrize(
    ("texts", "adjacent", "expected"),
    [
        pytest.param((LONG, LONG), True, [1], id="next to it"),
        pytest.param((LONG, OTHER, LONG), True, [], id="not next to it"),
        pytest.param((LONG, OTHER, LONG), False, [2], id="further down"),
        pytest.param((LONG, f"{LONG[:-1]}!"), True, [1], id="nearly"),
        pytest.param((LONG, LONG, LONG), True, [1, 2], id="three times"),
        pytest.param((f"{LONG} 5", f"{LONG} 6"), True, [], id="figures differ"),
        pytest.param(("A bridge.", "A bridge."), True, [], id="short"),
        pytest.param((LONG, OTHER), False, [], id="different"),
    ],
)
def test_near_duplicate(texts, adjacent, expected):
    """Of blocks that are nearly the same, all but the first are found."""
    assert expected == found(NearDuplicate(adjacent=adjacent), *texts)


@pytest.mark.parametrize(
    ("texts", "target", "expected"),
    [
        pytest.param((LONG, GERMAN, OTHER), "en", [1], id="third language"),
        pytest.param((LONG, RUSSIAN, OTHER), "en", [1], id="another script"),
        pytest.param((GERMAN, LONG, GERMAN), "de", [1], id="english left"),
        pytest.param((RUSSIAN, LONG, RUSSIAN), "ru", [1], id="latin in cyrillic"),
        pytest.param((LONG, f"“{GERMAN}”", OTHER), "en", [], id="quotation"),
        pytest.param((LONG, "Die Brücke ist offen.", OTHER), "en", [], id="short"),
        pytest.param((LONG, OTHER, LONG), "en", [], id="all as it should be"),
        pytest.param((GERMAN, GERMAN, LONG), "en", [], id="most are foreign"),
        pytest.param((LONG, GERMAN, OTHER), None, [], id="target not known"),
        pytest.param((SORBIAN, POLISH, SORBIAN), "hsb", [], id="words not known"),
        pytest.param((SORBIAN, LONG, SORBIAN), "hsb", [1], id="english all the same"),
    ],
)
def test_wrong_language(texts, target, expected):
    """Blocks of prose in another language are found, whole; quotations are not."""
    assert expected == found(WrongLanguage(), *texts, target=target)


def test_wrong_language_leaves_headings_and_quotations():
    """Only running prose has to be in the document's language."""
    roles = (Role.PARAGRAPH, Role.QUOTE, Role.HEADING, Role.CELL)
    assert found(WrongLanguage(), LONG, GERMAN, GERMAN, GERMAN, roles=roles) == []


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        pytest.param("start", [0], id="start"),
        pytest.param("end", [4], id="end"),
        pytest.param("both", [0, 4], id="both"),
    ],
)
def test_edges(edge, expected):
    """Wording counts in the first or the last blocks, and nowhere else."""
    kind = EdgeWording(edge=edge, blocks=1, phrases=("hello",))
    assert expected == found(kind, "hello", "hello", "a", "hello", "hello")


def test_a_single_block_is_an_opening():
    """A document of one block has no closing words."""
    assert found(EdgeWording(edge="end", phrases=("hello",)), "hello") == []
    assert found(EdgeWording(edge="start", phrases=("hello",)), "hello") == [0]


def test_front_matter_is_no_edge():
    """The first block is the first of the body."""
    roles = (Role.FRONT_MATTER, Role.PARAGRAPH, Role.PARAGRAPH)
    kind = EdgeWording(edge="start", blocks=1, phrases=("hello",))
    assert found(kind, "hello", "hello", "a", roles=roles) == [1]


@pytest.mark.parametrize("kind", [EdgeWording], ids=["edge"])
def test_options_are_checked(kind):
    """A word that is no edge is refused."""
    with pytest.raises(ValueError, match="edge"):
        kind(edge="middle")
